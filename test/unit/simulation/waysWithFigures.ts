import assert from 'node:assert/strict';
import { buildSnapshot } from '../../../src/core/panel/snapshot.ts';
import { computeScorecard } from '../../../src/core/figures/scorecard.ts';
import { buildWorkBoard } from '../../../src/core/assignments/workBoard.ts';
import { Calendar } from '../../../src/core/time/calendar.ts';
import { registerOf } from '../../support/boardFromFacts.ts';
import { captured, checkDaySet, decided, held, reversed, withdrawn } from '../../support/facts.ts';
import { given } from '../../support/givenWhenThen.ts';
import { usualPolicy } from '../../support/policy.ts';
import { workFiguresOf, workOf } from '../../support/work.ts';
import { added, changed, made, owed } from '../../support/workFacts.ts';
import { asked, on, seenOn, tells } from './seen.ts';

const late = { ...decided, decidedOn: '2026-03-06' } as const;

/** Ways to flatter a figure over many items or over work handed out, in the words of docs/figures.md. */
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

  'withdraw what will be late': () => {
    const inTime = seenOn('2026-03-20', [asked, { ...withdrawn, withdrawnOn: '2026-03-04' }]);
    assert.deepEqual(
      [inTime.figures.kept, inTime.figures.withdrawn],
      [
        { count: 0, of: 0 },
        { count: 1, late: 0 },
      ],
    );
    const tooLate = seenOn('2026-03-20', [asked, { ...withdrawn, withdrawnOn: '2026-03-06' }]);
    assert.deepEqual(
      [tooLate.figures.standing, tooLate.figures.withdrawn],
      [
        { count: 0, of: 0 },
        { count: 1, late: 1 },
      ],
    );
    assert.deepEqual(
      tooLate.ledger.withdrawn.map(({ id }) => id),
      ['vendor'],
    );
    tells(tooLate, 'withdrawn', 'no longer needed');
  },

  'promise late days': () => {
    const { row, figures } = seenOn('2026-03-13', [
      captured({ promisedOn: '2026-03-31' }),
      { ...decided, decidedOn: '2026-03-13' },
    ]);
    assert.deepEqual(figures.kept, { count: 1, of: 1 });
    assert.deepEqual([row.ageInDays, figures.decisionTime.p85], [12, 9]);
  },

  'answer every check with "it held", or set none': () => {
    const other = [captured({ item: 'other' }), { ...decided, item: 'other' }];
    const register = registerOf(asked, decided, checkDaySet, held, ...other);
    const { board } = seenOn('2026-03-20', [asked, decided, checkDaySet, held, ...other]);
    const snapshot = buildSnapshot(board, buildWorkBoard(register, board, usualPolicy), usualPolicy, 'en', () => '');
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

  'call the change a settled hole': () => {
    const { excluded: _excluded, ...unclear } = made();
    const settle = { type: 'settle', id: 'excluded', answer: 'Partners' } as const;
    const facts = [{ ...unclear, anyway: 'hurry' }, ...owed('excluded')];
    assert.equal(given(...facts).when(settle).inShort, 'itemSettled agreementFilled');
    const settled = [
      ...facts,
      { type: 'itemSettled', item: 'excluded', answer: 'Partners', settledOn: '2026-03-03' },
      {
        type: 'agreementFilled',
        assignment: 'work',
        settles: 'excluded',
        excluded: 'Partners',
        filledOn: '2026-03-03',
      },
    ] as const;
    assert.equal(given(...settled).when(settle).inShort, 'alreadyClosed');
    assert.equal(workFiguresOf('2026-03-04', settled).changes.count, 0);
    assert.equal(workFiguresOf('2026-03-04', [...settled, changed]).changes.count, 1);
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

  'change the working week or the holidays': () => {
    const lazy = { ...usualPolicy, calendar: new Calendar({ weekdays: [1], holidays: [] }) };
    const facts = [asked, late];
    const seenWith = (policy: typeof usualPolicy) => {
      const { row, board } = seenOn('2026-03-09', facts, policy);
      const { kept } = computeScorecard(board, policy);
      return [row.ageInDays, row.firstPromisedOn, row.firstDueOn, kept];
    };
    assert.deepEqual(seenWith(lazy), seenWith(usualPolicy));
  },
};
