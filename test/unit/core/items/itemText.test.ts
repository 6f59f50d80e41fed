import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ItemState } from '../../../../src/core/board/row.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { sayCaptured } from '../../../../src/core/capture/preview.ts';
import { rowDescription, rowFacts, shortAge, spokenRow } from '../../../../src/core/items/itemText.ts';
import { rowOf } from '../../../support/boardFromFacts.ts';
import {
  acknowledged,
  blockedBy,
  captured,
  checkDaySet,
  cleared,
  decided,
  decidedBySilence,
  defaultStated,
  deliberating,
  handedOver,
  held,
  reversed,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';

const described = (today: Day, ...facts: readonly TestFact[]) => rowFacts(rowOf(today, facts), today);
const spoken = (today: Day, ...facts: readonly TestFact[]) => spokenRow(rowOf(today, facts), today);
const region = captured({ item: 'region', title: 'Pick a region' });

describe('the short facts beside a title', () => {
  it('are how far it is over and who waits', () => {
    // Promised for Wednesday, 4 March, seen on Tuesday of the next week.
    assert.equal(described('2026-03-10', captured({ waiting: ['anna'] })), '4 over · Anna');
    assert.equal(described('2026-03-10', captured({ waiting: ['anna', 'sam', 'lee'] })), '4 over · Anna +2');
  });

  it('leave out who waits when nobody does, and say by when while it is not over', () => {
    assert.equal(described('2026-03-03', captured()), 'due tomorrow');
    assert.equal(described('2026-03-04', captured()), 'due today');
    assert.equal(described('2026-03-02', captured({ promisedOn: '2026-03-06', waiting: ['anna'] })), 'due Fri · Anna');
    assert.equal(described('2026-03-02', captured({ promisedOn: '2026-03-08' })), 'due Sun');
    assert.equal(described('2026-03-02', captured({ promisedOn: '2026-03-09' })), 'due Mon 9 Mar');
    assert.equal(described('2026-03-04', captured({ promisedOn: '2027-01-04' })), 'due Mon 4 Jan 2027');
  });

  it('say over without a number as long as no working day has passed', () => {
    assert.equal(described('2026-03-07', captured({ promisedOn: '2026-03-06' })), 'over');
  });

  it('have the age at their end in lists that show it nowhere else', () => {
    const long = rowOf('2026-03-10', [captured({ waiting: ['anna'] })]);
    assert.equal(rowDescription(long, '2026-03-10'), '4 over · Anna · 9 days old');
    const closed = rowOf('2026-03-03', [captured(), decided]);
    assert.equal(rowDescription(closed, '2026-03-03'), 'decided today');
  });

  it('say how and when it was closed', () => {
    assert.equal(described('2026-03-03', captured(), decided), 'decided today');
    assert.equal(described('2026-03-04', captured(), cleared), 'cleared yesterday');
    assert.equal(described('2026-03-09', captured(), withdrawn), 'withdrawn Tue 3 Mar');
    assert.equal(described('2026-03-04', captured(), decidedBySilence), 'decided by silence yesterday');
  });

  /** An example of each state on Wednesday, 4 March. A new state does not compile until it is added here. */
  const states: Readonly<Record<ItemState, readonly [readonly TestFact[], string]>> = {
    waiting: [[captured()], 'due today'],
    acknowledged: [[captured(), acknowledged], 'due today'],
    blocked: [[captured(), region, blockedBy('region')], 'due today · blocked by “Pick a region”'],
    drifting: [[captured({ promisedOn: '2026-03-03' })], '1 over'],
    deliberating: [[captured(), deliberating], 'held until Fri'],
    sentBack: [[captured(), sentBack], 'with Ida since yesterday'],
    handedOver: [[captured({ waiting: ['anna'] }), handedOver], 'handed to Kim yesterday · Anna'],
    checkDue: [[captured(), decided, { ...checkDaySet, checkOn: '2026-03-04' }], 'decided yesterday · did it stand?'],
    closed: [[captured(), decided], 'decided yesterday'],
  };

  it('say of every state what is to be known about it', () => {
    for (const [state, [facts, description]] of Object.entries(states)) {
      const row = rowOf('2026-03-04', facts);
      assert.equal(row.state, state);
      assert.equal(rowFacts(row, '2026-03-04'), description, state);
    }
  });

  it('say that it is held past its promise, and no longer that it is held once the day has passed', () => {
    assert.equal(described('2026-03-05', captured(), deliberating), '1 over · held until tomorrow');
    assert.equal(described('2026-03-09', captured(), deliberating), '3 over');
  });

  it('say only that it was sent back where nobody is named', () => {
    assert.equal(
      described('2026-03-04', captured(), { ...sentBack, to: undefined }),
      'sent back yesterday, to nobody in particular',
    );
  });

  it('count what it waits for where that is several, and ask whether a default took effect', () => {
    const budget = captured({ item: 'budget', title: 'Set a budget' });
    const both = [captured(), region, budget, blockedBy('region'), blockedBy('budget')];
    assert.equal(described('2026-03-04', ...both), 'due today · blocked by “Pick a region” +1');
    assert.equal(described('2026-03-04', captured(), defaultStated), 'due today · did the default take effect?');
    const away = described('2026-03-04', captured(), defaultStated, sentBack);
    assert.equal(away, 'with Ida since yesterday · did the default take effect?');
  });

  it('say of a closed one when it is to be checked, and what the answer was', () => {
    const closed = (...facts: readonly TestFact[]) => described('2026-03-04', captured(), decided, ...facts);
    assert.equal(closed(checkDaySet), 'decided yesterday · check Fri 20 Mar');
    assert.equal(closed(checkDaySet, held), 'decided yesterday · stood');
    assert.equal(closed(checkDaySet, held, reversed), 'decided yesterday · reversed');
  });
});

describe('what is asked on GitHub', () => {
  const request = { via: 'github', sourceSystem: 'github.com', sourceKey: 'PR_1', waiting: ['anna'] };
  const ofYou = captured(request);
  const ofTeam = captured({ ...request, team: 'acme/core' });
  const approved = { ...decided, via: 'github' };

  it('says so, and which team was asked', () => {
    assert.equal(described('2026-03-10', ofYou), '4 over · Anna · GitHub');
    assert.equal(described('2026-03-10', ofTeam), '4 over · Anna · GitHub, for acme/core');
    assert.match(spoken('2026-03-10', ofYou), /, Anna waits, asked on GitHub, 9 days old$/);
    assert.match(spoken('2026-03-10', ofTeam), /, Anna waits, asked on GitHub, for acme\/core, 9 days old$/);
  });

  it('says once it is closed whether it is still open there', () => {
    assert.equal(described('2026-03-10', ofYou, decided), 'decided Tue 3 Mar · still open on GitHub');
    assert.equal(described('2026-03-10', ofYou, approved), 'decided Tue 3 Mar · GitHub');
    const again = {
      type: 'itemReopened',
      item: 'vendor',
      reason: 'r',
      reopenedOn: '2026-03-05',
      via: 'github',
    } as const;
    const here = { ...decided, decidedOn: '2026-03-06' } as const;
    assert.equal(
      described('2026-03-10', ofTeam, approved, again, here),
      'decided Fri 6 Mar · still open on GitHub, for acme/core',
    );
    assert.equal(
      described('2026-03-10', ofYou, decided, checkDaySet),
      'decided Tue 3 Mar · check Fri 20 Mar · still open on GitHub',
    );
  });
});

describe('a row in words', () => {
  it('says the kind, the state, the days over and who waits', () => {
    assert.equal(
      spoken('2026-03-10', captured({ waiting: ['anna', 'sam'] })),
      'Pick a vendor, Decision, overdue, 4 working days over, drifting, Anna and Sam wait, 9 days old',
    );
    assert.equal(
      spoken('2026-03-05', captured({ waiting: ['anna'] }), deliberating),
      'Pick a vendor, Decision, overdue, 1 working day over, held until tomorrow, Anna waits, 4 days old',
    );
    assert.equal(
      spoken('2026-03-02', captured()),
      'Pick a vendor, Decision, due Wed 4 Mar, nobody named waits, new today',
    );
    assert.equal(
      spoken('2026-03-04', captured(), region, blockedBy('region')),
      'Pick a vendor, Decision, due today, blocked by “Pick a region”, nobody named waits, 3 days old',
    );
  });

  it('says whose move it is, and how it was closed', () => {
    assert.equal(
      spoken('2026-03-04', captured({ waiting: ['anna'] }), sentBack),
      'Pick a vendor, Decision, with Ida since yesterday, Anna waits, 3 days old',
    );
    assert.equal(spoken('2026-03-04', captured(), decided), 'Pick a vendor, Decision, decided yesterday');
  });
});

describe('an age in two characters', () => {
  it('is rounded down to days, weeks, months or years, and never needs a third', () => {
    const ages = [1, 9, 10, 13, 14, 69, 70, 299, 300, 364, 365, 729, 730, 3649, 3650];
    assert.deepEqual(ages.map(shortAge), '1d 9d 1w 1w 2w 9w 2m 9m ¾y ¾y 1y 1y 2y 9y 9+'.split(' '));
    for (let age = 1; age < 5_000; age++) assert.equal(shortAge(age).length, 2, String(age));
  });

  it('is never more than the true age, and less by under half of it', () => {
    const units: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };
    for (let age = 1; age < 3_650; age++) {
      const [figure = '', unit = ''] = shortAge(age);
      const said = (figure === '¾' ? 0.75 : Number(figure)) * units[unit]!;
      assert.ok(said <= age && said > age / 2, `${age}: ${shortAge(age)}`);
    }
  });
});

