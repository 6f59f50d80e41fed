/**
 * The next value of a hybrid logical clock (Kulkarni et al., 2014): milliseconds in twelve hexadecimal digits, a dash, and
 * a counter in four. Compared as text, it is greater than every value its writer had seen, even where the wall clocks of
 * the machines disagree.
 */
export function nextClock(latestSeen: string | undefined, now: Date): string {
  const wall = now.getTime();
  if (latestSeen === undefined) return render(wall, 0);
  const seen = Number.parseInt(latestSeen.slice(0, 12), 16);
  if (wall > seen) return render(wall, 0);
  const counter = Number.parseInt(latestSeen.slice(13), 16) + 1;
  if (counter <= 0xffff) return render(seen, counter);
  // A value beyond the format could not be read. At the greatest one, device and id break the tie.
  return latestSeen < greatestClock ? render(seen + 1, 0) : greatestClock;
}

/** The greatest value a reader accepts (`clockShape` in `shapes.ts`): the year 10018. */
const greatestClock = 'e6ffffffffff-ffff';

function render(milliseconds: number, counter: number): string {
  return `${milliseconds.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}`;
}
