import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { foldText } from '../../../../src/core/text/fold.ts';
import { nameKey, namesWithout, uniqueNames } from '../../../../src/core/text/names.ts';
import { joinNames, splitNames, splitTags } from '../../../../src/ui/prompts/splitNames.ts';

describe('names', () => {
  it('are one person whatever their case, as written first', () => {
    assert.deepEqual(uniqueNames(['Anna', 'sam', 'anna', 'SAM', 'Ida']), ['Anna', 'sam', 'Ida']);
    assert.deepEqual(namesWithout(['Anna', 'sam'], ['ANNA'], String), ['sam']);
  });

  it('are one person however the apostrophe is written, and in full width', () => {
    const forms = ["O'Brien", 'O’Brien', 'O‘Brien', 'OʼBrien', 'Oʻbrien', 'O＇Brien', 'O´Brien', 'O`Brien', 'O′Brien'];
    assert.deepEqual(uniqueNames(forms), ["O'Brien"]);
    assert.deepEqual(namesWithout(['O’Brien', "D'Arcy"], ["o'brien"], String), ["D'Arcy"]);
    assert.deepEqual(uniqueNames(['Anne-Marie', 'Anne‑Marie', 'Anne‐Marie', 'Anne－Marie']), ['Anne-Marie']);
    assert.deepEqual(uniqueNames(['Anna', 'Ａｎｎａ', 'ａｎｎａ']), ['Anna']);
    assert.deepEqual(uniqueNames(['サトウ', 'ｻﾄｳ']), ['サトウ']);
    assert.deepEqual(uniqueNames(['ג׳ורג׳', "ג'ורג'"]), ['ג׳ורג׳']);
    for (const [typed, name] of [
      ['o´brien', 'OʻBrien'],
      ['obrien', "O'Brien"],
    ] as const) {
      assert.equal(foldText(name) === foldText(typed), typed !== 'obrien', typed);
    }
  });

  it('are compared in the same way whether or not a letter of them has other forms', () => {
    const plainName = fc.string({ unit: 'binary-ascii' });
    fc.assert(fc.property(plainName, (name) => assert.equal(nameKey(`${name}é`), `${nameKey(name)}é`)));
  });

  it('are other people where a letter or an accent differs', () => {
    assert.equal(uniqueNames(['Jose', 'José', 'OBrien', "O'Brien", 'Anna', 'Ana']).length, 6);
  });

  it('are parted by commas, or only by semicolons where there is one', () => {
    assert.deepEqual(splitNames('anna, sam'), ['anna', 'sam']);
    assert.deepEqual(splitNames('anna and sam & kim/lee'), ['anna', 'sam', 'kim', 'lee']);
    assert.deepEqual(splitNames('王芳；李明'), ['王芳', '李明']);
    assert.deepEqual(splitNames('محمد؛ أحمد'), ['محمد', 'أحمد']);
    assert.deepEqual(splitNames('R&D, Legal and Finance;'), ['R&D, Legal and Finance']);
    assert.deepEqual(splitTags('ci/cd, search and rescue #ops'), ['ci/cd', 'search and rescue', '#ops']);
    assert.deepEqual(splitNames('@anna @sam'), ['@anna', '@sam']);
    assert.deepEqual(splitNames('王芳、李明'), ['王芳', '李明']);
    assert.deepEqual(splitNames('Weber, Anna; Ito, Ken'), ['Weber, Anna', 'Ito, Ken']);
    assert.deepEqual(splitNames(' , '), []);
  });

  it('are the same names again when a shown list is not touched', () => {
    for (const names of [
      [],
      ['anna'],
      ['anna', 'sam'],
      ['Weber, Anna'],
      ['Weber, Anna', 'Ito, Ken'],
      ['R @home', 'b'],
      ['Search and Rescue', 'R&D'],
      ['Legal/Finance'],
      ['王芳；李明', 'anna'],
    ]) {
      assert.deepEqual(
        splitNames(joinNames(names)).map((name) => name.trim()),
        names,
      );
    }
  });
});
