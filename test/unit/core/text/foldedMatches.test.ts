import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { foldText } from '../../../../src/core/text/fold.ts';
import { foldedMatches } from '../../../../src/core/text/foldedMatches.ts';

const texts = [
  'Open the Café',
  'José\n@Zoë',
  'Rename the API',
  'Ångström',
  'Straße',
  'Київ',
  'ΆΛΦΑ',
  'أحمد',
  'ベルリン',
  'Đà Nẵng',
];

describe('the rows that a plain filter would hide', () => {
  it('are found without accents and case, in any script', () => {
    for (const [typed, found] of [
      ['cafe', 'Open the Café'],
      ['jose', 'José\n@Zoë'],
      ['zoe jose', 'José\n@Zoë'],
      ['CAFE open', 'Open the Café'],
      ['angstrom', 'Ångström'],
      ['strasse', 'Straße'],
      ['αλφα', 'ΆΛΦΑ'],
      ['احمد', 'أحمد'],
      ['ﾍﾞﾙﾘﾝ', 'ベルリン'],
      ['da nang', 'Đà Nẵng'],
    ] as const) {
      assert.deepEqual(
        foldedMatches(typed, texts).map((index) => texts[index]),
        [found],
        typed,
      );
    }
  });

  it('are none of those that VS Code finds by itself, and none that do not match', () => {
    for (const typed of ['', '  ', 'café', 'API', 'київ', 'nothing', 'cafe api']) {
      assert.deepEqual(foldedMatches(typed, texts), [], typed);
    }
  });

  it('are, with those, all that hold the folded text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (all, typed) => {
          const hidden = new Set(foldedMatches(typed, all));
          const plain = typed.trim().toLowerCase();
          const words = foldText(plain).split(/\s+/u).filter(Boolean);
          fc.pre(words.length === 1);
          for (const [index, text] of all.entries()) {
            const isFound = hidden.has(index) || text.toLowerCase().includes(plain);
            if (foldText(text).includes(words[0]!)) assert.ok(isFound, JSON.stringify([typed, text]));
          }
        },
      ),
    );
  });
});
