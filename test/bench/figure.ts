import { percentile } from '../../src/core/figures/percentile.ts';

/** One line of the tables that `npm run bench` prints and writes into docs/benchmarks.md. */
export interface Figure {
  readonly figure: string;
  /** What was measured, in words and numbers. */
  readonly measured: string;
  /** Undefined where nothing is aimed at. */
  readonly aim?: Aim;
  /** Measured over more than 10,000 items or 30,000 entries, where no aim binds. */
  readonly isBeyond?: boolean;
}

interface Aim {
  /** `≤ 1.5`. */
  readonly words: string;
  readonly isMet: boolean;
}

/** @param value in the unit of the limit */
export function atMost(limit: number, value: number, unit = ''): Aim {
  return { words: `≤ ${sayLimit(limit)}${unit && ` ${unit}`}`, isMet: value <= limit };
}

export function lessThan(limit: number, value: number): Aim {
  return { words: `< ${sayLimit(limit)}`, isMet: value < limit };
}

function sayLimit(limit: number): string {
  return limit.toLocaleString('en');
}

/**
 * The medians of several kinds of work, in milliseconds. Each runs `runs` times, in turn with the others, so that other
 * load on the machine affects all alike. A warm-up round is not counted.
 */
export async function mediansInMs(
  { runs, collect = false }: { readonly runs: number; readonly collect?: boolean },
  ...works: readonly (() => unknown)[]
): Promise<number[]> {
  const times = works.map((): number[] => []);
  for (let run = -1; run < runs; run++) {
    for (const [index, work] of works.entries()) {
      // Only before work that takes longer than the pause this causes.
      if (collect) globalThis.gc?.();
      const start = performance.now();
      await work();
      if (run >= 0) times[index]?.push(performance.now() - start);
    }
  }
  return times.map(median);
}

export function median(values: readonly number[]): number {
  return atPercent(values, 50);
}

/** The percentile of values in any order; NaN when there are none. */
export function atPercent(values: readonly number[], percent: number): number {
  const ascending = values.toSorted((a, b) => a - b);
  return percentile(ascending, percent) ?? Number.NaN;
}

/** `2.13 (64.0 ms ÷ 30.1 ms)`. */
export function ratio(measured: number, floor: number, digits = 1): string {
  return `${(measured / floor).toFixed(2)} (${measured.toFixed(digits)} ms ÷ ${floor.toFixed(digits)} ms)`;
}
