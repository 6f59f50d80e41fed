/**
 * The next value of a hybrid logical clock (Kulkarni et al., 2014): milliseconds in twelve hexadecimal digits, a dash, and
 * a counter in four. Compared as text, it is greater than every value its writer had seen, even where the wall clocks of
 * the machines disagree.
 */
export function nextClock(latestSeen: string | undefined, now: Date): string {
  const wall = now.getTime();
  if (latestSeen === undefined) return render(wall, 0);
  const seen = clockTime(latestSeen);
  if (wall > seen) return render(wall, 0);
  const counter = Number.parseInt(latestSeen.slice(13), 16) + 1;
  if (counter <= 0xffff) return render(seen, counter);
  // A value beyond the format could not be read. At the greatest one, device and id break the tie.
  return latestSeen < greatestClock ? render(seen + 1, 0) : greatestClock;
}

/**
 * How far ahead of the wall clock the clock of an entry may be. Clocks of machines are wrong by minutes, sometimes by a
 * time zone. An entry beyond it is set aside until its day has come, because every later entry of every machine would
 * have to exceed it.
 */
const furthestAheadInMs = 86_400_000;

/** The wall-clock part of a hybrid logical clock, in milliseconds since 1970. */
export function clockTime(clock: string): number {
  return Number.parseInt(clock.slice(0, 12), 16);
}

/** The greatest clock that is taken in now. */
export function furthestClock(now: Date): string {
  const time = Math.max(0, now.getTime() + furthestAheadInMs);
  return time < clockTime(greatestClock) ? render(time, 0xffff) : greatestClock;
}

/** When an entry with this clock is taken in. */
export function takenInAt(clock: string): Date {
  return new Date(Math.max(0, clockTime(clock) - furthestAheadInMs));
}

/** The greatest value a reader accepts (`clockShape` in `shapes.ts`): the year 10018. */
const greatestClock = 'e6ffffffffff-ffff';

function render(milliseconds: number, counter: number): string {
  return `${milliseconds.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}`;
}
