/**
 * The start of a window up to the board, in a separate process: `early` from the startup cache, `whole` from the log.
 */
import process from 'node:process';
import { wallClock } from '../../../src/app/clock.ts';
import { LogMaintenance } from '../../../src/app/logMaintenance.ts';
import { feedOf, openStore } from '../entryStores.ts';

const [root = '', mode = ''] = process.argv.slice(2);
const start = performance.now();
const store = openStore(root, root, { clock: wallClock });
const feed = feedOf(store);
feed.follow(store);
if (mode === 'early') {
  const cached = new LogMaintenance(store, feed, 'bench', () => true, console.error).readStartupCache();
  if (cached === undefined) throw new Error('what was shown last was not kept');
  feed.showCached(cached);
} else {
  await store.refresh();
}
const { rows, totals } = feed.board;
console.log(JSON.stringify({ inMs: performance.now() - start, open: totals.open, rows: rows.length }));
process.exit();
