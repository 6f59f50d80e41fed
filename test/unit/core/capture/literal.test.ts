import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readCaptureLine } from '../../../../src/core/capture/captureLine.ts';
import { firstLine, literalLine } from '../../../../src/core/capture/literal.ts';
import { captureWords } from '../../../support/captureWords.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';

const context = { today: '2026-11-23', calendar: mondayToFriday } as const;

describe('a text from elsewhere as a capture line', () => {
  it('gets a backslash where it would be read as a mark, and nowhere else', () => {
    for (const [text, line] of Object.entries({
      'Pick a vendor': 'Pick a vendor',
      '@Override public void run()': '\\@Override public void run()',
      'color: red !important;': 'color: red \\!important;',
      'Ask @anna by fri, due tomorrow': 'Ask \\@anna \\by fri, \\due tomorrow',
      'Stand by me': 'Stand by me',
      'see https://a.example/x': 'see \\https://a.example/x',
      'say "by fri @anna" #now': 'say "by fri @anna" \\#now',
      'already \\@escaped': 'already \\\\@escaped',
      'signed by 2027-02-30': 'signed \\by 2027-02-30',
    }))
      assert.equal(literalLine(text, context), line);
  });

  it('is read back as that title and nothing else, whatever it holds', () => {
    const word = fc.oneof(
      fc.constantFrom(...captureWords, 'tomorrow,', '10-12', '31 nov', '30 feb'),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' ').replaceAll(/\s+/gu, ' ').trim());
    fc.assert(
      fc.property(text, (said) => {
        const draft = readCaptureLine(literalLine(said, context), context);
        assert.deepEqual(draft, { title: said, kind: 'decision', waiting: [], tags: [], remarks: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is its first line that says something, on one line', () => {
    assert.equal(firstLine('\r\n \t\r\n  two  words\t here \r\nmore'), 'two words here');
    assert.equal(firstLine(' \n '), '');
    assert.equal(firstLine('a\u0000b\u001b[31mc\u202ed'), 'a b [31mc d');
  });

  it('is cut before a word where it is long, and never within a character', () => {
    const cut = firstLine(`${'word '.repeat(40)}end`);
    assert.match(cut, /^(?:word )+word…$/);
    assert.ok(cut.length <= 120 && cut.length > 100);
    assert.equal(firstLine('x'.repeat(120)), 'x'.repeat(120));
    assert.equal(firstLine('x'.repeat(500)), `${'x'.repeat(119)}…`);
    assert.ok(firstLine(`x${'😀'.repeat(200)}`).isWellFormed());
    assert.ok(firstLine('😀'.repeat(200)).isWellFormed());
  });
});
