/**
 * A second implementation of the figures, from rows of a file, by looking at each day and each row. It shares nothing
 * with the code it checks: no register, no board, no counting by weeks, no rank. It is slow and simple on purpose.
 */

/** One item as a row of a file. Days are `YYYY-MM-DD`, or empty. */
export interface PlainRow {
  readonly title: string;
  readonly asked: string;
  readonly closed: string;
  readonly waiting: readonly string[];
  readonly askedBy: string;
  /** For each who waits, the day on which they were named; empty or absent: the asked day. */
  readonly named?: readonly string[];
  /** Whether it was closed without an answer. */
  readonly withdrawn?: boolean;
  /** Spells in which the ball was not the leader's, or it was closed: nobody's. A spell without an end still runs. */
  readonly away?: readonly { readonly who: Away; readonly from: string; readonly to: string }[];
}

type Away = 'asker' | 'decider' | 'nobody';

export interface PlainSetting {
  readonly today: string;
  readonly isWorkingDay: (day: string) => boolean;
  /** Working days from the asked day to the promised day. */
  readonly target: number;
  /** Length of the window in calendar days. */
  readonly windowInDays: number;
}

export interface PlainFriction {
  readonly items: number;
  readonly late: number;
  readonly workingDaysWaited: number;
  readonly personDays: number;
}

export interface PlainFigures {
  /** Valid rows: asked by today, closed from the asked day up to today, never closed without an asked day. */
  readonly possible: number;
  readonly closedInWindow: number;
  readonly closedByOthers: number;
  /** Closed by the leader in the window, on or before the first promise, moved on by the asker's days. */
  readonly kept: number;
  /**
   * All that were due: closed by the leader in the window; or late and open; or late and closed in it by somebody else.
   */
  readonly due: number;
  readonly p50: number | undefined;
  readonly p85: number | undefined;
  /** Per open item, by title: how many closed items took no longer than its age, and of how many. */
  readonly pace: ReadonlyMap<string, readonly [olderThan: number, of: number]>;
  /** By who asked, in lower case; the key is empty if nobody is named. */
  readonly frictionByAsker: ReadonlyMap<string, PlainFriction>;
}

function dayAfter(day: string, days = 1): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function* daysOf(first: string, last: string): Generator<string> {
  for (let day = first; day <= last; day = dayAfter(day)) yield day;
}

/** The spell in which the ball was not the leader's at the end of the day. */
function spellAtEndOf(day: string, { away = [] }: PlainRow): NonNullable<PlainRow['away']>[number] | undefined {
  return away.find(({ from, to }) => from <= day && (to === '' || day < to));
}

/** Who had the ball at the end of the day. */
function holderAtEndOf(day: string, row: PlainRow): 'leader' | Away {
  return spellAtEndOf(day, row)?.who ?? 'leader';
}

/** Working days waited on the leader: after the asked day, with the ball at the leader's at the start of the day. */
function daysWaited(row: PlainRow, last: string, { isWorkingDay }: PlainSetting): string[] {
  const waited: string[] = [];
  for (const day of daysOf(dayAfter(row.asked), last)) {
    if (isWorkingDay(day) && holderAtEndOf(dayAfter(day, -1), row) === 'leader') waited.push(day);
  }
  return waited;
}

function workingDaysOn(day: string, count: number, { isWorkingDay }: PlainSetting): string {
  let left = count;
  let on = day;
  while (left > 0) {
    on = dayAfter(on);
    if (isWorkingDay(on)) left--;
  }
  return on;
}

/**
 * Lives through the days from the asked one. Each working day that begins with the ball at the asker's, or with the item
 * closed, moves the promise on by one; sent back in time, it cannot pass before the ball is back. It is broken at the end of a day later than the
 * promise, once the leader had the ball at the end of the promised day or of a later one, or closed it.
 */
