import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import { workingDaysByHolder } from '../../../../src/core/board/clocks.ts';
import { computeTrend, type TrendWeek, trendWeeks } from '../../../../src/core/figures/trend.ts';
import { boardOf } from '../../../support/boardFromFacts.ts';
import { captured, decided, handedOver, returned, sentBack, type TestFact } from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';

/** A Wednesday. The current week ends on Sunday the 8th and is computed up to today. */
const today: Day = '2026-03-04';

const trendOf = (...facts: readonly TestFact[]): readonly TrendWeek[] =>
  computeTrend(boardOf(today, facts), mondayToFriday);

const numbersOf = (weeks: readonly TrendWeek[]): number[][] =>
  weeks.slice(-3).map(({ open, personDays }) => [open, personDays]);

describe('the trend', () => {
  it('tells half a year, week by week, up to today', () => {
    const weeks = trendOf();
    assert.equal(weeks.length, trendWeeks);
    assert.deepEqual(
      weeks.slice(-3).map(({ endsOn }) => endsOn),
      ['2026-02-22', '2026-03-01', '2026-03-04'],
    );
  });

  it('counts an item from the week it was asked in, and the days of those who wait up to each end', () => {
    const weeks = trendOf(captured({ askedOn: '2026-02-19', waiting: ['anna', 'sam'] }));
    assert.deepEqual(numbersOf(weeks), [
      [1, 2],
      [1, 12],
      [1, 18],
    ]);
    assert.equal(weeks.at(-4)?.open, 0);
  });

  it('counts no item in the week it was closed', () => {
    const weeks = trendOf(captured({ askedOn: '2026-02-19', waiting: ['anna'] }), {
      ...decided,
      decidedOn: '2026-02-27',
    });
    assert.deepEqual(numbersOf(weeks), [
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
  });

  it('leaves out the days with who asked, and an item while somebody else decides it', () => {
    const weeks = trendOf(
      captured({ askedOn: '2026-02-16', waiting: ['anna'] }),
      { ...sentBack, sentBackOn: '2026-02-18' },
      { ...returned, returnedOn: '2026-02-24' },
      { ...handedOver, handedOverOn: '2026-03-03' },
    );
    assert.deepEqual(numbersOf(weeks), [
      [1, 2],
      [1, 5],
      [0, 0],
    ]);
  });

  it('agrees with counting each item on each day by itself', () => {
    const days = fc.integer({ min: 0, max: 250 }).map((ago) => addDays(today, -ago));
    const items = fc.array(fc.record({ asked: days, closed: fc.option(days), people: fc.integer({ min: 0, max: 3 }) }));
    fc.assert(
      fc.property(items, (items) => {
        const facts = items.flatMap(({ asked, closed, people }, index): TestFact[] => {
          const item = `item ${index}`;
          const waiting = ['anna', 'sam', 'lee'].slice(0, people);
          const capture = captured({ item, askedOn: asked, promisedOn: asked, waiting });
          return closed !== null && closed >= asked ? [capture, { ...decided, item, decidedOn: closed }] : [capture];
        });
        const board = boardOf(today, facts);
        for (const week of computeTrend(board, mondayToFriday)) {
          const open = board.rows.filter(
            ({ askedOn, closing }) => askedOn <= week.endsOn && (closing === undefined || closing.on > week.endsOn),
          );
          const personDays = open.map(
            ({ waiting, turns, askedOn }) =>
              waiting.length * workingDaysByHolder(turns, askedOn, week.endsOn, mondayToFriday).leader,
          );
          assert.deepEqual(week, {
            endsOn: week.endsOn,
            open: open.length,
            personDays: personDays.reduce((sum, days) => sum + days, 0),
          });
        }
      }),
    );
  });
});
