import assert from 'node:assert/strict';
import { addBusinessDays, differenceInBusinessDays, parseISO } from 'date-fns';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Calendar, type WorkingWeek } from '../../../../src/core/time/calendar.ts';
import { addDays, type Day, dayOf, dayNumber, daysBetween, weekdayOfNumber } from '../../../../src/core/time/day.ts';
import { anyDay } from '../../../support/anyFact.ts';
import { mondayToFriday } from '../../../support/givenWhenThen.ts';
import { inTimeZone, zones } from '../../../support/timeZone.ts';

const weekdayOf = (day: Day) => weekdayOfNumber(dayNumber(day));
const isWeekday = (day: Day) => weekdayOf(day) <= 5;
const aDay = anyDay('2023-12-01', '2028-03-31');
const anyWeek: fc.Arbitrary<WorkingWeek> = fc.record({
  weekdays: fc.oneof(
    fc.constantFrom([1, 2, 3, 4], [7, 1, 2, 3, 4], [1, 2, 3, 4, 5], [6], [1, 2, 3, 4, 5, 6, 7]),
    fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
  ),
  holidays: fc.array(aDay, { maxLength: 60 }),
});

/** Counts by checking every day. */
function countedDayByDay({ weekdays, holidays }: WorkingWeek, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (weekdays.includes(weekdayOf(day)) && !holidays.includes(day)) count++;
  }
  return count;
}

