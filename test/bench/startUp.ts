import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { wallClock } from '../../src/app/clock.ts';
import { BoardFeed } from '../../src/app/boardFeed.ts';
import { LogMaintenance } from '../../src/app/logMaintenance.ts';
import { bundleProgram } from '../support/children.ts';
import { openStore, policy } from '../support/entryStores.ts';
import { atMost, type Figure } from './figure.ts';
import { writeOpenAndClosed } from './largeLog.ts';

const open = 1_000;
/** Two entries each: with the open ones, 300,000 entries and a few. */
const closed = 149_000;
const runs = 7;

/**
 * From the start of a window to the board its views draw: from what was shown last, beside reading the whole log. Each
 * in a process of its own, where nothing is compiled or read yet, as when a window starts.
 */
export async function startUp(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const years of [1, 10]) {
    const root = mkdtempSync(join(tmpdir(), 'pacesetter-bench-'));
    writeOpenAndClosed(root, open, closed, years);
    await keepShown(root);
    const program = await bundleProgram('start', root);
    const start = (way: 'early' | 'whole'): Started => {
      const said = execFileSync(process.execPath, [program, root, way], { encoding: 'utf8' });
      const started = JSON.parse(said) as Started;
      if (started.open !== open) throw new Error(`${started.open} open items were drawn`);
      return started;
    };
    const early: Started[] = [];
    const whole: Started[] = [];
    for (let run = 0; run < runs; run++) {
      early.push(start('early'));
      whole.push(start('whole'));
    }
    rmSync(root, { recursive: true });
    const [shown, read] = [median(early), median(whole)];
    figures.push({
      figure: `start to the board, 300,000 entries of ${years} ${years === 1 ? 'year' : 'years'}: from what was shown last ÷ from the log`,
      measured: `${(shown / read).toFixed(3)} (${shown.toFixed(0)} ms ÷ ${read.toFixed(0)} ms; ${early[0]?.rows} and ${whole[0]?.rows} items)`,
      aim: atMost(0.05, shown / read),
      isBeyond: true,
    });
  }
  return figures;
}

interface Started {
  readonly inMs: number;
  readonly open: number;
  readonly rows: number;
}

async function keepShown(root: string): Promise<void> {
  const store = openStore(root, root, { clock: wallClock });
  const feed = new BoardFeed(
    store,
    () => ({ dispose: () => undefined }),
    () => policy,
  );
  await store.refresh();
  await new LogMaintenance(feed, 'bench', () => true, console.error).keep();
  feed.dispose();
}

function median(started: readonly Started[]): number {
  return started.map(({ inMs }) => inMs).toSorted((a, b) => a - b)[started.length >> 1] ?? Number.NaN;
}
