import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Board } from '../../../../src/core/board/board.ts';
import type { BoardRow } from '../../../../src/core/board/row.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { boardOf, rowOf } from '../../../support/boardFromFacts.ts';
import { blockedBy, captured, decided, handedOver, reopened, sentBack, type TestFact } from '../../../support/facts.ts';

const region = captured({ item: 'region', title: 'Pick a region' });
const blocked = [captured(), region, blockedBy('region')] as const;
const blockers = (today: Day, ...facts: readonly TestFact[]) => rowOf(today, facts).blockedBy.map(({ id }) => id);
const rowsById = ({ rows }: Board) => new Map(rows.map((row) => [row.id, row]));

describe('an item that waits for another one', () => {
  it('names it, and is named by it', () => {
    const rows = rowsById(boardOf('2026-03-04', blocked));
    assert.deepEqual(rows.get('vendor')?.blockedBy, [
      { id: 'region', title: 'Pick a region', verifiedOn: '2026-03-03', unverifiedInDays: 1 },
    ]);
    assert.deepEqual(rows.get('region')?.blocks, [{ id: 'vendor', title: 'Pick a vendor' }]);
    assert.deepEqual([rows.get('vendor')?.state, rows.get('region')?.state], ['blocked', 'waiting']);
  });

  it('is free at once when the other is closed, and blocked again when that is reopened', () => {
    const closed = { ...decided, item: 'region' } as const;
    const row = rowOf('2026-03-04', [...blocked, closed]);
    assert.deepEqual([row.state, row.blockedBy], ['waiting', []]);
    assert.deepEqual(blockers('2026-03-04', ...blocked, closed, { ...reopened, item: 'region' }), ['region']);
  });

  it('was blocked on every earlier day on which the other was still open', () => {
    const closed = { ...decided, item: 'region', decidedOn: '2026-03-05' } as const;
    assert.deepEqual(blockers('2026-03-04', ...blocked, closed), ['region']);
    assert.deepEqual(blockers('2026-03-05', ...blocked, closed), []);
  });

  it('stays blocked while the other is sent back or handed over: it is open', () => {
    for (const turn of [sentBack, handedOver]) {
      assert.deepEqual(blockers('2026-03-04', ...blocked, { ...turn, item: 'region' }), ['region']);
    }
  });

  it('is not blocked by what is not there, not asked for yet, or by itself', () => {
    assert.deepEqual(blockers('2026-03-04', captured(), blockedBy('region')), []);
    const future = { ...region, askedOn: '2026-03-05' } as const;
    assert.deepEqual(blockers('2026-03-04', captured(), future, blockedBy('region')), []);
    assert.deepEqual(blockers('2026-03-04', captured(), blockedBy('vendor')), []);
  });

  it('blocks nothing any more once it is closed itself', () => {
    const rows = rowsById(boardOf('2026-03-04', [...blocked, decided]));
    assert.deepEqual(rows.get('region')?.blocks, []);
    assert.deepEqual(rows.get('vendor')?.blockedBy, []);
  });

  it('counts the calendar days since somebody looked, and never below none', () => {
    const days = (today: Day, namedOn: Day) =>
      rowOf(today, [captured(), region, blockedBy('region', 'vendor', namedOn)]).blockedBy[0]?.unverifiedInDays;
    assert.equal(days('2026-03-04', '2026-03-04'), 0);
    assert.equal(days('2026-03-11', '2026-03-03'), 8);
    assert.equal(days('2026-04-01', '2026-03-25'), 7, 'across the change of the clocks');
    assert.equal(days('2026-03-04', '2026-03-10'), 0, 'on the board of an earlier day');
  });

  it('stands below what it waits for, also where more people wait for it', () => {
    const crowd = captured({ waiting: ['anna', 'sam', 'lee'] });
    const board = boardOf('2026-03-04', [crowd, region, blockedBy('region')]);
    assert.deepEqual(
      board.rows.map(({ id, hurt, personDays }) => [id, hurt, personDays]),
      [
        ['region', 6, 0],
        ['vendor', 6, 6],
      ],
    );
    assert.equal(board.totals.personDays, 6, 'lent hurt is counted once');
  });
});

