/**
 * Percentile by nearest rank: of n values in ascending order, the one at rank ⌈p/100 · n⌉. Always one of the values,
 * never interpolated. (Kanban field usage.) The only percentile in the product, so that no two figures differ by one.
 *
 * @param ascending the values, sorted; any unit
 * @param p from 0 to 100; 0 gives the smallest value
 * @returns undefined when there are no values
 */
export function percentile(ascending: readonly number[], p: number): number | undefined {
  // Multiply before dividing: 7 / 100 * 100 is 7.000000000000001, and its ceiling is one rank too high.
  return ascending[Math.max(1, Math.ceil((p * ascending.length) / 100)) - 1];
}
