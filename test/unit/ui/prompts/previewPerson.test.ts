import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { previewPerson } from '../../../../src/ui/prompts/previewPerson.ts';

describe('a name where one person is asked for', () => {
  it('is remarked on where it reads like several', () => {
    for (const typed of [
      'sam, kim',
      '@sam @kim',
      'sam and kim',
      'sam & kim',
      '王芳、李明',
      'محمد، أحمد',
      'Weber, Anna',
      'lee／kim',
    ]) {
      assert.equal(previewPerson(typed)?.type, 'warning', typed);
    }
    assert.match(previewPerson('@sam, kim')?.sentence ?? '', /^Kept as one name: “sam, kim”\./);
  });

  it('is not where it is one', () => {
    for (const typed of ['', 'sam', '@sam', 'Anna Lee', "O'Brien", '佐藤さん', 'Andy Anders', 'R&D']) {
      assert.equal(previewPerson(typed), undefined, typed);
    }
  });
});
