import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { cleanText, startOfText } from '../../../../src/core/text/clean.ts';
import { escapeMarkdown } from '../../../../src/core/text/markdown.ts';
import { plainLabel } from '../../../../src/core/text/label.ts';
import { tidy, tidyLines, tidyList } from '../../../../src/core/rules/limits.ts';

describe('people’s words', () => {
  it('lose what hides or reorders them, and nothing that is seen', () => {
    const cleaned: Readonly<Record<string, string>> = {
      'safe \u202egnp.exe': 'safe gnp.exe',
      'a\u0000b\u0007c\u009fd': 'abcd',
      'a\u2066b\u2069\u200f\u061c': 'ab',
      'one\r\ntwo\rthree\u2028four': 'one\ntwo\nthree\nfour',
      'half \ud800 pair\udc00': 'half  pair',
      'می‌خواهم 👩‍👩‍👧 é\t漢': 'می‌خواهم 👩‍👩‍👧 é\t漢',
    };
    for (const [text, expected] of Object.entries(cleaned)) assert.equal(cleanText(text), expected);
  });

  it('are clean when they are written down and when they are shown', () => {
    const text = 'a\u202eb\u0000';
    assert.deepEqual([tidy(text), tidyLines(text), tidyList([text])], ['ab', 'ab', ['ab']]);
    assert.deepEqual([escapeMarkdown(text), plainLabel(text)], ['ab', 'ab']);
    assert.equal(tidy('\u202e\u0000'), undefined);
  });

  it('are cut between two characters, never within one', () => {
    assert.equal(startOfText(`${'x'.repeat(59)}𝒜`, 60), 'x'.repeat(59));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, length) => {
        const start = startOfText(text, length);
        assert.ok(text.startsWith(start) && start.isWellFormed());
        assert.ok(start.length <= length && start.length >= Math.min(text.length, length) - 1);
      }),
    );
  });
});
