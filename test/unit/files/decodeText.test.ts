import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { decodeText } from '../../../src/files/decodeText.ts';

describe('the text of a file of others', () => {
  const text = 'Café, “decided” on 5 May\n';
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

  it('is read in UTF-8, UTF-16 with and without its mark, and Windows-1252', () => {
    const mark = '\ufeff';
    const encoded: readonly [Buffer, string][] = [
      [Buffer.from(text), 'utf-8'],
      [Buffer.from(mark + text), 'utf-8'],
      [Buffer.from(mark + text, 'utf16le'), 'utf-16le'],
      [swapped(Buffer.from(mark + text, 'utf16le')), 'utf-16be'],
    ];
    for (const [bytes, encoding] of encoded) assert.deepEqual(decodeText(bytes), { text, encoding });
    const plain = 'Café, decided on 5 May\n';
    assert.deepEqual(decodeText(Buffer.from(plain, 'utf16le')), { text: plain, encoding: 'utf-16le' });
    assert.deepEqual(decodeText(swapped(Buffer.from(plain, 'utf16le'))), { text: plain, encoding: 'utf-16be' });
    const windows = Buffer.from('Caf\xe9, \x93decided\x94 on 5 May\n', 'latin1');
    assert.deepEqual(decodeText(windows), { text, encoding: 'windows-1252' });
  });

  it('is refused where it is no text, or not what it says it is', () => {
    assert.equal(decodeText(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0])), 'notText');
    assert.equal(decodeText(Buffer.from([0, 0, 0, 0])), 'notText');
    assert.equal(decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0xff])), 'damagedText');
    assert.equal(decodeText(Buffer.from([0xff, 0xfe, 0x41])), 'damagedText');
  });

  it('never holds a replacement character that the file does not', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const decoded = decodeText(Buffer.from(bytes));
        if (typeof decoded === 'string' || decoded.encoding !== 'utf-8') return;
        assert.deepEqual(
          Buffer.from(decoded.text),
          Buffer.from(bytes).subarray(bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0),
        );
      }),
    );
  });
});
