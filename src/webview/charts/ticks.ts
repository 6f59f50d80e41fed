/** Those of the days up to the greatest whose ticks are at least `gap` pixels apart; `yOf` falls from day to day. */
export function ticksUpTo(
  greatest: number,
  allDays: readonly number[],
  yOf: (days: number) => number,
  gap: number,
): { days: number; y: number }[] {
  const ticks: { days: number; y: number }[] = [];
  for (const days of allDays) {
    const y = yOf(days);
    const last = ticks.at(-1);
    if (days <= greatest && (last === undefined || last.y - y >= gap)) ticks.push({ days, y });
  }
  return ticks;
}
