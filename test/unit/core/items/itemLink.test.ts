import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { itemLinkPath, itemOfLink } from '../../../../src/core/items/itemLink.ts';

describe('a link to an item', () => {
  it('names the item it was written for, whatever its id', () => {
    assert.equal(itemLinkPath('0195-abc'), '/item/0195-abc');
    // Ids of other machines can be any text. VS Code passes the path decoded.
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', minLength: 1 })
          .filter((id) => !id.includes('/') && !/[\n\r\u2028\u2029]/u.test(id)),
        (id) => assert.equal(itemOfLink(decodeURIComponent(itemLinkPath(id))), id),
      ),
    );
  });

  it('names none when it is anything else', () => {
    for (const path of ['', '/', '/item', '/item/', '/items/a', '/item/a/b', '/item//a', 'item/a', '/undo'])
      assert.equal(itemOfLink(path), undefined, path);
    assert.equal(itemOfLink('/item/a/'), 'a');
  });
});
