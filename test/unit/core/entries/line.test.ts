import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { decodeLine, encodeLine, salvageLine } from '../../../../src/core/entries/line.ts';
import { anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { captured } from '../../../support/facts.ts';

const envelope = { id: 'e', clock: '019000000001-0000', device: 'd', act: 'a', loggedAt: '2026-03-02T09:00:00.000Z' };
const line = encodeLine(captured(), envelope, crc32);
const decode = (text: string) => decodeLine(text, crc32);

/** A line with a valid checksum and any content. */
function signed(text: string): string {
  return `${text.slice(0, -1)},"crc":"${crc32(text).toString(16).padStart(8, '0')}"}`;
}
const signedObject = (value: object) => signed(JSON.stringify(value));
const entry = { v: 1, ...envelope, ...captured() };

describe('a line of the log', () => {
  it('starts with the version, ends with the checksum, and is one line', () => {
    assert.match(
      line,
      /^\{"v":1,"id":"e","clock":"019000000001-0000","device":"d","act":"a","type":"itemCaptured",.*,"crc":"[0-9a-f]{8}"\}$/,
    );
    assert.equal(
      line,
      signedObject({
        v: 1,
        id: 'e',
        clock: envelope.clock,
        device: 'd',
        act: 'a',
        type: 'itemCaptured',
        loggedAt: envelope.loggedAt,
        item: 'vendor',
        kind: 'decision',
        title: 'Pick a vendor',
        askedOn: '2026-03-02',
        promisedOn: '2026-03-04',
      }),
    );
  });

  it('says after reading what it said before writing, for every type of entry and any text', () => {
    fc.assert(
      fc.property(anyFact(), anyEnvelope(), (fact, anyEnvelope) => {
        const text = encodeLine(fact, anyEnvelope, crc32);
        assert.ok(!text.includes('\n'));
        assert.ok(text.isWellFormed(), 'it survives being written as UTF-8');
        assert.deepEqual(decode(Buffer.from(text).toString()), {
          type: 'entry',
          entry: { v: 1, ...JSON.parse(JSON.stringify({ ...anyEnvelope, ...fact })) },
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is refused with one byte changed, wherever it is', () => {
    const bytes = Buffer.from(line);
    for (let at = 0; at < bytes.length; at++) {
      for (const bit of [1, 2, 4, 8, 16, 32, 64, 128]) {
        const flipped = Buffer.from(bytes);
        flipped[at]! ^= bit;
        assert.equal(decode(flipped.toString()).type, 'bad', `bit ${bit} of byte ${at}`);
      }
    }
  });

  it('is refused when it is cut off, at every character', () => {
    for (let length = 1; length < line.length; length++) {
      assert.deepEqual(decode(line.slice(0, length)), { type: 'bad', reason: 'notJson' }, `cut at ${length}`);
    }
  });

  it('says why it is refused', () => {
    const reasons: Record<string, string> = {
      'half an ent': 'notJson',
      [JSON.stringify(entry)]: 'noChecksum',
      '[]': 'noChecksum',
      [line.replace(/"crc":".{8}"/, '"crc":"00000000"')]: 'wrongChecksum',
      [line.replace('vendor', 'Vendor')]: 'wrongChecksum',
      [line.replace('"v":1', '"v":2')]: 'wrongChecksum',
      [line.replace(/"crc":"(.{8})"/, (_, crc: string) => `"crc":"${crc.toUpperCase()}0"`)]: 'noChecksum',
      [signed('{"v":1,,}')]: 'notJson',
      '<<<<<<< HEAD': 'mergeMarker',
      '=======': 'mergeMarker',
      '>>>>>>> 1f2e3d': 'mergeMarker',
      '||||||| base': 'mergeMarker',
    };
    for (const [text, reason] of Object.entries(reasons)) assert.deepEqual(decode(text), { type: 'bad', reason }, text);
  });

  it('is nothing when it is blank', () => {
    for (const text of ['', ' ', '\t', '\r', '\ufeff']) assert.deepEqual(decode(text), { type: 'blank' });
  });

  it('of a later version, or of a type not known here, is newer, and says which item it is about', () => {
    assert.deepEqual(decode(signedObject({ v: 2, item: 'vendor', what: 'ever' })), { type: 'newer', item: 'vendor' });
    assert.deepEqual(decode(signedObject({ ...entry, v: 2 })), { type: 'newer', item: 'vendor' });
    assert.deepEqual(decode(signedObject({ ...entry, type: 'itemPonder' })), { type: 'newer', item: 'vendor' });
    assert.deepEqual(decode(signedObject({ ...entry, type: 'constructor' })), { type: 'newer', item: 'vendor' });
    assert.deepEqual(decode(signedObject({ v: 7, item: 5 })), { type: 'newer', item: undefined });
    assert.deepEqual(decode(signedObject({ v: 7, item: '/x' })), { type: 'newer', item: undefined });
    assert.deepEqual(decode(signedObject({ v: 1, type: 'priorityRanked' })), { type: 'newer', item: undefined });
  });

  it('without a version that can be one is no entry', () => {
    for (const v of [0, -1, 1.5, '1', null, true, [1]]) {
      assert.deepEqual(decode(signedObject({ ...entry, v })), { type: 'bad', reason: 'wrongShape' }, String(v));
    }
    assert.deepEqual(decode(signedObject({ ...entry, v: undefined })), { type: 'bad', reason: 'wrongShape' });
  });

  it('takes a field it does not know for what it is: kept, and in nobody’s way', () => {
    const decoded = decode(signedObject({ ...entry, colour: 'green' }));
    assert.deepEqual(decoded, { type: 'entry', entry: { ...entry, colour: 'green' } });
  });

  it('lends no field to an entry through its prototype', () => {
    const { item, title, ...others } = entry;
    const text = JSON.stringify({ ...others, inherited: { item, title } }).replace('inherited', '__proto__');
    assert.deepEqual(decode(signed(text)), { type: 'bad', reason: 'wrongShape' });
    const whole = JSON.stringify({ ...entry, inherited: 'Another' }).replace('inherited', '__proto__');
    assert.deepEqual(decode(signed(whole)), { type: 'bad', reason: 'wrongShape' });
    assert.equal(({} as { title?: string }).title, undefined);
  });
});

describe('a line glued behind the torn start of another', () => {
  it('is saved, wherever the other was torn', () => {
    for (let torn = 1; torn < line.length; torn++) {
      const glued = line.slice(0, torn) + line;
      assert.notEqual(decode(glued).type, 'entry');
      assert.deepEqual(salvageLine(glued, crc32), entry, `torn at ${torn}`);
    }
  });

  it('is not found inside what somebody wrote', () => {
    const quoting = encodeLine(captured({ title: line, note: '{"v":1,' }), envelope, crc32);
    assert.equal(salvageLine(quoting, crc32), undefined);
    assert.deepEqual(salvageLine(`{"v":1,"id":"to${quoting}`, crc32), { ...entry, title: line, note: '{"v":1,' });
  });

  it('is given up when it is damaged itself', () => {
    assert.equal(salvageLine(`{"v":1,"id"${line.slice(0, -3)}`, crc32), undefined);
    assert.equal(salvageLine(`{"v":1,"id"${line.replace('vendor', 'Vendor')}`, crc32), undefined);
    assert.equal(salvageLine('', crc32), undefined);
  });
});
