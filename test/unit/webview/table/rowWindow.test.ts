import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { rowsInSight, scrollTopFor } from '../../../../src/webview/table/rowWindow.ts';

const boxes = fc.record({
  scrollTop: fc.nat(200_000),
  height: fc.integer({ min: 0, max: 2_000 }),
  rowHeight: fc.integer({ min: 10, max: 120 }),
  count: fc.nat(5_000),
  focused: fc.option(fc.nat(6_000), { nil: undefined }),
});

describe('the rows of a long table that are built', () => {
  it('are those in sight, the one with the focus, and few others', () => {
    fc.assert(
      fc.property(boxes, (box) => {
        const rows = rowsInSight(box);
        assert.deepEqual(
          rows,
          [...new Set(rows)].toSorted((a, b) => a - b),
          'each once, in order',
        );
        assert.ok(rows.every((index) => index >= 0 && index < box.count));
        for (let index = 0; index < box.count; index++) {
          const [top, bottom] = [index * box.rowHeight, (index + 1) * box.rowHeight];
          const isInSight = bottom > box.scrollTop && top < box.scrollTop + box.height;
          if (isInSight || index === box.focused) assert.ok(rows.includes(index), `row ${index}`);
        }
        assert.ok(rows.length <= Math.ceil(box.height / box.rowHeight) + 20, `${rows.length} rows`);
      }),
    );
  });

  it('are the last ones where the table has become shorter than it was scrolled', () => {
    const rows = rowsInSight({ scrollTop: 9_000, height: 300, rowHeight: 30, count: 5, focused: undefined });
    assert.ok(rows.includes(4));
  });
});

describe('the way to a row', () => {
  it('is as short as can be, and ends where the whole row is in sight', () => {
    fc.assert(
      fc.property(boxes, fc.nat(5_000), (box, index) => {
        const scrollTop = scrollTopFor(index, box);
        const [top, bottom] = [index * box.rowHeight, (index + 1) * box.rowHeight];
        fc.pre(box.height >= box.rowHeight);
        assert.ok(scrollTop <= top && scrollTop + box.height >= bottom);
        if (box.scrollTop <= top && box.scrollTop + box.height >= bottom) assert.equal(scrollTop, box.scrollTop);
      }),
    );
  });
});
