import assert from 'node:assert/strict';
import type { BoardRow } from '../../../src/core/board/row.ts';
import { buildSnapshot } from '../../../src/core/panel/snapshot.ts';
import { cycleTimes, paceOf } from '../../../src/core/figures/pace.ts';
import { ledgerText } from '../../../src/core/reports/ledgerText.ts';
import { buildLookBack } from '../../../src/core/reports/lookBack.ts';
import { buildWorkBoard } from '../../../src/core/assignments/workBoard.ts';
import { Calendar } from '../../../src/core/time/calendar.ts';
import type { Day } from '../../../src/core/time/day.ts';
import { registerOf } from '../../support/boardFromFacts.ts';
import {
  captured,
  checkDaySet,
  decided,
  held,
  reopened,
  returned,
  reversed,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../support/facts.ts';
import { given } from '../../support/givenWhenThen.ts';
import { usualPolicy } from '../../support/policy.ts';
import { asked, on, seenOn, tells } from './seen.ts';

const late = { ...decided, decidedOn: '2026-03-06' } as const;

/** Ways to flatter a figure over many items, in the words of docs/figures.md. */
export const waysWithFigures: Readonly<Record<string, () => void>> = {
  'split one question into quick ones': () => {
    const part = captured({ item: 'part', askedOn: '2026-03-02', waiting: ['Anna'], ...on('2026-03-11') });
    const { board, figures } = seenOn('2026-03-12', [asked, { ...decided, decidedOn: '2026-03-11' }, part]);
    assert.deepEqual(
      board.rows.map(({ id, logDelayInDays, ageInDays, personDays }) => [id, logDelayInDays, ageInDays, personDays]),
      [
        ['part', 9, 11, 8],
        ['vendor', 0, 10, 0],
      ],
    );
    assert.deepEqual([figures.kept, figures.decisionTime.n], [{ count: 0, of: 2 }, 1]);
  },

  'raise the target': () => {
    const lenient = { ...usualPolicy, targets: { ...usualPolicy.targets, twoWayDecision: 30 } };
    const facts = [1, 2, 3, 4, 5].flatMap((number) => {
      const item = number === 1 ? 'vendor' : `item ${number}`;
      return [captured({ item }), { ...late, item }];
    });
    const ratioWith = (policy: typeof usualPolicy) => {
      const { symmetry, kept } = seenOn('2026-03-09', facts, policy).figures;
      const { target, p85, ratio } = symmetry.find(({ kind }) => kind === 'twoWayDecision') ?? {};
      return [target, p85, ratio, kept];
    };
    assert.deepEqual(ratioWith(usualPolicy), [2, 4, 2, { count: 0, of: 5 }]);
    // The ratio is better, the target beside it says why, and the promises that were made stay.
    assert.deepEqual(ratioWith(lenient), [30, 4, 4 / 30, { count: 0, of: 5 }]);
  },

  'answer every check with "it stood", or set none': () => {
    const other = [captured({ item: 'other' }), { ...decided, item: 'other' }];
    const register = registerOf(asked, decided, checkDaySet, held, ...other);
    const { board } = seenOn('2026-03-20', [asked, decided, checkDaySet, held, ...other]);
    const work = buildWorkBoard(register, board, usualPolicy);
    const snapshot = buildSnapshot(register, board, work, usualPolicy, 'en', () => '');
    assert.deepEqual(Object.fromEntries(snapshot.closed.map(({ id, verdict }) => [id, verdict])), {
      vendor: 'held',
      other: 'unchecked',
    });
    // What did not hold after all cannot be made to hold again, neither by an answer nor by reopening.
    const facts = [asked, decided, checkDaySet, held, reversed];
    const seen = seenOn('2026-03-06', facts);
    assert.deepEqual(seen.figures.standing, { count: 0, of: 1 });
    tells(seen, 'reversed: the price doubled');
    const after = given(...facts);
    assert.equal(after.when({ type: 'answerCheck', id: 'vendor', answer: 'held' }).inShort, 'alreadyReversed');
    assert.equal(after.when({ type: 'reopen', id: 'vendor', reason: 'no' }).inShort, 'alreadyReversed');
  },

  'close what is old without deciding it, so that long is usual': () => {
    const named = (count: number): string[] => Array.from({ length: count }, (_, number) => `${count} ${number}`);
    const quick = named(10).flatMap((item) => [captured({ item }), { ...decided, item }]);
    const old = named(5).flatMap((item) => [
      captured({ item, askedOn: '2026-02-02', promisedOn: '2026-02-04' }),
      { ...withdrawn, item, withdrawnOn: '2026-03-13' as const },
    ]);
    const seenWith = (...more: readonly TestFact[]) => {
      const { row, board, figures } = seenOn('2026-03-13', [asked, ...quick, ...more]);
      const { olderThan, of } = paceOf(row, cycleTimes(board)) ?? {};
      return [olderThan, of, figures.decisionTime.n, figures.decisionTime.p85, figures.withdrawn];
    };
    assert.deepEqual(seenWith(), [10, 10, 10, 1, { count: 0, late: 0 }]);
    assert.deepEqual(seenWith(...old), [10, 15, 15, 29, { count: 5, late: 5 }]);
  },

  'choose the days in which little slipped': () => {
    const moved = {
      type: 'promiseMoved',
      item: 'vendor',
      promisedOn: '2026-03-10',
      reason: 'later',
      movedOn: '2026-03-04',
    } as const;
    const span = { from: '2026-03-09', to: '2026-03-13' } as const;
    const { ledger } = seenOn('2026-03-13', [asked, moved], usualPolicy, span);
    assert.deepEqual(ledger.slipped, []);
    // What is owed is that of today, with all its slips, and the page says which days were chosen.
    assert.deepEqual(
      ledger.owed.map(({ row, slips }) => [row.id, row.overdue, slips.length]),
      [['vendor', true, 1]],
    );
    assert.ok(ledgerText(ledger, 'shown', (id) => id).includes('2026-03-09 to 2026-03-13'));
  },

  'close on the last day of a week, and reopen on the first of the next': () => {
    const facts = [asked, { ...decided, decidedOn: '2026-03-06' as const }];
    const all = [...facts, { ...reopened, reopenedOn: '2026-03-09' as const }];
    const { board, figures } = seenOn('2026-03-13', all);
    const backOn = (day: Day) => {
      const back = buildLookBack(registerOf(...all), board, { assignments: [] }, day, usualPolicy);
      assert.ok(back !== undefined);
      return [back.decided.length, back.waited.onLeader, back.onLeader.map(({ ageInDays }) => ageInDays)];
    };
    assert.deepEqual(backOn('2026-03-06'), [1, 0, []]);
    // The week after has it again, with its whole age.
    assert.deepEqual(backOn('2026-03-13'), [0, 1, [12]]);
    assert.deepEqual([figures.reopened, figures.kept], [1, { count: 0, of: 1 }]);
  },

  'change the working week or the holidays': () => {
    const lazy = { ...usualPolicy, calendar: new Calendar({ weekdays: [1], holidays: [] }) };
    const rested = [
      asked,
      { ...sentBack, sentBackOn: '2026-03-03' as const },
      { ...returned, returnedOn: '2026-03-10' as const },
    ];
    const { row: usual } = seenOn('2026-03-20', rested);
    const { row } = seenOn('2026-03-20', rested, lazy);
    assert.deepEqual([usual.workingDaysWaited, usual.personDays, usual.workingDaysWithAsker], [9, 9, 5]);
    assert.deepEqual([row.workingDaysWaited, row.personDays, row.workingDaysWithAsker], [1, 1, 1]);
    // A promise that rested moves with the working days of its rest.
    assert.deepEqual([usual.restedInDays, usual.firstDueOn], [5, '2026-03-11']);
    assert.deepEqual([row.restedInDays, row.firstDueOn], [1, '2026-03-10']);
    // Calendar days, what was said, and a promise that did not rest stay.
    const same = ({ ageInDays, firstPromisedOn }: BoardRow) => [ageInDays, firstPromisedOn];
    assert.deepEqual(same(row), same(usual));
    const kept = (policy: typeof usualPolicy) => {
      const { row: unrested, figures } = seenOn('2026-03-09', [asked, late], policy);
      return [unrested.ageInDays, unrested.firstDueOn, figures.kept];
    };
    assert.deepEqual(kept(lazy), kept(usualPolicy));
  },
};
