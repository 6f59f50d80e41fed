import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Board } from '../../../../src/core/board/board.ts';
import { type GroupName, groupNames, groupOf } from '../../../../src/core/board/groups.ts';
import { startWith, waitingRows } from '../../../../src/core/board/order.ts';
import { reviewQueue } from '../../../../src/core/board/review.ts';
import type { BoardRow } from '../../../../src/core/board/row.ts';
import { computeScorecard } from '../../../../src/core/figures/scorecard.ts';
import { buildStart } from '../../../../src/core/panel/start.ts';
import { buildSnapshot } from '../../../../src/core/panel/snapshot.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { noPeople } from '../../../../src/core/people/people.ts';
import { noPriorities } from '../../../../src/core/assignments/priorities.ts';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import type { Grouping } from '../../../../src/ui/settings/readSettings.ts';
import { groupsOf } from '../../../../src/ui/views/waiting/nodes.ts';
import { anyBoard } from '../../../support/anyBoard.ts';
import { boardOf } from '../../../support/boardFromFacts.ts';
import {
  blockedBy,
  captured,
  checkDaySet,
  decided,
  deliberating,
  handedOver,
  sentBack,
  type TestFact,
} from '../../../support/facts.ts';
import { usualPolicy as policy } from '../../../support/policy.ts';

const ids = (rows: readonly { readonly id: string }[]): string => rows.map(({ id }) => id).join(' ');
const about = (item: string, ...facts: readonly TestFact[]): TestFact[] =>
  facts.map((fact) => ({ ...fact, item }) as TestFact);
/** An item promised for that day, with so many people waiting since Monday, 2 March. */
const promised = (item: string, promisedOn: Day, people = 0): ReturnType<typeof captured> =>
  captured({ item, promisedOn, waiting: Array.from({ length: people }, (_, n) => `person ${n}`) });
/** The rows of the open items on Thursday, 5 March, in their order. */
const order = (...facts: readonly TestFact[]): string =>
  ids(boardOf('2026-03-05', facts).rows.filter(({ closing }) => closing === undefined));

describe('the order of all views', () => {
  it('is that of the groups, however much the rest hurts', () => {
    const facts = [
      promised('later', '2026-04-01', 9),
      promised('this-week', '2026-03-06', 8),
      promised('today', '2026-03-05', 7),
      promised('overdue', '2026-03-04'),
      ...about('held', promised('held', '2026-04-01', 6), { ...deliberating, until: '2026-03-20' }),
      ...about('away', promised('away', '2026-03-03', 9), sentBack),
    ];
    assert.equal(order(...facts), 'overdue today this-week later held away');
  });

  it('is in each group by person-days, then days over, then the longer wait, then the asked day', () => {
    assert.equal(order(promised('one', '2026-03-03', 1), promised('two', '2026-03-04', 2)), 'two one');
    assert.equal(order(promised('a', '2026-03-04'), promised('b', '2026-03-02')), 'b a');
    const asked = (item: string, askedOn: Day) => captured({ item, askedOn, promisedOn: '2026-03-04' });
    assert.equal(order(asked('a', '2026-03-03'), asked('b', '2026-02-20')), 'b a');
    // Asked on Saturday or on Sunday, both have waited as many working days.
    assert.equal(order(asked('a', '2026-03-01'), asked('b', '2026-02-28')), 'b a');
  });

  it('has what is blocked at the end of its group, and its blocker first in Today if it is overdue', () => {
    const blocked = [promised('blocked', '2026-03-03', 9), blockedBy('key', 'blocked')];
    assert.equal(
      order(
        ...blocked,
        promised('late', '2026-03-04'),
        promised('key', '2026-04-01'),
        promised('due', '2026-03-05', 9),
      ),
      'late blocked key due',
    );
    assert.equal(order(...blocked, promised('key', '2026-04-01'), promised('week', '2026-03-06')), 'blocked key week');
  });

  it('has a blocker before what it blocks along a whole chain', () => {
    const facts = [
      promised('c', '2026-03-03', 3),
      promised('b', '2026-03-04'),
      promised('a', '2026-04-01'),
      blockedBy('b', 'c'),
      blockedBy('a', 'b'),
    ];
    assert.equal(order(...facts), 'b c a');
    assert.equal(startWith(boardOf('2026-03-05', facts))?.id, 'a');
  });

  it('keeps the holes of one assignment together', () => {
    const hole = (item: string, assignment: string, people: number): TestFact[] => [
      { ...promised(item, '2026-03-04', people), kind: 'clarity' },
      { type: 'clarityOwed', item, assignment, hole: 'dueOn' },
    ];
    const between = promised('between', '2026-03-04', 4);
    assert.equal(order(...hole('x1', 'x', 5), between, ...hole('y', 'y', 3), ...hole('x2', 'x', 1)), 'x1 x2 between y');
  });

  it('has the checks that are due at the end of Today, and what was closed nowhere', () => {
    const facts = [
      promised('today', '2026-03-05'),
      promised('later', '2026-04-01'),
      ...about('check', captured(), decided, { ...checkDaySet, checkOn: '2026-03-05' }),
      ...about('done', captured(), decided),
      ...about('given', promised('given', '2026-03-03'), handedOver),
    ];
    assert.equal(ids(waitingRows(boardOf('2026-03-05', facts))), 'today check later');
  });

  it('starts with the first that is not blocked; with the first of all if everything is', () => {
    const facts = [promised('late', '2026-03-04'), promised('key', '2026-04-01'), blockedBy('key', 'late')];
    assert.equal(startWith(boardOf('2026-03-05', facts))?.id, 'key');
    const away = boardOf('2026-03-05', [...facts, ...about('key', { ...handedOver, handedOverOn: '2026-03-04' })]);
    assert.equal(startWith(away)?.id, 'late');
    assert.equal(startWith(boardOf('2026-03-05', [])), undefined);
  });
});