describe('the working-day calendar', () => {
  it('counts the working days after a day, up to and including another', () => {
    const count = (from: Day, to: Day) => mondayToFriday.workingDaysAfter(from, to);
    assert.equal(count('2026-03-04', '2026-03-04'), 0, 'on the day itself nothing has been waited');
    assert.equal(count('2026-03-04', '2026-03-05'), 1);
    assert.equal(count('2026-03-06', '2026-03-07'), 0, 'from Friday to Saturday');
    assert.equal(count('2026-03-06', '2026-03-09'), 1, 'from Friday to Monday');
    assert.equal(count('2026-03-07', '2026-03-09'), 1, 'from Saturday to Monday');
    assert.equal(count('2026-03-02', '2026-03-16'), 10, 'two weeks');
    assert.equal(count('2026-03-05', '2026-03-04'), 0, 'never negative');
    assert.equal(count('2025-12-31', '2026-12-31'), 261, 'all of 2026');
  });

  it('leaves out holidays, but only those that fall on a worked weekday, and each once', () => {
    const calendar = new Calendar({
      weekdays: [1, 2, 3, 4, 5],
      holidays: ['2026-12-25', '2026-12-25', '2026-12-26', '2027-01-01'],
    });
    assert.equal(calendar.workingDaysAfter('2026-12-24', '2026-12-28'), 1);
    assert.equal(calendar.workingDaysAfter('2026-12-23', '2027-01-04'), 6);
    assert.equal(calendar.isWorkingDay('2026-12-25'), false);
    assert.equal(calendar.isWorkingDay('2026-12-28'), true);
  });

  it('knows a four-day week and one from Sunday to Thursday', () => {
    const fourDays = new Calendar({ weekdays: [1, 2, 3, 4], holidays: [] });
    assert.equal(fourDays.workingDaysAfter('2026-03-05', '2026-03-09'), 1);
    assert.equal(fourDays.addWorkingDays('2026-03-05', 1), '2026-03-09');
    const sundayToThursday = new Calendar({ weekdays: [7, 1, 2, 3, 4], holidays: [] });
    assert.equal(sundayToThursday.workingDaysAfter('2026-03-05', '2026-03-08'), 1);
    assert.equal(sundayToThursday.addWorkingDays('2026-03-05', 1), '2026-03-08');
    assert.equal(sundayToThursday.addWorkingDays('2026-03-06', 0), '2026-03-08');
  });

  it('counts what counting day by day counts, whatever the week and its holidays', () => {
    fc.assert(
      fc.property(anyWeek, aDay, aDay, (week, from, to) => {
        assert.equal(new Calendar(week).workingDaysAfter(from, to), countedDayByDay(week, from, to));
      }),
    );
  });

  it('agrees with date-fns between two weekdays without holidays', () => {
    const weekday = aDay.filter(isWeekday);
    fc.assert(
      fc.property(weekday, weekday, fc.integer({ min: 1, max: 300 }), (a, b, days) => {
        const [from, to] = a <= b ? [a, b] : [b, a];
        assert.equal(mondayToFriday.workingDaysAfter(from, to), differenceInBusinessDays(parseISO(to), parseISO(from)));
        assert.equal(mondayToFriday.addWorkingDays(a, days), dayOf(addBusinessDays(parseISO(a), days)));
      }),
    );
  });

  it('adds up: the way over a day in between is as long, and a later end is never nearer', () => {
    fc.assert(
      fc.property(anyWeek, fc.tuple(aDay, aDay, aDay), (week, days) => {
        const calendar = new Calendar(week);
        const [a, b, c] = days.toSorted() as [Day, Day, Day];
        const [first, second, whole] = [
          calendar.workingDaysAfter(a, b),
          calendar.workingDaysAfter(b, c),
          calendar.workingDaysAfter(a, c),
        ];
        assert.equal(first + second, whole);
        assert.ok(first <= whole && whole <= daysBetween(a, c));
      }),
    );
  });

  it('adds n working days by going to the first day that is n working days away', () => {
    fc.assert(
      fc.property(anyWeek, aDay, fc.integer({ min: 1, max: 120 }), (week, day, days) => {
        const calendar = new Calendar(week);
        const end = calendar.addWorkingDays(day, days);
        assert.equal(calendar.workingDaysAfter(day, end), days);
        assert.ok(calendar.isWorkingDay(end));
        assert.equal(calendar.workingDaysAfter(day, addDays(end, -1)), days - 1);
      }),
    );
  });

  it('adds no working days by staying on a working day, else by going to the next', () => {
    const calendar = new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays: ['2026-03-09'] });
    assert.equal(calendar.addWorkingDays('2026-03-06', 0), '2026-03-06');
    assert.equal(calendar.addWorkingDays('2026-03-07', 0), '2026-03-10');
  });

  it('counts the same in the weeks of both clock changes, in every time zone', () => {
    for (const zone of zones) {
      inTimeZone(zone, () => {
        assert.equal(mondayToFriday.workingDaysAfter('2026-03-27', '2026-03-30'), 1, zone);
        assert.equal(mondayToFriday.workingDaysAfter('2026-10-23', '2026-11-02'), 6, zone);
        assert.equal(mondayToFriday.addWorkingDays('2026-03-27', 2), '2026-03-31', zone);
        assert.equal(mondayToFriday.addWorkingDays('2024-02-28', 2), '2024-03-01', zone);
      });
    }
  });

  it('ends the week on the day before the longest rest is over, whatever week is worked', () => {
    const ends = (weekdays: readonly number[], ...days: readonly Day[]) => {
      const calendar = new Calendar({ weekdays, holidays: ['2026-03-09'] });
      return days.map((day) => calendar.lastDayOfWeek(day));
    };
    // 4 March 2026 was a Wednesday.
    const sunday = ['2026-03-08', '2026-03-08', '2026-03-15'];
    assert.deepEqual(ends([1, 2, 3, 4, 5], '2026-03-04', '2026-03-08', '2026-03-09'), sunday);
    assert.deepEqual(ends([1, 2, 3, 4], '2026-03-04', '2026-03-08', '2026-03-09'), sunday);
    assert.deepEqual(ends([1, 2, 3, 4, 5, 6, 7], '2026-03-04', '2026-03-08', '2026-03-09'), sunday, 'without any rest');
    const saturday = ['2026-03-07', '2026-03-07', '2026-03-14'];
    assert.deepEqual(ends([7, 1, 2, 3, 4], '2026-03-04', '2026-03-07', '2026-03-08'), saturday);
    assert.deepEqual(ends([6], '2026-03-04', '2026-03-06', '2026-03-07'), ['2026-03-06', '2026-03-06', '2026-03-13']);
    assert.deepEqual(
      ends([2, 4, 6], '2026-03-04', '2026-03-09'),
      ['2026-03-09', '2026-03-09'],
      'Sunday and Monday off',
    );
    assert.deepEqual(ends([1, 2, 3, 4, 5], '2025-12-31', '2024-02-29'), ['2026-01-04', '2024-03-03']);
  });

  it('has every day in one week of seven days, which begins on a worked weekday after a rest', () => {
    fc.assert(
      fc.property(anyWeek, aDay, (week, day) => {
        const calendar = new Calendar(week);
        const last = calendar.lastDayOfWeek(day);
        assert.ok(day <= last && daysBetween(day, last) < 7);
        for (let back = 0; back < 7; back++) assert.equal(calendar.lastDayOfWeek(addDays(last, -back)), last);
        assert.equal(calendar.lastDayOfWeek(addDays(last, 1)), addDays(last, 7));
        assert.ok(week.weekdays.includes(weekdayOf(addDays(last, 1))));
        assert.equal(week.weekdays.includes(weekdayOf(last)), new Set(week.weekdays).size === 7);
      }),
    );
  });

  it('refuses a week without a working day, and weekdays that are none', () => {
    assert.throws(() => new Calendar({ weekdays: [], holidays: [] }), RangeError);
    assert.throws(() => new Calendar({ weekdays: [0, 8, 1.5], holidays: [] }), RangeError);
  });

  it('comes to an end when nobody ever works again', () => {
    const holidays = Array.from({ length: 366 * 45 }, (_, days) => addDays('2026-01-01', days));
    const calendar = new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays });
    for (const days of [0, 1, 365]) {
      // Capped at forty years, longer than any promise.
      assert.equal(calendar.addWorkingDays('2026-03-04', days), addDays('2026-03-04', 366 * 40));
    }
  });
});
