/**
 * A hybrid logical clock (Kulkarni et al., 2014): wall-clock milliseconds in twelve hexadecimal digits, a dash, and a
 * counter in four. Compared as text, a later fact is always greater than every fact its writer had seen, whatever the
 * wall clocks of the machines say.
 */
export function nextClock(latestSeen: string | undefined, now: Date): string {
  const wall = now.getTime();
  if (latestSeen === undefined) return render(wall, 0);
  const seen = Number.parseInt(latestSeen.slice(0, 12), 16);
  if (wall > seen) return render(wall, 0);
  const counter = Number.parseInt(latestSeen.slice(13), 16) + 1;
  if (counter <= 0xffff) return render(seen, counter);
  // Nothing beyond the format is written, for nobody could read it; there, device and id still tell facts apart.
  return latestSeen < greatestClock ? render(seen + 1, 0) : greatestClock;
}

/** The greatest clock a reader takes for one; see `entries.ts`. Far beyond the year 9999. */
const greatestClock = 'e6ffffffffff-ffff';

function render(milliseconds: number, counter: number): string {
  return `${milliseconds.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}`;
}
