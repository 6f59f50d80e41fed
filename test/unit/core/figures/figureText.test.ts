import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type GroupName, groupNames } from '../../../../src/core/board/groups.ts';
import type { Friction, FrictionReport } from '../../../../src/core/figures/friction.ts';
import type { Symmetry } from '../../../../src/core/figures/scorecard.ts';
import { type TargetKind, targetKinds } from '../../../../src/core/policy.ts';
import {
  overdueSentence,
  sayAsker,
  sayChecksDue,
  sayDrift,
  sayFriction,
  sayPace,
  sayPersonDays,
  sayRecurring,
  sayShare,
  saySpread,
  saySymmetry,
  sayTargetKind,
  statusLabel,
  statusText,
} from '../../../../src/core/figures/figureText.ts';
import { sayGroup, sayKindGroup } from '../../../../src/core/board/groupText.ts';
import { boardOf } from '../../../support/boardFromFacts.ts';
import { captured } from '../../../support/facts.ts';

describe('the number at the foot of the window', () => {
  const promised = { promisedOn: '2026-03-03' } as const;
  const three = [
    captured({ item: '1', ...promised, waiting: ['anna', 'sam', 'lee'] }),
    captured({ item: '2', ...promised, waiting: ['anna'] }),
    captured({ item: '3', ...promised, kind: 'dependency', waiting: ['anna'] }),
    captured({ item: '4', kind: 'approval', promisedOn: '2026-03-09' }),
  ];

  it('is split by kind in the tooltip and when it is spoken', () => {
    const board = boardOf('2026-03-04', three);
    assert.equal(statusText(board.totals), '3 overdue · 10 person-days');
    assert.equal(overdueSentence(board.totals), '3 overdue: 2 decisions, 1 dependency');
    assert.equal(
      statusLabel(board),
      'Pacesetter: 3 overdue: 2 decisions, 1 dependency. 4 open, 10 person-days of waiting.',
    );
  });

  it('says it in words when there is none, and uses the singular for one', () => {
    assert.equal(overdueSentence(boardOf('2026-03-02', [captured()]).totals), 'Nothing overdue');
    const { totals } = boardOf('2026-03-03', [
      captured({ ...promised, kind: 'approval', waiting: ['anna'], promisedOn: '2026-03-02' }),
    ]);
    assert.equal(statusText(totals), '1 overdue · 1 person-day');
    assert.equal(overdueSentence(totals), '1 overdue: 1 approval');
  });
});

