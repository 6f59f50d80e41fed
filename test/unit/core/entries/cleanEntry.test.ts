import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { cleanEntry } from '../../../../src/core/entries/cleanEntry.ts';

describe('a cleaned entry', () => {
  it('is the same object where there is nothing to clean, and so is a list within it', () => {
    const clean = { title: 'a', tags: ['b'], count: 1, none: null };
    assert.equal(cleanEntry(clean), clean);
    const dirty = { ...clean, title: 'a\u0000' };
    assert.deepEqual(cleanEntry(dirty), clean);
    assert.equal(cleanEntry(dirty).tags, clean.tags);
  });
});
