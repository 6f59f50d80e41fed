import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { namesWithout, uniqueNames } from '../../../../src/core/text/names.ts';
import { joinNames, splitNames } from '../../../../src/ui/prompts/splitNames.ts';

describe('names', () => {
  it('are one person whatever their case, as written first', () => {
    assert.deepEqual(uniqueNames(['Anna', 'sam', 'anna', 'SAM', 'Ida']), ['Anna', 'sam', 'Ida']);
    assert.deepEqual(namesWithout(['Anna', 'sam'], ['ANNA']), ['sam']);
  });

  it('are parted by commas, or only by semicolons where there is one', () => {
    assert.deepEqual(splitNames('anna, sam'), ['anna', ' sam']);
    assert.deepEqual(splitNames('@anna @sam'), ['@anna', '@sam']);
    assert.deepEqual(splitNames('王芳、李明'), ['王芳', '李明']);
    assert.deepEqual(splitNames('Weber, Anna; Ito, Ken'), ['Weber, Anna', ' Ito, Ken']);
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
    ]) {
      assert.deepEqual(
        splitNames(joinNames(names)).map((name) => name.trim()),
        names,
      );
    }
  });
});
