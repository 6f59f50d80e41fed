import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { foldText } from '../../../../src/core/text/fold.ts';

const finds = (typed: string, text: string) => foldText(text).includes(foldText(typed));

describe('text as search compares it', () => {
  it('has no case, no accents and no other optional marks', () => {
    for (const [typed, text] of [
      ...[
        ['cafe', 'Café'],
        ['cafe', 'Cafe\u0301'],
        ['jose', 'JOSÉ'],
        ['CAFÉ', 'cafe'],
        ['nguyen', 'Nguyễn'],
        ['isik', 'IŞIK'],
      ],
      ...[
        ['strasse', 'Straße'],
        ['STRASSE', 'straße'],
        ['lukasz', 'Łukasz'],
        ['soren', 'Søren'],
        ['istanbul', 'İstanbul'],
      ],
      ...[
        ['еж', 'Ёж'],
        ['αννα', 'Άννα'],
        ['ΟΔΟΣ', 'οδος'],
        ['محمد', 'مُحَمَّد'],
        ['שלום', 'שָׁלוֹם'],
        ['abc', 'ＡＢＣ'],
      ],
      ...[
        ['ｶﾞ', 'ガ'],
        ["o'brien", 'O’Brien'],
        ['علیرضا', 'علی\u200cرضا'],
        ['file', 'ﬁle'],
      ],
    ] as const)
      assert.ok(finds(typed, text), `${typed} in ${text}`);
  });

  it('keeps the marks that carry the sound', () => {
    for (const [typed, text] of [
      ['か', 'が'],
      ['ハ', 'パ'],
      ['가', '각'],
      ['कि', 'का'],
      ['มา', 'มี'],
    ] as const)
      assert.ok(!finds(typed, text), `${typed} in ${text}`);
  });

  it('is the same folded again, and for any case and normal form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), (text) => {
        const folded = foldText(text);
        assert.equal(foldText(folded), folded);
        for (const form of ['NFC', 'NFD', 'NFKC', 'NFKD']) assert.equal(foldText(text.normalize(form)), folded);
      }),
      { numRuns: 2_000 },
    );
  });
});
