import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { throwAwayFolder } from '../../scripts/lib/throwAwayFolder.mjs';
import type { EntryStore } from '../../src/app/entryStore.ts';
import { adversarialEntries, adversarialLogs } from '../support/adversarialLogs.ts';
import { feedOf, openStore } from '../support/entryStores.ts';
import { look } from '../support/look.ts';
import { lineOf } from '../support/sampleEntries.ts';
import { atMost, type Figure, mediansInMs } from './figure.ts';

const few = 3_000;
/** That this holds is tested by counting the work: test/faults/malice/growth.test.ts. */
const mostGrowth = 13;

/** Logs that were made to be slow: 30,000 entries compared with 3,000, the worst kind. */
export async function growth(): Promise<Figure[]> {
  const place = throwAwayFolder();
  const kinds = Object.keys(adversarialLogs);
  const worst = { read: { ratio: 0, words: '' }, look: { ratio: 0, words: '' } };
  for (const kind of kinds) {
    const roots = [few, 10 * few].map((count) => writeLog(join(place.path, String(count)), kind, count));
    const stores: EntryStore[] = [];
    const reads = roots.map((root, at) => async () => {
      stores[at] = openStore(root, join(root, 'machine'));
      await stores[at].refresh();
    });
    const times = {
      read: await mediansInMs({ runs: 3, collect: true }, ...reads),
      look: await mediansInMs({ runs: 3, collect: true }, ...stores.map((store) => () => lookAt(store))),
    };
    for (const part of ['read', 'look'] as const) {
      const [less = 0, more = 0] = times[part];
      const words = `${(more / less).toFixed(1)} (${more.toFixed(0)} ms ÷ ${less.toFixed(0)} ms): ${kind}`;
      if (more / less > worst[part].ratio) worst[part] = { ratio: more / less, words };
    }
  }
  place.remove();
  const said = { read: 'reading a log', look: 'all that can be looked at of a log' };
  return (['read', 'look'] as const).map((part) => ({
    figure: `${said[part]} that was made to be slow: 30,000 entries ÷ 3,000, the worst of ${kinds.length} kinds`,
    measured: worst[part].words,
    aim: atMost(mostGrowth, worst[part].ratio),
  }));
}

function writeLog(root: string, kind: string, count: number): string {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'log'), { recursive: true });
  writeFileSync(join(root, 'log', 'laptop.jsonl'), adversarialEntries(kind, 'in order', count).map(lineOf).join(''));
  return root;
}

function lookAt(store: EntryStore): void {
  const feed = feedOf(store);
  feed.follow(store);
  look(store.register, feed);
  feed.dispose();
}