describe('a figure in words', () => {
  it('is a cost in person-days, grouped where it is large', () => {
    assert.deepEqual([0, 1, 57_763].map(sayPersonDays), ['0 person-days', '1 person-day', '57,763 person-days']);
  });

  it('is a pace by the exact counts where they are few, and out of ten where they are many', () => {
    const pace = (olderThan: number, of: number) => sayPace({ olderThan, of, percent: (100 * olderThan) / of });
    assert.equal(pace(3, 4), 'older than 3 of 4 you closed');
    assert.equal(pace(9, 9), 'older than anything you closed');
    assert.equal(pace(9, 10), 'older than 9 of 10 you closed');
    assert.equal(pace(199, 200), 'older than 9 of 10 you closed', 'not of ten, as one took longer');
    assert.equal(pace(81, 81), 'older than anything you closed');
    assert.equal(pace(7, 81), 'older than 7 of 81 you closed', 'less than one of ten');
  });

  it('is a symmetry with what is asked beside what is taken, or with what is missing', () => {
    const symmetry = (said: Partial<Symmetry>) =>
      saySymmetry({ kind: 'twoWayDecision', target: 2, closed: 5, needed: 5, p85: 8, ratio: 4, ...said });
    assert.equal(symmetry({}), 'you ask 2 working days and take 8 working days (4.0×).');
    assert.equal(symmetry({ target: 1, p85: 1, ratio: 1 }), 'you ask 1 working day and take 1 working day (1.0×).');
    assert.equal(
      symmetry({ target: 0, p85: 3, ratio: undefined }),
      'you ask for the same day and take 3 working days.',
    );
    const tooFew = { closed: 3, p85: undefined, ratio: undefined };
    assert.equal(symmetry(tooFew), 'you ask 2 working days; not enough closed yet (3 of 5).');
  });

  it('is how many checks are due and how many defaults are to be confirmed, or nothing', () => {
    const say = (checkDue: number, defaultDue: number) =>
      sayChecksDue({ ...boardOf('2026-03-04', []).totals, checkDue, defaultDue });
    assert.equal(say(0, 0), undefined);
    assert.equal(say(1, 0), '1 check is due');
    assert.equal(say(0, 1), '1 default to confirm');
    assert.equal(say(2, 3), '2 checks are due · 3 defaults to confirm');
  });

  it('is a share in counts, a spread by its percentiles, and says so where there is nothing yet', () => {
    assert.equal(sayShare({ count: 5, of: 8 }), '5 of 8');
    assert.equal(sayShare({ count: 0, of: 8 }), '0 of 8');
    assert.equal(sayShare({ count: 0, of: 0 }), 'nothing yet');
    assert.equal(saySpread({ n: 9, p50: 2, p85: 6 }), 'half within 2, 85 % within 6 working days, of 9');
    assert.equal(saySpread({ n: 9, p50: 0, p85: 1 }), 'half on the same day, 85 % within 1 working day, of 9');
    assert.equal(saySpread({ n: 9, p50: 0, p85: 0 }), '85 % on the same day, of 9');
    assert.equal(saySpread({ n: 0, p50: undefined, p85: undefined }), 'nothing yet');
  });

  it('is what drifts, by how much and at what cost', () => {
    assert.equal(sayDrift({ items: 0, personDays: 0, longestInWorkingDays: 0 }), 'nothing drifts');
    assert.equal(
      sayDrift({ items: 1, personDays: 4, longestInWorkingDays: 2 }),
      '1 item drifts, 2 working days over: 4 person-days',
    );
    assert.equal(
      sayDrift({ items: 3, personDays: 40, longestInWorkingDays: 9 }),
      '3 items drift, the longest 9 working days over: 40 person-days',
    );
  });

  it('is where the waiting comes from, by whom, and what recurs', () => {
    const friction: Friction<TargetKind> = {
      key: 'approval',
      items: 12,
      late: 7,
      workingDaysWaited: 40,
      personDays: 65,
    };
    assert.equal(sayFriction(friction), '12 items, 40 working days, 65 person-days; 7 late');
    const one = { ...friction, items: 1, late: 0, workingDaysWaited: 1, personDays: 1 };
    assert.equal(sayFriction(one), '1 item, 1 working day, 1 person-day; 0 late');
    const report = (recurring: FrictionReport['recurring']) =>
      sayRecurring({ windowInDays: 90, byKind: [friction], byAsker: [], recurring });
    assert.equal(report(friction), '7 of 12 approvals were late.');
    assert.equal(report(undefined), 'No kind is late repeatedly.');
    assert.deepEqual([sayAsker('ida'), sayAsker(undefined)], ['Ida', 'Nobody named']);
    assert.equal(new Set(targetKinds.map(sayTargetKind)).size, targetKinds.length);
  });
});

describe('the name of a group', () => {
  const names: Readonly<Record<GroupName, string>> = {
    overdue: 'Overdue',
    today: 'Today',
    thisWeek: 'This Week',
    later: 'Later',
    onHold: 'On Hold',
    theirMove: 'Their Move',
    closed: 'Closed',
  };

  it('says what is in it', () => {
    for (const name of groupNames) assert.equal(sayGroup(name), names[name]);
    const kinds = (['decision', 'approval', 'dependency'] as const).map(sayKindGroup);
    assert.deepEqual(kinds, ['Decisions', 'Approvals', 'Dependencies']);
  });
});