describe('items that wait for each other in a circle', () => {
  const three = ['a', 'b', 'c'].map((item) => captured({ item, title: item.toUpperCase(), waiting: ['anna'] }));
  const circle = [...three, blockedBy('b', 'a'), blockedBy('c', 'b'), blockedBy('a', 'c')];

  it('are not blocked by each other, and each names the others', () => {
    const rows = rowsById(boardOf('2026-03-04', circle));
    for (const [id, others] of [
      ['a', 'B C'],
      ['b', 'A C'],
      ['c', 'A B'],
    ] as const) {
      const row = rows.get(id)!;
      assert.deepEqual([row.state, row.blockedBy, row.blocks], ['waiting', [], []]);
      assert.equal(row.circle.map(({ title }) => title).join(' '), others);
    }
  });

  it('can still wait for one outside, and be waited for', () => {
    const rows = rowsById(
      boardOf('2026-03-04', [...circle, region, blockedBy('region', 'a'), captured(), blockedBy('c')]),
    );
    assert.deepEqual(
      rows.get('a')?.blockedBy.map(({ id }) => id),
      ['region'],
    );
    assert.deepEqual(
      rows.get('vendor')?.blockedBy.map(({ id }) => id),
      ['c'],
    );
    assert.deepEqual(rows.get('region')?.circle, []);
    assert.deepEqual(rows.get('vendor')?.circle, []);
  });

  it('are no circle any more once one of them is closed: what is left of the claims holds again', () => {
    const rows = rowsById(boardOf('2026-03-04', [...circle, { ...decided, item: 'c' }]));
    assert.deepEqual(
      rows.get('a')?.blockedBy.map(({ id }) => id),
      ['b'],
    );
    assert.deepEqual([rows.get('a')?.circle, rows.get('b')?.circle, rows.get('b')?.blockedBy], [[], [], []]);
  });
});

interface Graph {
  readonly people: readonly number[];
  readonly ages: readonly number[];
  readonly edges: readonly (readonly [blocked: number, blocker: number])[];
  readonly closed: readonly number[];
}

const size = 9;
const anyGraph: fc.Arbitrary<Graph> = fc.record({
  people: fc.array(fc.nat(3), { minLength: size, maxLength: size }),
  ages: fc.array(fc.nat(6), { minLength: size, maxLength: size }),
  edges: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 16 }),
  closed: fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }),
});
/** Edges only from lower to higher numbers, so that there is no cycle. */
const anyDag = anyGraph.map((graph) => ({
  ...graph,
  edges: graph.edges.filter(([a, b]) => a !== b).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
}));

function boardOfGraph({ people, ages, edges, closed }: Graph): Board {
  const facts = [
    ...people.map((count, n) => {
      const waiting = Array.from({ length: count }, (_, person) => `person ${person}`);
      return captured({ item: `${n}`, askedOn: addDays('2026-03-02', -ages[n]!), promisedOn: '2026-04-01', waiting });
    }),
    ...edges.map(([blocked, blocker]) => blockedBy(`${blocker}`, `${blocked}`)),
    ...closed.map((n) => ({ ...decided, item: `${n}` })),
  ];
  return boardOf('2026-03-04', facts);
}

/** Asserts that no row stands above one it waits for. */
function assertBlockersFirst(rows: readonly BoardRow[]): void {
  const place = new Map(rows.map(({ id }, index) => [id, index]));
  for (const row of rows) {
    for (const { id } of row.blockedBy) assert.ok(place.get(id)! < place.get(row.id)!, `${id} above ${row.id}`);
  }
}

