/**
 * Counts the work of reading a log or another file that somebody made to be slow, and of building all that can be looked
 * at. Prints one {@link Growth} as JSON on each line.
 * Usage: node growth.mjs <folder> <kind> <entries>
 */
import { mkdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { LogMaintenance } from '../../../src/app/logMaintenance.ts';
import { adversarialFiles } from '../adversarialFiles.ts';
import { adversarialEntries, orders } from '../adversarialLogs.ts';
import { countedWork, startCounting } from '../countedWork.ts';
import { feedOf, openStore } from '../entryStores.ts';
import { look } from '../look.ts';
import { noticesIn } from '../notices.ts';
import { lineOf } from '../sampleEntries.ts';
import { lastActOf, lastUndoneBy } from '../../../src/core/register/acts.ts';

/** The work of one part, for some entries and for ten times as many. */
export interface Growth {
  readonly part: string;
  readonly few: number;
  readonly many: number;
}
type Work = Readonly<Record<string, number>>;

const [folder = '', kind = '', entries = '0'] = process.argv.slice(2);
const few = Number(entries);
const ways: readonly ((count: number) => Promise<Work>)[] =
  kind in adversarialFiles
    ? [async (count) => ({ import: await countedWork(adversarialFiles[kind]!(count)) })]
    : Object.keys(orders).map((order) => (count) => workOnLog(order, count));

startCounting();
for (const workFor of ways) {
  // A function is counted only from its second call on.
  await workFor(10);
  const [less, more] = [await workFor(few), await workFor(10 * few)];
  for (const [part, work] of Object.entries(less)) {
    const growth: Growth = { part, few: work, many: more[part]! };
    writeSync(1, `${JSON.stringify(growth)}\n`);
  }
}

async function workOnLog(order: string, count: number): Promise<Work> {
  const root = join(folder, `root ${order} ${count}`);
  mkdirSync(join(root, 'log'), { recursive: true });
  const ofDevice = Map.groupBy(adversarialEntries(kind, order, count), ({ device }) => device);
  for (const [device, own] of ofDevice) writeFileSync(join(root, 'log', `${device}.jsonl`), own.map(lineOf).join(''));
  const store = openStore(root, join(folder, `${order} ${count}`));
  const read = await countedWork(() => store.refresh());
  // What is shown does not depend on the order.
  if (order !== 'in order') return { [`read ${order}`]: read };
  const feed = feedOf(store);
  feed.follow(store);
  const maintenance = new LogMaintenance(
    store,
    feed,
    '1',
    () => true,
    (error) => {
      throw error;
    },
  );
  const { register, log } = store;
  return {
    read,
    look: await countedWork(() => look(register, feed)),
    notices: await countedWork(() => noticesIn(store)),
    health: await countedWork(() => maintenance.health()),
    undo: await countedWork(() => [lastActOf(register, log.device.id), lastUndoneBy(register, log.device.id)]),
    keep: await countedWork(() => maintenance.writeBackups()),
  };
}