function isBroken(row: PlainRow, last: string, setting: PlainSetting): boolean {
  let promised = workingDaysOn(row.asked, setting.target, setting);
  let isWithLeader = false;
  let spell: ReturnType<typeof spellAtEndOf>;
  let isInTime = false;
  const isClosedByLeader = row.closed !== '' && holderAtEndOf(row.closed, row) !== 'decider';
  for (const day of daysOf(row.asked, last)) {
    const running = spellAtEndOf(dayAfter(day, -1), row);
    if (running !== undefined && running.who !== 'decider' && !isWithLeader) {
      if (running !== spell) isInTime = running.from <= promised;
      if (setting.isWorkingDay(day)) promised = workingDaysOn(promised, 1, setting);
      if (isInTime && promised < day) promised = day;
    }
    spell = running;
    if (day >= promised && holderAtEndOf(day, row) === 'leader') isWithLeader = true;
  }
  return last > promised && (isWithLeader || isClosedByLeader);
}

/** The smallest value such that at least `share` percent of the values are not greater. */
function smallestCovering(share: number, values: readonly number[]): number | undefined {
  const covers = (value: number) => values.filter((other) => other <= value).length * 100 >= share * values.length;
  let smallest: number | undefined;
  for (const value of values) if (covers(value) && (smallest === undefined || value < smallest)) smallest = value;
  return smallest;
}

export function figuresOf(rows: readonly PlainRow[], setting: PlainSetting): PlainFigures {
  const { today, windowInDays } = setting;
  const possible: PlainRow[] = [];
  for (const row of rows) {
    if (row.asked > today || row.closed > today) continue;
    if (row.closed !== '' && (row.asked === '' || row.closed < row.asked)) continue;
    possible.push(row.asked === '' ? { ...row, asked: today } : row);
  }
  const isOpen = (row: PlainRow) => row.closed === '';
  const isWithDecider = (row: PlainRow) => holderAtEndOf(isOpen(row) ? today : row.closed, row) === 'decider';
  const inWindow = new Set(daysOf(dayAfter(today, 1 - windowInDays), today));

  const lastOf = (row: PlainRow) => (isOpen(row) ? today : row.closed);
  const isLate = (row: PlainRow): boolean => isBroken(row, lastOf(row), setting);

  const mine = possible.filter((row) => !isWithDecider(row));
  const closedInWindow = possible.filter(({ closed }) => inWindow.has(closed));
  const decisionTimes = closedInWindow
    .filter((row) => !isWithDecider(row))
    .map((row) => daysWaited(row, row.closed, setting).length);

  const cycleTimes = mine.filter((row) => !isOpen(row)).map((row) => [...daysOf(row.asked, row.closed)].length);
  const pace = new Map<string, [number, number]>();
  for (const row of possible.filter(isOpen)) {
    const age = [...daysOf(row.asked, today)].length;
    pace.set(row.title, [cycleTimes.filter((time) => time <= age).length, cycleTimes.length]);
  }

  const frictionByAsker = new Map<string, PlainFriction>();
  for (const row of possible) {
    if (!isOpen(row) && !inWindow.has(row.closed)) continue;
    const waited = daysWaited(row, lastOf(row), setting).filter((day) => inWindow.has(day));
    const days = waited.length;
    const ofPeople = row.waiting.map((_, at) => waited.filter((day) => day > (row.named?.[at] ?? '')).length);
    // An item that somebody else decides now counts only for the days it waited on the leader.
    if (isWithDecider(row) && days === 0) continue;
    const name = row.askedBy.toLowerCase();
    const before = frictionByAsker.get(name) ?? { items: 0, late: 0, workingDaysWaited: 0, personDays: 0 };
    frictionByAsker.set(name, {
      items: before.items + 1,
      late: before.late + (isLate(row) ? 1 : 0),
      workingDaysWaited: before.workingDaysWaited + days,
      personDays: before.personDays + ofPeople.reduce((sum, days) => sum + days, 0),
    });
  }

  return {
    possible: possible.length,
    closedInWindow: decisionTimes.length,
    closedByOthers: closedInWindow.length - decisionTimes.length,
    kept: closedInWindow.filter((row) => row.withdrawn !== true && !isWithDecider(row) && !isLate(row)).length,
    due: possible.filter((row) =>
      row.withdrawn === true
        ? false
        : isOpen(row) || isWithDecider(row)
          ? (isOpen(row) || inWindow.has(row.closed)) && isLate(row)
          : inWindow.has(row.closed),
    ).length,
    p50: smallestCovering(50, decisionTimes),
    p85: smallestCovering(85, decisionTimes),
    pace,
    frictionByAsker,
  };
}
