import assert from 'node:assert/strict';
import { capacityOf } from '../../../src/core/assignments/workBoard.ts';
import type { TestFact } from '../../support/facts.ts';
import { given } from '../../support/givenWhenThen.ts';
import { workFiguresOf, workOf } from '../../support/work.ts';
import { added, changed, clear, ended, made, owed, reassigned, sound } from '../../support/workFacts.ts';
import { asked } from './seen.ts';

const { excluded: _excluded, ...unclear } = made();
const filled: readonly TestFact[] = [
  { ...unclear, anyway: 'hurry' },
  ...owed('excluded'),
  { type: 'itemSettled', item: 'excluded', answer: 'Partners', settledOn: '2026-03-03' },
  { type: 'agreementFilled', assignment: 'work', settles: 'excluded', excluded: 'Partners', filledOn: '2026-03-03' },
];

/** Ways to flatter a figure of work that was handed out, in the words of docs/figures.md, each with what shows it. */
export const waysWithWork: Readonly<Record<string, () => void>> = {
  'fill every answer with something': () => {
    const empty = given(sound)
      .on('2026-03-02')
      .when({ type: 'assign', ...clear, doneWhen: 'make progress' });
    assert.equal(empty.inShort, 'unclear');
    // What only sounds clear is changed afterwards, and that counts.
    const { agreedClear, changes } = workFiguresOf('2026-03-04', [sound, made(), changed]);
    assert.deepEqual(
      [agreedClear, changes],
      [
        { count: 1, of: 1 },
        { count: 1, of: 1, costInDays: 2 },
      ],
    );
  },

  'settle a hole with the first thing that comes to mind': () => {
    const { agreedClear, clarity } = workFiguresOf('2026-03-04', filled);
    assert.deepEqual([clarity.open, agreedClear], [0, { count: 0, of: 1 }]);
    const better = { ...changed, doneWhen: undefined, excluded: 'Partners and resellers' } as const;
    const [row] = workOf('2026-03-04', [...filled, better]).assignments;
    assert.deepEqual(
      row?.amendments.map(({ how, fields: [field] }) => [how, field?.from, field?.to]),
      [
        ['filled', undefined, 'Partners'],
        ['changed', 'Partners', 'Partners and resellers'],
      ],
    );
    assert.equal(row.changes, 1);
  },

  'call the change a settled hole': () => {
    const settle = { type: 'settle', id: 'excluded', answer: 'Partners' } as const;
    assert.equal(given(...filled.slice(0, 3)).when(settle).inShort, 'itemSettled agreementFilled');
    assert.equal(given(...filled).when(settle).inShort, 'alreadyClosed');
    assert.equal(workFiguresOf('2026-03-04', filled).changes.count, 0);
    assert.equal(workFiguresOf('2026-03-04', [...filled, changed]).changes.count, 1);
  },

  'say that a change costs nothing': () => {
    const free = { ...changed, costInDays: 0 };
    const { changes, interruptions } = workFiguresOf('2026-03-04', [made(), free, { ...reassigned, costInDays: 0 }]);
    assert.deepEqual(changes, { count: 2, of: 1, costInDays: 0 });
    assert.deepEqual(interruptions, [{ person: 'Anna', count: 2, thisWeek: 2 }]);
  },

  'leave out what it depends on': () => {
    assert.deepEqual(workFiguresOf('2026-03-13', [asked, made()]).drag, { yours: 0, of: 9 });
    // Named later, it counts from the hand-out, and naming it is a change.
    const named = { ...changed, doneWhen: undefined, dependsOn: ['vendor'], changedOn: '2026-03-13' } as const;
    const { drag, changes } = workFiguresOf('2026-03-13', [asked, made(), named]);
    assert.deepEqual([drag, changes.count], [{ yours: 9, of: 9 }, 1]);
  },

  'change _done when_ or the due day before it is missed': () => {
    const lower = { ...changed, doneWhen: '10 invoices are paid', dueOn: '2026-03-20' } as const;
    const facts = [made({ dueOn: '2026-03-06' }), lower];
    const [row] = workOf('2026-03-13', facts).assignments;
    assert.deepEqual([row?.overdue, row?.changes, row?.costInDays], [false, 1, 2]);
    assert.deepEqual(
      row?.amendments.flatMap(({ fields }) => fields.map(({ from, to }) => [from, to])),
      [
        ['40 invoices are paid', '10 invoices are paid'],
        ['2026-03-06', '2026-03-20'],
      ],
    );
    const { met, changes } = workFiguresOf('2026-03-13', [...facts, { ...ended, closedOn: '2026-03-13' }]);
    assert.deepEqual([met, changes.count], [{ count: 1, of: 1 }, 1]);
  },

  'give some of it to somebody else before it is counted': () => {
    const before = workOf('2026-03-04', [made()]);
    const after = workOf('2026-03-04', [made(), reassigned]);
    assert.deepEqual(
      [before, after].map((board) => ['Anna', 'Sam'].map((name) => capacityOf(name, board).held.length)),
      [
        [1, 0],
        [0, 1],
      ],
    );
    const { changes, interruptions } = workFiguresOf('2026-03-04', [made(), reassigned]);
    assert.deepEqual([changes.costInDays, interruptions[0]?.person], [3, 'Anna']);
  },

  'retire a priority and add it again in another place': () => {
    const retired = { type: 'priorityRetired', priority: 'sound', reason: 'not now', retiredOn: '2026-03-03' } as const;
    const board = workOf('2026-03-04', [added('sound'), added('fast'), retired, added('again', 'Priority sound')]);
    assert.deepEqual(
      board.priorities.map(({ id }) => id),
      ['fast', 'again'],
    );
    assert.deepEqual(
      board.retired.map(({ title, reason }) => [title, reason]),
      [['Priority sound', 'not now']],
    );
  },
};
