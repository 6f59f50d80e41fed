import process from 'node:process';
import { inLogFolder, type LogFolder } from './logFolder.ts';

/** Whether the harness runs alone and at full size, which takes minutes; otherwise it is a stage of `npm test`. */
export const isFull = process.env['PACESETTER_FAULTS'] === 'full';

/** The first at full size, the second as a stage of `npm test`. */
export function sized<T>(full: T, short: T): T {
  return isFull ? full : short;
}

/** How a fault went: all of it counted while it was tried, nothing written down beforehand. */
export interface Outcome {
  readonly with: string;
  readonly lost: string;
  /** What the person reads meanwhile; undefined where nothing is wrong with the log and nothing may be said. */
  readonly said?: string | undefined;
}

/** The fault cannot be brought about here, or the log does not live through it yet. */
export interface Untried {
  readonly untried: string;
}

interface Row {
  readonly what: string;
  readonly outcome: Outcome | Untried | 'failed';
}

const rows: Row[] = [];
const limitInMs = sized(1_200_000, 60_000);

/**
 * A test that brings a fault about in a log folder of its own, and a row of the table, whatever becomes of it: what
 * could not be tried here is pending and says why.
 *
 * @param leftOut why it is not tried at all for now: what goes wrong when it is
 */
export function fault(
  what: string,
  body: (place: LogFolder) => Promise<Outcome | Untried> | Outcome | Untried,
  leftOut?: string,
): Mocha.AsyncFunc {
  return inLogFolder(async (place, test) => {
    test.timeout(limitInMs);
    const row: Row[] = [{ what, outcome: 'failed' }];
    try {
      const outcome = leftOut === undefined ? await body(place) : { untried: leftOut };
      row.splice(0, 1, { what, outcome });
      if ('untried' in outcome) test.skip();
    } finally {
      rows.push(...row);
    }
  });
}

/** The table of the README, from what was just tried. */
export function faultTable(): string {
  const lines = rows.map(({ what, outcome }) => {
    if (outcome === 'failed') return [what, 'FAILED', '', ''];
    if ('untried' in outcome) return [what, `not tried: ${outcome.untried}`, '', ''];
    return [what, outcome.with, outcome.lost, outcome.said ?? '–'];
  });
  const cells = (line: readonly string[]): string =>
    `| ${line.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [['what was tried', 'with what', 'lost', 'what is said'], ['---', '---', '---', '---'], ...lines]
    .map(cells)
    .join('\n');
}
