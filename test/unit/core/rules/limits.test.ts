import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { describe, it } from 'mocha';
import type { Fact } from '../../../../src/core/entries/entry.ts';
import type { Intent } from '../../../../src/core/rules/intents.ts';
import {
  checkFilled,
  checkList,
  checkText,
  tidy,
  tidyLines,
  tidyList,
  tidyName,
} from '../../../../src/core/rules/limits.ts';
import { encodeLine } from '../../../../src/core/entries/line.ts';
import { isRefusal } from '../../../../src/core/rules/refusal.ts';
import { captured, checkDaySet, decided, sentBack } from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';

describe('texts', () => {
  it('of one line lose spaces at their ends and doubled ones, and are gone when nothing is left', () => {
    assert.equal(tidy('  Pick\t a \n vendor\u00a0 '), 'Pick a vendor');
    for (const empty of ['', '   ', '\n\t', '\u3000', undefined]) assert.equal(tidy(empty), undefined);
  });

  it('of several lines keep their lines and lose only their ends', () => {
    assert.equal(tidyLines('\r\n one\r\n\n  two\rthree \n'), 'one\n\n  two\nthree');
    for (const empty of ['', ' \r\n ', undefined]) assert.equal(tidyLines(empty), undefined);
  });

  it('that name somebody lose the @ they were marked with, in lists a # as well, and are named once', () => {
    assert.equal(tidyName(' @anna  lee '), 'anna lee');
    assert.equal(tidyName('＠佐藤'), '佐藤');
    assert.equal(tidyName('@'), undefined);
    assert.deepEqual(tidyList([' @anna', 'anna', '#sam ', '', '@', 'lee@home']), ['anna', 'sam', 'lee@home']);
  });

  it('may be as long as their limit and not one longer', () => {
    assert.equal(checkText('title', 'x'.repeat(300)), undefined);
    assert.deepEqual(checkText('title', 'x'.repeat(301)), {
      refused: 'tooLong',
      field: 'title',
      length: 301,
      limit: 300,
    });
    assert.equal(checkText('note', null), undefined);
    assert.deepEqual(checkFilled('reason', ''), { refused: 'missing', field: 'reason' });
    assert.deepEqual(checkFilled('reason', undefined), { refused: 'missing', field: 'reason' });
    assert.equal(checkFilled('reason', 'x'.repeat(1000)), undefined);
  });

  it('may be as many as their limit and not one more, each within its own', () => {
    const names = (count: number) => Array.from({ length: count }, (_, index) => `name ${index}`);
    assert.equal(checkList('waiting', names(30)), undefined);
    assert.deepEqual(checkList('waiting', names(31)), { refused: 'tooMany', field: 'waiting', count: 31, limit: 30 });
    assert.deepEqual(checkList('tags', names(21)), { refused: 'tooMany', field: 'tags', count: 21, limit: 20 });
    assert.equal(checkList('tags', undefined), undefined);
    const long = { refused: 'tooLong', field: 'name', length: 101, limit: 100 };
    assert.deepEqual(checkList('waiting', ['anna', 'x'.repeat(101)]), long);
    assert.deepEqual(checkList('tags', ['x'.repeat(51)]), { ...long, field: 'tag', length: 51, limit: 50 });
  });
});

describe('a line of the log', () => {
  const id = 'x'.repeat(36);
  const envelope = { id, clock: '019000000001-0000', device: id, act: id, loggedAt: '2026-03-02T09:00:00.000Z' };
  /** Three bytes, the most per code unit of any character that may be written down. */
  const worst = (length: number, index = 0) => '€'.repeat(length - 1) + String.fromCharCode(0x4e00 + index);
  const worstList = (count: number, length: number) =>
    Array.from({ length: count }, (_, index) => worst(length, index));
  const everything = {
    title: worst(300),
    askedBy: worst(100),
    owedBy: worst(100),
    link: worst(2_000),
    note: worst(4_000),
    waiting: worstList(30, 100),
    tags: worstList(20, 50),
  };
  const others = worstList(60, 100).slice(30);
  const intents: Intent[] = [
    { type: 'capture', ...everything },
    { type: 'edit', id: 'vendor', ...everything, waiting: others },
    { type: 'decide', id: 'vendor', outcome: worst(1_000), because: worst(2_000) },
    { type: 'movePromise', id: 'vendor', promisedOn: '2026-04-01', reason: worst(1_000) },
    { type: 'withdraw', id: 'vendor', reason: worst(1_000) },
    { type: 'acknowledge', id: 'vendor', note: worst(4_000) },
    { type: 'sendBack', id: 'vendor', question: worst(1_000), to: worst(100) },
    { type: 'deliberate', id: 'vendor', question: worst(1_000), until: '2026-04-01' },
    { type: 'handOver', id: 'vendor', to: worst(100), note: worst(4_000) },
    { type: 'stateDefault', id: 'vendor', outcome: worst(1_000), takesEffectOn: '2026-04-01' },
  ];
  const ofClosed: Intent[] = [
    { type: 'reopen', id: 'vendor', reason: worst(1_000) },
    { type: 'answerCheck', id: 'vendor', answer: 'held', note: worst(4_000) },
    { type: 'answerCheck', id: 'vendor', answer: 'reversed', reason: worst(1_000), title: worst(300) },
  ];
  const ofDependency: Intent[] = [
    { type: 'chase', id: 'vendor', whom: worst(100), note: worst(4_000) },
    { type: 'clear', id: 'vendor', note: worst(4_000) },
  ];

  it('stays below the 64 KB that every file system writes whole, with every field as long as it may be', () => {
    const full = captured({ ...everything });
    const rulings = [
      ...intents.map((intent) => given(full).when(intent).ruling),
      ...ofClosed.map((intent) => given(full, decided, checkDaySet).when(intent).ruling),
      ...ofDependency.map((intent) => given({ ...full, kind: 'dependency' }).when(intent).ruling),
      given(full, sentBack).when({ type: 'markReturned', id: 'vendor', answer: worst(2_000) }).ruling,
    ];
    for (const ruling of rulings) {
      assert.ok(!isRefusal(ruling), JSON.stringify(ruling));
      for (const fact of ruling) {
        // The longest file name in a file system has 255 bytes.
        const whole: Fact =
          fact.type === 'itemCaptured'
            ? { ...fact, item: id, importedFrom: worst(255), sourceSystem: worst(200), sourceKey: worst(1_000) }
            : ({ ...fact, item: id } as Fact);
        const bytes = Buffer.byteLength(`${encodeLine(whole, envelope, crc32)}\n`);
        assert.ok(bytes < 64 * 1024, `${fact.type} takes ${bytes} bytes`);
      }
    }
  });
});
