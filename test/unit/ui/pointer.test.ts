import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Pointer } from '../../../src/ui/trees/pointer.ts';

describe('the item a key was pressed on', () => {
  const after = (...selections: readonly string[][]): string | undefined => {
    const pointer = new Pointer<string>();
    for (const selection of selections) pointer.follow(selection);
    return pointer.at;
  };

  it('is the one that a click selected', () => {
    assert.equal(after(['a'], ['b']), 'b');
  });

  it('is the one whose selection was toggled, on or off', () => {
    assert.equal(after(['b']), 'b');
    assert.equal(after(['a'], ['a', 'b']), 'b');
    assert.equal(after(['b'], ['a', 'b']), 'a');
    assert.equal(after(['a'], []), 'a');
  });

  it('stays the same when it is then the only one selected', () => {
    assert.equal(after(['a'], ['a', 'b'], ['b']), 'b');
    assert.equal(after(['a'], [], ['a']), 'a');
  });

  it('is none before anything was selected', () => {
    assert.equal(after(), undefined);
    assert.equal(after([]), undefined);
  });
});