describe('a blocker', () => {
  it('never stands below what it blocks, and nothing is called a circle where there is none', () => {
    fc.assert(
      fc.property(anyDag, (graph) => {
        const { rows } = boardOfGraph(graph);
        assertBlockersFirst(rows);
        for (const row of rows) assert.deepEqual(row.circle, []);
      }),
      { numRuns: 500 },
    );
  });

  it('is who a claim names, unless a way leads back: the same as following every way one by one', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { rows } = boardOfGraph(graph);
        assertBlockersFirst(rows);
        const open = (n: number) => !graph.closed.includes(n);
        const edges = graph.edges.filter(([a, b]) => a !== b && open(a) && open(b));
        const reaches = (from: number, to: number, seen = new Set<number>()): boolean =>
          edges.some(([a, b]) => {
            if (a !== from || seen.has(b)) return false;
            return b === to || reaches(b, to, seen.add(b));
          });
        const hurtOf = (n: number): number =>
          edges
            .filter(([a, b]) => b === n && !reaches(b, a))
            .reduce((hurt, [a]) => Math.max(hurt, hurtOf(a)), rows.find(({ id }) => id === `${n}`)!.personDays);
        for (const row of rows.filter(({ closing }) => closing === undefined)) {
          const n = Number(row.id);
          const others = Array.from({ length: size }, (_, other) => other).filter((other) => other !== n);
          const waitsFor = (a: number, b: number) => edges.some((e) => e[0] === a && e[1] === b) && !reaches(b, a);
          const ids = (list: readonly { id: string }[]) => list.map(({ id }) => Number(id)).toSorted((a, b) => a - b);
          assert.deepEqual(
            ids(row.blockedBy),
            others.filter((other) => waitsFor(n, other)),
          );
          assert.deepEqual(
            ids(row.blocks),
            others.filter((other) => waitsFor(other, n)),
          );
          assert.deepEqual(
            ids(row.circle),
            others.filter((other) => reaches(n, other) && reaches(other, n)),
          );
          assert.equal(row.hurt, hurtOf(n));
          assert.equal(row.state, row.blockedBy.length > 0 ? 'blocked' : 'waiting');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of a chain of ten thousand stands on top, and the chain below it in its order', () => {
    const count = 10_000;
    const name = (n: number) => String(n).padStart(5, '0');
    const items = Array.from({ length: count }, (_, n) => captured({ item: name(n) }));
    // Each waits for the next, so the last one blocks all of them.
    const claims = Array.from({ length: count - 1 }, (_, n) => blockedBy(name(n + 1), name(n)));
    const { rows } = boardOf('2026-03-04', [...items, ...claims]);
    assert.deepEqual(
      rows.map(({ id }) => id),
      items.map(({ item }) => item).toReversed(),
    );
  });

  it('of a circle of a thousand blocks none of them', () => {
    const count = 1_000;
    const items = Array.from({ length: count }, (_, n) => captured({ item: `${n}` }));
    const claims = items.map(({ item }, n) => blockedBy(`${(n + 1) % count}`, item));
    const { rows } = boardOf('2026-03-04', [...items, ...claims]);
    assert.ok(rows.every(({ blockedBy, state }) => blockedBy.length === 0 && state === 'waiting'));
  });

  it('of a circle names twenty others at most, each once and never itself', () => {
    const circleOf = (count: number) => {
      const items = Array.from({ length: count }, (_, n) => captured({ item: `${n}` }));
      const claims = items.map(({ item }, n) => blockedBy(`${(n + 1) % count}`, item));
      return boardOf('2026-03-04', [...items, ...claims]).rows;
    };
    for (const [count, named] of [
      [20, 19],
      [21, 20],
      [22, 20],
      [1_000, 20],
    ] as const) {
      for (const { id, circle } of circleOf(count)) {
        assert.equal(circle.length, named, `${id} of ${count}`);
        assert.equal(new Set(circle.map((other) => other.id)).size, named);
        assert.ok(circle.every((other) => other.id !== id));
      }
    }
  });
});
