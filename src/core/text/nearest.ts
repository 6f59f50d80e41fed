/**
 * The candidate with the fewest typing errors in it; undefined when none is near. Up to five letters allow one error,
 * longer words two. Compares as given: fold case before.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let fewest = word.length > 5 ? 2 : 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > fewest) continue;
    const errors = typingErrors(word, candidate);
    if (errors > fewest || (errors === fewest && best !== undefined)) continue;
    best = candidate;
    fewest = errors;
  }
  return best;
}

/** Letters missing, added, wrong, or swapped with the next: the optimal string alignment distance, in UTF-16 code units. */
function typingErrors(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const errors = Math.min(last[j - 1]! + (isSame ? 0 : 1), last[j]! + 1, row[j - 1]! + 1);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isSwapped ? Math.min(errors, before[j - 2]! + 1) : errors);
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
