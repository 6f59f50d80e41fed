/** How many of the ascending values are at most the limit, by binary search. */
export function countUpTo<T extends number | string>(ascending: readonly T[], limit: T): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
