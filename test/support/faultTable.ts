import process from 'node:process';
import { inLogFolder, type LogFolder } from './logFolder.ts';

/** Whether the harness runs at full size, which takes minutes. Otherwise it is a stage of `npm test`. */
export const isFull = process.env['PACESETTER_FAULTS'] === 'full';

/** The first value at full size, the second as a stage of `npm test`. */
export function sized<T>(full: T, short: T): T {
  return isFull ? full : short;
}

/** How a fault went. All figures are counted during the run. */
export interface Outcome {
  readonly with: string;
  readonly lost: string;
  /** What the person reads meanwhile. Undefined if the log is intact, so that nothing may be reported. */
  readonly said?: string | undefined;
}

/** The fault cannot be caused here, or the log does not survive it yet. */
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
 * A test that causes a fault in its own log folder and adds a row to the table in every case. A fault that cannot be
 * caused here is pending, with the reason.
 *
 * @param leftOut why the fault is not tried for now: what goes wrong when it is
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

/** The faults tried in this run, as a Markdown table. */
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
