import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { wallClock } from '../../src/app/clock.ts';
import { LogMaintenance } from '../../src/app/logMaintenance.ts';
import { bundleProgram } from '../support/children.ts';
import { feedOf, openStore } from '../support/entryStores.ts';
import { atMost, type Figure, median } from './figure.ts';
import { writeOpenAndClosed } from './largeLog.ts';

const open = 1_000;
/** Two entries each. With the open items that makes about 300,000 entries. */
const closed = 149_000;
const runs = 7;

/**
 * From the start of a window to its board: from the startup cache compared with the whole log. Each run is a new
 * process, with nothing compiled or read yet.
 */
export async function startUp(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const years of [1, 10]) {
    const root = mkdtempSync(join(tmpdir(), 'pacesetter-bench-'));
    writeOpenAndClosed(root, open, closed, years);
    await fillStartupCache(root);
    const program = await bundleProgram('start', root);
    const start = (mode: 'early' | 'whole'): Started => {
      const output = execFileSync(process.execPath, [program, root, mode], { encoding: 'utf8' });
      const started = JSON.parse(output) as Started;
      if (started.open !== open) throw new Error(`${started.open} open items were drawn`);
      return started;
    };
    const earlyRuns: Started[] = [];
    const wholeRuns: Started[] = [];
    for (let run = 0; run < runs; run++) {
      earlyRuns.push(start('early'));
      wholeRuns.push(start('whole'));
    }
    rmSync(root, { recursive: true });
    const [earlyInMs, wholeInMs] = [earlyRuns, wholeRuns].map((of) => median(of.map(({ inMs }) => inMs))) as [
      number,
      number,
    ];
    figures.push({
      figure: `start to the board, 300,000 entries of ${years} ${years === 1 ? 'year' : 'years'}: from what was shown last ÷ from the log`,
      measured: `${(earlyInMs / wholeInMs).toFixed(3)} (${earlyInMs.toFixed(0)} ms ÷ ${wholeInMs.toFixed(0)} ms; ${earlyRuns[0]?.rows} and ${wholeRuns[0]?.rows} items)`,
      aim: atMost(0.05, earlyInMs / wholeInMs),
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

async function fillStartupCache(root: string): Promise<void> {
  const store = openStore(root, root, { clock: wallClock });
  const feed = feedOf(store);
  feed.follow(store);
  await store.refresh();
  await new LogMaintenance(store, feed, 'bench', () => true, console.error).writeBackups();
  feed.dispose();
}
