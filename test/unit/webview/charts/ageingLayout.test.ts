import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { type OpenRow, plays } from '../../../../src/core/panel/protocol.ts';
import { type AgeingLayout, layOutAgeing, placeOfLabel } from '../../../../src/webview/charts/ageingLayout.ts';
import { cpuTimeInMs } from '../../../support/cpuTime.ts';
import { openRow } from '../../../support/openRow.ts';

const bands = [
  { percent: 50, ageInDays: 3 },
  { percent: 70, ageInDays: 4 },
  { percent: 85, ageInDays: 8 },
  { percent: 95, ageInDays: 15 },
];

const layOut = (rows: readonly OpenRow[], width = 900): AgeingLayout =>
  layOutAgeing({ rows, bands, asked: undefined, width, gutter: 80 });

const anyRows = (maxLength: number): fc.Arbitrary<OpenRow[]> =>
  fc.array(
    fc
      .record({
        play: fc.constantFrom(...plays, undefined),
        ageInDays: fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 5_000 })),
        waiting: fc.array(fc.constantFrom('anna', 'sam', 'lee'), { maxLength: 8 }),
      })
      .map((said) => openRow({ ...said, id: `${Math.random()}` })),
    { maxLength },
  );

describe('the layout of the ageing chart', () => {
  it('stands the older above the younger, each in the column of its state, and no column is empty', () => {
    const { points, columns } = layOut([
      openRow({ id: 'old', ageInDays: 20, play: 'blocked' }),
      openRow({ id: 'young', ageInDays: 2, play: 'waiting' }),
    ]);
    const at = new Map(points.map((point) => [point.row.id, point]));
    assert.ok(at.get('old')!.y < at.get('young')!.y);
    assert.equal(at.get('old')!.x, columns[1]!.x + columns[1]!.width / 2);
    assert.equal(at.get('young')!.x, columns[0]!.x + columns[0]!.width / 2);
    assert.deepEqual(
      columns.map(({ count }) => count),
      [1, 1],
    );
  });

  it('labels a point beside it: nothing but points that touch stands between', () => {
    fc.assert(
      fc.property(anyRows(40), fc.integer({ min: 300, max: 1_200 }), (rows, width) => {
        const layout = layOut(rows, width);
        for (const point of layout.points) {
          const { x, room, isBefore } = placeOfLabel(point, layout.points, layout);
          const direction = isBefore ? -1 : 1;
          assert.ok(room <= layout.right - layout.left);
          let end = point.x + direction * point.radius;
          const between = layout.points
            .filter((other) => other !== point && Math.abs(other.y - point.y) < other.radius + 6)
            .filter((other) => (other.x - point.x) * direction > 0 && (x - other.x) * direction > 0)
            .toSorted((a, b) => (a.x - b.x) * direction);
          for (const other of between) {
            assert.ok((other.x - end) * direction - other.radius <= 5 + 1e-9, 'a gap');
            end = other.x + direction * other.radius;
          }
          assert.ok(Math.abs((x - end) * direction - 5) < 1e-9, 'the label is not beside its point');
          const covered = layout.points.filter(
            (other) =>
              Math.abs(other.y - point.y) < 6 &&
              (other.x - x) * direction > 0 &&
              (other.x - x) * direction < room + other.radius,
          );
          assert.deepEqual(covered, []);
        }
      }),
    );
  });

  it('draws larger what more people wait for', () => {
    const { points } = layOut([openRow({ id: 'a', waiting: ['anna', 'sam'] }), openRow({ id: 'b', waiting: [] })]);
    const [a, b] = ['a', 'b'].map((id) => points.find(({ row }) => row.id === id));
    assert.ok(a!.radius > b!.radius);
  });

  it('draws everything exactly once, nothing over anything else, nothing outside', () => {
    fc.assert(
      fc.property(anyRows(400), fc.constantFrom(260, 320, 640, 1_100), (rows, width) => {
        const { points, heaps, left, right, top, bottom } = layOut(rows, width);
        const placed = [...points.map(({ row }) => row), ...heaps.flatMap((heap) => heap.rows)];
        const expected = rows.filter(({ play }) => play !== undefined);
        assert.equal(placed.length, expected.length);
        assert.equal(new Set(placed).size, expected.length);
        for (const [index, a] of points.entries()) {
          assert.ok(a.x - a.radius >= left && a.x + a.radius <= right && a.y >= top - 1 && a.y <= bottom + 1);
          for (const b of points.slice(index + 1)) {
            assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= a.radius + b.radius, 'two points overlap');
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the elements few and the time short, however many items there are', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) =>
      openRow({ id: String(index), ageInDays: 1 + (index % 400), play: plays[index % 2] }),
    );
    let { points, heaps } = layOut([]);
    const time = cpuTimeInMs(() => ({ points, heaps } = layOut(rows)));
    assert.ok(time < 2_000, `${time} ms`);
    assert.ok(points.length + heaps.length < 1_500, `${points.length} points and ${heaps.length} heaps`);
  });

  it('moves the labels of the bands apart and leaves their lines in place', () => {
    const { bands: placedBands } = layOut([openRow({ ageInDays: 300 })]);
    for (const [index, band] of placedBands.entries()) {
      const next = placedBands[index + 1];
      if (next === undefined) continue;
      assert.ok(next.y < band.y);
      assert.ok(band.labelY - next.labelY >= 13.9);
    }
  });

  it('keeps all labels of the bands and all ticks inside the chart, and apart', () => {
    fc.assert(
      fc.property(anyRows(2), fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 4 }), (rows, ages) => {
        const edges = ages.toSorted((a, b) => a - b).map((ageInDays) => ({ percent: 50, ageInDays }));
        const layout = layOutAgeing({ rows, bands: edges, asked: undefined, width: 900, gutter: 80 });
        const labels = layout.bands.map(({ labelY }) => labelY);
        for (const [index, y] of labels.entries()) {
          assert.ok(y >= layout.top && y <= layout.bottom);
          if (index > 0) assert.ok(labels[index - 1]! - y >= 13.9);
        }
        for (const { y } of layout.ticks) assert.ok(y >= layout.top && y <= layout.bottom);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a logarithm once a square root would press the young ones together', () => {
    assert.equal(layOut([openRow({ ageInDays: 40 })]).isLogarithmic, false);
    assert.equal(layOut([openRow({ ageInDays: 400 })]).isLogarithmic, true);
  });

  it('stands the line of what is asked at its age', () => {
    const { asked, points } = layOutAgeing({
      rows: [openRow({ ageInDays: 5 })],
      bands,
      asked: { target: 2, ageInDays: 5 },
      width: 900,
      gutter: 80,
    });
    assert.equal(asked?.y, points[0]?.y);
  });
});
