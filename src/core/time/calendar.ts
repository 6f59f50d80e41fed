import { countUpTo } from '../text/sorted.ts';
import { type Day, dayFromNumber, dayNumber, weekdayOfNumber } from './day.ts';

/** Working days: the ISO weekdays worked (Monday is 1) minus the holidays. */
export interface WorkingWeek {
  readonly weekdays: readonly number[];
  readonly holidays: readonly Day[];
}

/**
 * Computes working days with day numbers. Counting uses whole weeks and a binary search of the holidays, so its cost does
 * not depend on the length of the span.
 */
export class Calendar {
  readonly #worked: readonly boolean[];
  readonly #perWeek: number;
  /**
   * ISO weekday on which the leader's week starts, after the longest run of days off: Monday for Monday to Friday, Sunday
   * for Sunday to Thursday.
   */
  readonly firstWeekday: number;
  /** Day numbers of the holidays on worked weekdays, ascending; other holidays make no difference. */
  readonly #holidays: readonly number[];

  /** @throws RangeError when the week has no working day: nothing could ever be due. */
  constructor(week: WorkingWeek) {
    const worked = Array.from({ length: 8 }, (_, weekday) => weekday > 0 && week.weekdays.includes(weekday));
    this.#worked = worked;
    this.#perWeek = worked.filter(Boolean).length;
    if (this.#perWeek === 0) throw new RangeError('A working week needs at least one working day.');
    this.firstWeekday = firstWeekdayOf(worked);
    const holidays = new Set(week.holidays.map(dayNumber));
    this.#holidays = [...holidays].filter((day) => worked[weekdayOfNumber(day)]).toSorted((a, b) => a - b);
  }

  isWorkingDay(day: Day): boolean {
    return this.#isWorking(dayNumber(day));
  }

  /** Working days after `from`, up to and including `to`. Never negative: 0 when `to` is not later than `from`. */
  workingDaysAfter(from: Day, to: Day): number {
    const [start, end] = [dayNumber(from), dayNumber(to)];
    if (end <= start) return 0;
    const weeks = Math.floor((end - start) / 7);
    let count = weeks * this.#perWeek;
    for (let day = start + weeks * 7 + 1; day <= end; day++) if (this.#worked[weekdayOfNumber(day)]) count++;
    return count - (countUpTo(this.#holidays, end) - countUpTo(this.#holidays, start));
  }

  /**
   * The n-th working day after the day; with n = 0 the day itself when it is worked, else the next working day. The search
   * stops after `maxSpan` days, since holidays could cover every working day.
   */
  addWorkingDays(day: Day, workingDays: number): Day {
    let number = dayNumber(day);
    const limit = number + maxSpan;
    let left = workingDays;
    if (left <= 0) while (!this.#isWorking(number) && number < limit) number++;
    while (left > 0 && number < limit) if (this.#isWorking(++number)) left--;
    return dayFromNumber(number);
  }

  /** The last day of the leader's week that contains the day. */
  lastDayOfWeek(day: Day): Day {
    const number = dayNumber(day);
    const daysInto = (weekdayOfNumber(number) - this.firstWeekday + 7) % 7;
    return dayFromNumber(number + 6 - daysInto);
  }

  #isWorking(number: number): boolean {
    return this.#worked[weekdayOfNumber(number)] === true && !isIn(this.#holidays, number);
  }
}

/** Forty years, in days: longer than any promise, short enough that a wrong list of holidays cannot hang the editor. */
const maxSpan = 366 * 40;

/** The worked weekday after the longest run of days off. The earliest wins a tie; without days off it is Monday. */
function firstWeekdayOf(worked: readonly boolean[]): number {
  let [first, longest] = [1, 0];
  for (let weekday = 1; weekday <= 7; weekday++) {
    if (worked[weekday] !== true) continue;
    let rest = 0;
    while (rest < 6 && worked[((weekday - 2 - rest + 14) % 7) + 1] !== true) rest++;
    if (rest > longest) [first, longest] = [weekday, rest];
  }
  return first;
}

function isIn(sorted: readonly number[], value: number): boolean {
  return sorted[countUpTo(sorted, value) - 1] === value;
}
