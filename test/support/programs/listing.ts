/** One process per command, like a command line: `list`, `add <title>` or `done <id>` in the log of a folder. */
import process from 'node:process';
import { Today, wallClock } from '../../../src/app/clock.ts';
import { uuids } from '../../../src/app/ids.ts';
import { EntryStore } from '../../../src/app/entryStore.ts';
import { buildBoard } from '../../../src/core/board/board.ts';
import type { Intent } from '../../../src/core/rules/intents.ts';
import { rule } from '../../../src/core/rules/rule.ts';
import { Device } from '../../../src/log/device.ts';
import { Log } from '../../../src/log/log.ts';
import { usualPolicy } from '../policy.ts';

const [storage = '', what = '', subject = ''] = process.argv.slice(2);
const today = new Today(wallClock);
const log = new Log(storage, Device.load(storage));
log.prepare();
const store = new EntryStore(log, uuids, today, () => usualPolicy);

const act = async (intent: Intent): Promise<void> => {
  const done = await store.act((context) => rule(intent, context));
  if (!('facts' in done) || done.facts.length === 0) throw new Error(`${what} ${subject} did nothing`);
};
if (what === 'add') await act({ type: 'capture', title: subject });
else if (what === 'done') await act({ type: 'decide', id: subject, outcome: 'Done' });
else {
  await store.refresh();
  const { rows } = buildBoard(store.register.items, today.day, usualPolicy);
  const open = rows.filter(({ closing }) => closing === undefined);
  process.stdout.write(open.map((row) => `${row.ageInDays} ${row.promisedOn} ${row.title}\n`).join(''));
}
today.dispose();