describe('what will be saved', () => {
  it('is said in one line before it is', () => {
    const fact = captured({
      door: 'one-way',
      askedOn: '2026-11-16',
      promisedOn: '2026-11-27',
      waiting: ['anna', 'sam'],
    });
    assert.equal(
      sayCaptured(fact, '2026-11-23'),
      '“Pick a vendor” · Decision · one-way · asked Mon 16 Nov · promised Fri 27 Nov · Anna and Sam wait',
    );
  });

  it('says that what was asked long ago is overdue at once', () => {
    const fact = captured({ askedOn: '2026-11-10', promisedOn: '2026-11-12', target: 2 });
    assert.equal(
      sayCaptured(fact, '2026-11-26'),
      '“Pick a vendor” · Decision · asked Tue 10 Nov · promised Thu 12 Nov (by default: asked day + 2 working days) · overdue at once',
    );
    assert.doesNotMatch(sayCaptured(fact, '2026-11-12'), /overdue/);
  });

  it('says that the target set the promise, who asked, who owes it, and the rest', () => {
    const fact = captured({
      kind: 'dependency',
      target: 1,
      askedBy: 'ida',
      owedBy: 'ops',
      waiting: ['anna'],
      tags: ['x', 'y'],
      link: 'https://a.test',
    });
    assert.equal(
      sayCaptured(fact, '2026-03-04'),
      '“Pick a vendor” · Dependency · asked Mon 2 Mar by Ida · promised Wed 4 Mar (by default: asked day + 1 working day) · Anna waits · owed by Ops · #x · #y · https://a.test',
    );
  });
});
