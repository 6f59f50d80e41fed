import { rmSync } from 'node:fs';
import { Today, wallClock } from '../../src/app/clock.ts';
import { uuids } from '../../src/app/ids.ts';
import { EntryStore } from '../../src/app/entryStore.ts';
import type { Board } from '../../src/core/board/board.ts';
import type { Intent } from '../../src/core/rules/intents.ts';
import { rule } from '../../src/core/rules/rule.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { usualPolicy } from '../support/policy.ts';
import { atMost, atPercent, type Figure, median } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';
import { feedOf } from '../support/entryStores.ts';

const runs = 101;

/** Another window has written one entry: the time from the refresh of this window to the board with that entry. */
export async function newEntry(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [items, percentOpen, aimInMs] of [
    [1_000, 10, undefined],
    [10_000, 1, 16],
    [10_000, 10, 16],
    [100_000, 1, 60],
    [100_000, 10, 60],
  ] as const) {
    const { storage } = writeLargeLog(items, percentOpen);
    const today = new Today(wallClock);
    const [here, there] = [0, 1].map(() => {
      const log = new Log(storage, Device.load(storage));
      log.prepare();
      return new EntryStore(log, uuids, today, () => usualPolicy);
    }) as [EntryStore, EntryStore];
    const feed = feedOf(here);
    feed.follow(here);
    await here.refresh();
    await there.refresh();
    const acts: readonly [string, (board: Board, run: number) => Intent][] = [
      ['captured', (_, run) => ({ type: 'capture', title: `Something new ${run}`, waiting: ['anna'] })],
      [
        'closed and edited',
        ({ rows, totals }, run) => ({ type: 'edit', id: idAt(rows, totals.open + run), note: `A word on ${run}` }),
      ],
      ['decided, the worst of all', ({ rows }) => ({ type: 'decide', id: idAt(rows, 0), outcome: 'Yes' })],
    ];
    const measured: string[] = [];
    let slowest = 0;
    for (const [name, intentOf] of acts) {
      const times: number[] = [];
      for (let run = 0; run < runs; run++) {
        const { board } = feed;
        const done = await there.act((context) => rule(intentOf(board, run), context));
        if (!('facts' in done)) throw new Error(`refused: ${done.refused}`);
        const start = performance.now();
        await here.refresh();
        const after = feed.board;
        times.push(performance.now() - start);
        if (after === board) throw new Error('The board did not change.');
      }
      slowest = Math.max(slowest, median(times));
      measured.push(`${name} ${median(times).toFixed(1)} ms (9 of 10 within ${atPercent(times, 90).toFixed(1)} ms)`);
    }
    feed.dispose();
    today.dispose();
    rmSync(storage, { recursive: true });
    figures.push({
      figure: `an entry of another window until the board is right; ${items.toLocaleString('en')} items, ${percentOpen} % open`,
      measured: measured.join('; '),
      ...(aimInMs !== undefined && { aim: atMost(aimInMs, slowest, 'ms') }),
      isBeyond: items > 10_000,
    });
  }
  return figures;
}

function idAt(rows: Board['rows'], at: number): string {
  return rows[at]?.id ?? '';
}
