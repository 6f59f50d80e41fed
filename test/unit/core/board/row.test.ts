import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { rowOf } from '../../../support/boardFromFacts.ts';
import {
  captured,
  cleared,
  decided,
  decidedBySilence,
  deliberating,
  reopened,
  returned,
  sentBack,
  type TestFact,
  withdrawn,
} from '../../../support/facts.ts';
import { inTimeZone, zones } from '../../../support/timeZone.ts';

const moved = { type: 'promiseMoved', item: 'vendor', reason: 'r', movedOn: '2026-03-04' } as const;

describe('an item on the board', () => {
  it('is one day old on the day it was asked, never none, and has not waited yet', () => {
    const row = rowOf('2026-03-02', [captured()]);
    assert.equal(row.ageInDays, 1);
    assert.equal(row.workingDaysWaited, 0);
  });

  it('ages by calendar days, and waits by working days after the asked day up to today', () => {
    // Asked on Friday 27 February; Monday 9 March is a holiday.
    const calendar = new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays: ['2026-03-09'] });
    const figures = (today: Day) => {
      const { ageInDays, workingDaysWaited } = rowOf(today, [captured({ askedOn: '2026-02-27' })], calendar);
      return [ageInDays, workingDaysWaited];
    };
    assert.deepEqual(figures('2026-02-28'), [2, 0]);
    assert.deepEqual(figures('2026-03-01'), [3, 0]);
    assert.deepEqual(figures('2026-03-02'), [4, 1]);
    assert.deepEqual(figures('2026-03-06'), [8, 5]);
    assert.deepEqual(figures('2026-03-09'), [11, 5]);
    assert.deepEqual(figures('2026-03-10'), [12, 6]);
  });

  it('is overdue the day after its promise and not on it, and over by the working days since', () => {
    const figures = (today: Day) => {
      const { overdue, daysOver, state } = rowOf(today, [captured({ promisedOn: '2026-03-06' })]);
      return [overdue, daysOver, state];
    };
    assert.deepEqual(figures('2026-03-05'), [false, 0, 'waiting']);
    assert.deepEqual(figures('2026-03-06'), [false, 0, 'waiting']);
    assert.deepEqual(figures('2026-03-07'), [true, 0, 'drifting'], 'on Saturday no working day has passed');
    assert.deepEqual(figures('2026-03-09'), [true, 1, 'drifting']);
    assert.deepEqual(figures('2026-03-13'), [true, 5, 'drifting']);
  });

  it('is judged by the promise in force, and shows the first one beside it', () => {
    const row = rowOf('2026-03-09', [captured(), { ...moved, promisedOn: '2026-03-10' }]);
    assert.deepEqual(
      [row.overdue, row.promisedOn, row.firstPromisedOn, row.slips],
      [false, '2026-03-10', '2026-03-04', 1],
    );
    assert.equal(rowOf('2026-03-11', [captured(), { ...moved, promisedOn: '2026-03-10' }]).daysOver, 1);
  });

  it('knows the last day people were told: the promise, or a day past it until which it is held', () => {
    const said = (...facts: readonly TestFact[]) => rowOf('2026-03-09', [captured(), ...facts]).saidOn;
    const until = (day: Day) => ({ ...deliberating, until: day }) as const;
    assert.equal(said(), '2026-03-04');
    assert.equal(said({ ...moved, promisedOn: '2026-03-10' }), '2026-03-10');
    assert.equal(said(until('2026-03-04')), '2026-03-04', 'no later than the promise');
    assert.equal(said(until('2026-03-12')), '2026-03-12');
    assert.equal(said(until('2026-03-12'), until('2026-03-06')), '2026-03-12', 'an earlier one takes nothing back');
    assert.equal(said(until('2026-03-12'), sentBack, returned), '2026-03-16', 'two working days were the asker’s');
    assert.equal(said(until('2026-03-12'), { ...moved, promisedOn: '2026-03-20' }), '2026-03-20');
    assert.equal(said(until('2026-03-12'), { ...moved, promisedOn: '2026-03-10' }), '2026-03-10', 'a new promise');
  });

  it('costs people times working days, and nothing when nobody is named', () => {
    assert.equal(rowOf('2026-03-09', [captured({ waiting: ['anna', 'sam'] })]).personDays, 10);
    assert.equal(rowOf('2026-03-09', [captured()]).personDays, 0);
    assert.equal(rowOf('2026-03-02', [captured({ waiting: ['anna'] })]).personDays, 0);
  });

  it('stops ageing, waiting and costing on the day it is closed', () => {
    for (const closing of [decided, cleared, withdrawn, decidedBySilence]) {
      const row = rowOf('2026-03-20', [captured({ waiting: ['anna'], promisedOn: '2026-03-02' }), closing]);
      assert.deepEqual(
        [row.state, row.ageInDays, row.workingDaysWaited, row.overdue, row.daysOver, row.personDays],
        ['closed', 2, 1, false, 0, 0],
      );
    }
  });

  it('goes on from the asked day when it is reopened, without the days on which it was closed', () => {
    // Closed from Tuesday to Wednesday, so it is due on Thursday and not on Wednesday.
    const row = rowOf('2026-03-06', [captured(), decided, reopened]);
    assert.deepEqual([row.state, row.ageInDays, row.workingDaysWaited, row.daysOver], ['drifting', 5, 3, 1]);
    assert.deepEqual([row.promisedOn, row.dueOn, row.restedInDays], ['2026-03-04', '2026-03-05', 1]);
  });

  it('is never younger than a day, also when two machines left its closing before its asking', () => {
    const asked = { type: 'itemEdited', item: 'vendor', askedOn: '2026-03-06' } as const;
    const row = rowOf('2026-03-09', [captured(), decided, asked]);
    assert.deepEqual([row.ageInDays, row.workingDaysWaited], [1, 0]);
  });

  it('shows how long it took until it was logged, by the wall clock of the leader', () => {
    const delay = (loggedAt: string, askedOn: Day) =>
      rowOf('2026-04-01', [captured({ askedOn, loggedAt })]).logDelayInDays;
    inTimeZone('UTC', () => {
      assert.equal(delay('2026-03-02T23:59:59.999Z', '2026-03-02'), 0);
      assert.equal(delay('2026-03-05T00:00:00.000Z', '2026-03-02'), 3);
      assert.equal(delay('2026-03-01T12:00:00.000Z', '2026-03-02'), 0, 'never negative');
    });
    inTimeZone('Europe/Berlin', () => assert.equal(delay('2026-03-02T23:30:00.000Z', '2026-03-02'), 1));
    inTimeZone('America/New_York', () => assert.equal(delay('2026-03-03T02:00:00.000Z', '2026-03-02'), 0));
  });

  it('has the same figures across both clock changes and the end of the year, in every time zone', () => {
    const figures = (askedOn: Day, promisedOn: Day, today: Day) => {
      const row = rowOf(today, [captured({ askedOn, promisedOn })]);
      return [row.ageInDays, row.workingDaysWaited, row.daysOver];
    };
    for (const zone of zones) {
      inTimeZone(zone, () => {
        assert.deepEqual(figures('2026-03-27', '2026-03-28', '2026-03-30'), [4, 1, 1], zone);
        assert.deepEqual(figures('2026-10-23', '2026-10-25', '2026-10-26'), [4, 1, 1], zone);
        assert.deepEqual(figures('2025-12-30', '2025-12-31', '2026-01-02'), [4, 3, 2], zone);
        assert.deepEqual(figures('2024-02-28', '2024-02-29', '2024-03-01'), [3, 2, 1], zone);
      });
    }
  });
});
