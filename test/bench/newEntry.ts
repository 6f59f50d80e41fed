import { rmSync } from 'node:fs';
import { BoardFeed } from '../../src/app/boardFeed.ts';
import { Today, wallClock } from '../../src/app/clock.ts';
import { Emitter } from '../../src/app/emitter.ts';
import { uuids } from '../../src/app/ids.ts';
import { EntryStore } from '../../src/app/entryStore.ts';
import type { Board } from '../../src/core/board/board.ts';
import type { Intent } from '../../src/core/rules/intents.ts';
import { rule } from '../../src/core/rules/rule.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { usualPolicy } from '../support/policy.ts';
import { atMost, type Figure } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';

const runs = 101;

/** Another window has written one entry: the time from the refresh of this window to the board with that entry. */
export async function newEntry(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const openOfTen of [1, 5]) {
    const { storage } = writeLargeLog(100_000, openOfTen);
    const today = new Today(wallClock);
    const [here, there] = [0, 1].map(() => {
      const log = new Log(storage, Device.load(storage));
      log.prepare();
      return new EntryStore(log, uuids, today, () => usualPolicy);
    }) as [EntryStore, EntryStore];
    const feed = new BoardFeed(here, new Emitter().event, () => usualPolicy);
    await here.refresh();
    await there.refresh();
    const acts: readonly [string, (board: Board, run: number) => Intent][] = [
      ['captured', (_, run) => ({ type: 'capture', title: `Something new ${run}`, waiting: ['anna'] })],
      ['edited', ({ rows }, run) => ({ type: 'edit', id: idAt(rows, 1_000 + run), note: `A word on ${run}` })],
      ['decided, the worst of all', ({ rows }) => ({ type: 'decide', id: idAt(rows, 0), outcome: 'Yes' })],
    ];
    const measured: string[] = [];
    let slowest = 0;
    for (const [name, intentOf] of acts) {
      const times: number[] = [];
      const withArray: number[] = [];
      for (let run = 0; run < runs; run++) {
        const { board } = feed;
        const done = await there.act((context) => rule(intentOf(board, run), context));
        if (!('facts' in done)) throw new Error(`refused: ${done.refused}`);
        const start = performance.now();
        await here.refresh();
        const after = feed.board;
        times.push(performance.now() - start);
        // Access to `rows` joins the pieces of the list into one array.
        const isShown = after.rows !== board.rows;
        withArray.push(performance.now() - start);
        if (!isShown) throw new Error('The board did not change.');
      }
      const [median, ninth, joined] = [quantile(times, 0.5), quantile(times, 0.9), quantile(withArray, 0.5)];
      slowest = Math.max(slowest, median);
      measured.push(
        `${name} ${sayMs(median)} ms (9 of 10 within ${sayMs(ninth)}; with all rows in one array ${sayMs(joined)})`,
      );
    }
    feed.dispose();
    today.dispose();
    rmSync(storage, { recursive: true });
    figures.push({
      figure: `an entry of another window until the board is right; 300,000 entries, ${openOfTen} of 10 items open`,
      measured: measured.join('; '),
      aim: atMost(2, slowest, 'ms'),
      isBeyond: true,
    });
  }
  return figures;
}

function idAt(rows: Board['rows'], at: number): string {
  return rows[at]?.id ?? '';
}

function quantile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? Number.NaN;
}

function sayMs(milliseconds: number): string {
  return milliseconds.toFixed(2);
}
