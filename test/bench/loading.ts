import { rmSync } from 'node:fs';
import { Today, wallClock } from '../../src/app/clock.ts';
import { uuids } from '../../src/app/ids.ts';
import { EntryStore } from '../../src/app/entryStore.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { usualPolicy } from '../support/policy.ts';
import { atMost, type Figure, median } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';
import { feedOf } from '../support/entryStores.ts';

const megabyte = 1_000_000;

/** How long loading 300,000 entries blocks the extension host, and how much memory stays in use. */
export async function loading(): Promise<Figure[]> {
  const { storage } = writeLargeLog(100_000);
  const today = new Today(wallClock);
  const blocks: number[] = [];
  let heap = 0;
  let asJson = 1;
  for (let run = 0; run < 6; run++) {
    const before = heapInUse();
    const store = new EntryStore(new Log(storage, Device.load(storage)), uuids, today, () => usualPolicy);
    const feed = feedOf(store);
    feed.follow(store);
    const longest = longestBlock();
    await store.refresh();
    const isBuilt = feed.board.rows.length > 0;
    blocks.push(longest());
    if (!isBuilt) throw new Error('The board was not drawn.');
    // In later runs the garbage of an earlier one can be freed at any moment.
    if (run === 0) {
      heap = heapInUse() - before;
      asJson = Buffer.byteLength(JSON.stringify([...store.register.items.values()]));
    }
    feed.dispose();
  }
  today.dispose();
  rmSync(storage, { recursive: true });
  const block = median(blocks);
  return [
    {
      figure: 'longest block of the event loop while 300,000 entries are loaded and the first board is drawn',
      measured: `${block.toFixed(0)} ms`,
      aim: atMost(50, block, 'ms'),
      isBeyond: true,
    },
    {
      figure: 'memory of 100,000 items with the board ÷ the folded items with their history as JSON',
      measured: `${(heap / asJson).toFixed(2)} (${(heap / megabyte).toFixed(0)} MB ÷ ${(asJson / megabyte).toFixed(0)} MB)`,
      aim: atMost(1.5, heap / asJson),
      isBeyond: true,
    },
  ];
}

/**
 * Starts to measure the turns of the event loop. The returned function stops and returns the longest, in milliseconds.
 */
function longestBlock(): () => number {
  let longest = 0;
  let last = performance.now();
  let watching = true;
  const measureTurn = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (watching) setImmediate(measureTurn);
  };
  setImmediate(measureTurn);
  return () => {
    watching = false;
    return Math.max(longest, performance.now() - last);
  };
}

/** In bytes, after garbage collection if it is exposed. */
function heapInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
