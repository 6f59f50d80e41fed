/**
 * Percentile by nearest rank: of n values in ascending order, the one at rank ⌈p/100 · n⌉. Always one of the values,
 * never something in between. (Kanban field usage; the only percentile here, so that no two figures disagree by one.)
 *
 * @param ascending the values, sorted; any unit
 * @param p from 0 to 100; 0 means the smallest
 * @returns undefined when there are no values
 */
export function percentile(ascending: readonly number[], p: number): number | undefined {
  // Multiplied first: 7 / 100 * 100 is 7.000000000000001, whose ceiling is one rank too high.
  return ascending[Math.max(1, Math.ceil((p * ascending.length) / 100)) - 1];
}