const groupings: readonly Grouping[] = ['state', 'kind', 'person'];

describe('one order and one number, whatever the log', () => {
  const holds = (check: (board: Board) => void): void =>
    fc.assert(
      fc.property(anyBoard, ({ board }) => check(board)),
      { numRuns: 300 },
    );
  const isStartable = ({ readOnly, blockedBy }: BoardRow): boolean => !readOnly && blockedBy.length === 0;

  it('the tree shows the groups in their order, each row once, in the order of the board', () => {
    holds((board) => {
      const shown = groupsOf(board, 'state').flatMap(({ rows }) => rows.map(({ row }) => row));
      const places = shown.map((row) => groupNames.indexOf(groupOf(row, board) as GroupName));
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
      assert.equal(new Set(shown).size, shown.length);
      const open = (rows: readonly BoardRow[]): string => ids(rows.filter(({ closing }) => closing === undefined));
      assert.equal(open(shown), open(board.rows));
    });
  });

  it('the first that can be acted on is the same in the tree, the panel, the review and the sentence', () => {
    holds((board) => {
      const ofReview = reviewQueue(board).find(isStartable);
      if (ofReview === undefined) return;
      assert.equal(startWith(board), ofReview);
      const inTree = groupsOf(board, 'state').flatMap(({ rows }) => rows.map(({ row }) => row));
      assert.equal(inTree.find(isStartable), ofReview);
      const { item } = buildStart(board, () => '');
      assert.equal(item?.id, ofReview.id);
    });
  });

  it('the number of overdue items is that of the group, the totals, the panel and the figures', () => {
    holds((board) => {
      const { overdue } = board.totals;
      const group = groupsOf(board, 'state').find(({ key }) => key === 'group overdue');
      assert.equal(group?.rows.length ?? 0, overdue);
      assert.equal(group?.description ?? '0', String(overdue));
      assert.equal(waitingRows(board).filter((row) => row.overdue).length, overdue);
      const source = { items: new Map(), assignments: new Map(), priorities: noPriorities, people: noPeople };
      const work = buildWorkBoard(source, board, policy);
      const snapshot = buildSnapshot(source, board, work, policy, 'en', () => '');
      assert.equal(snapshot.open.filter((row) => row.overdue).length, overdue);
      assert.equal(snapshot.totals.overdue, overdue);
      const held = waitingRows(board).filter((row) => row.overdue && !row.drifting).length;
      assert.equal(computeScorecard(board, policy).drift.items + held, overdue);
      const theirMove = board.rows.filter((row) => groupOf(row, board) === 'theirMove');
      assert.deepEqual(ids(snapshot.open), ids([...waitingRows(board), ...theirMove]));
    });
  });

  it('no blocker stands below what it blocks within a group', () => {
    holds((board) => {
      const places = new Map(board.rows.map(({ id }, at) => [id, at]));
      for (const row of board.rows) {
        for (const { id } of row.blockedBy) {
          const blocker = board.rows[places.get(id)!]!;
          if (groupOf(blocker, board) === groupOf(row, board)) assert.ok(places.get(id)! < places.get(row.id)!);
        }
      }
    });
  });

  it('however the tree is grouped, what waits is there, and what does not comes last', () => {
    holds((board) => {
      const waiting = new Set(waitingRows(board).map(({ id }) => id));
      for (const grouping of groupings) {
        const groups = groupsOf(board, grouping);
        const isOfWaiting = groups.map(({ rows }) => rows.every(({ row }) => waiting.has(row.id)));
        assert.deepEqual(
          isOfWaiting,
          isOfWaiting.toSorted((a, b) => Number(b) - Number(a)),
        );
        const shown = new Set(groups.flatMap(({ rows }) => rows.map(({ row }) => row.id)));
        for (const id of waiting) assert.ok(shown.has(id), grouping);
      }
    });
  });
});
