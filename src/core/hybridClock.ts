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
  return counter > 0xffff ? render(seen + 1, 0) : render(seen, counter);
}

function render(milliseconds: number, counter: number): string {
  return `${milliseconds.toString(16).padStart(12, '0')}-${counter.toString(16).padStart(4, '0')}`;
}
