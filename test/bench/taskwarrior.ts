import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { Today, wallClock } from '../../src/app/clock.ts';
import { uuids } from '../../src/app/ids.ts';
import { EntryStore } from '../../src/app/entryStore.ts';
import type { Intent } from '../../src/core/rules/intents.ts';
import { rule } from '../../src/core/rules/rule.ts';
import { Register } from '../../src/core/register/register.ts';
import type { Item } from '../../src/core/items/item.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { bundleProgram } from '../support/children.ts';
import { usualPolicy } from '../support/policy.ts';
import { type Figure, lessThan, mediansInMs } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';
import { feedOf } from '../support/entryStores.ts';

const acts = ['whole list', 'add', 'complete'] as const;

/**
 * Taskwarrior starts a process per act. Compared with it, over the same items: an act in an open window (on disk and on
 * the board when it returns), and one process of ours per act, including the start of Node.
 */
export async function taskwarrior(): Promise<Figure[]> {
  const found = spawnSync('task', ['--version'], { encoding: 'utf8' });
  if (found.error !== undefined)
    return [{ figure: 'beside Taskwarrior', measured: 'not measured: taskwarrior is missing' }];
  const version = found.stdout.trim();
  const nodeStart = await mediansInMs({ runs: 11 }, () => execFileSync(process.execPath, ['-e', '']));
  const figures: Figure[] = [];
  const before = new Map<string, readonly [number, number]>();
  for (const [items, runs] of [
    [1_000, 11],
    [10_000, 5],
    [100_000, 3],
  ] as const) {
    const { storage } = writeLargeLog(items);
    const device = Device.load(storage);
    const register = new Register();
    register.add((await new Log(storage, device).catchUp()).entries);
    const program = await bundleProgram('listing', storage);
    const environment = { ...process.env, TASKRC: writeTasks(storage, [...register.items.values()]) };
    const open = [...register.items.values()].filter(({ closing }) => closing === undefined).map(({ id }) => id);
    const ours = (...args: string[]): string =>
      execFileSync(process.execPath, [program, storage, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 });
    const theirs = (...args: string[]): string =>
      execFileSync('task', args, { encoding: 'utf8', env: environment, maxBuffer: 1 << 30 });
    const lines = [ours('list'), theirs('everything')].map((text) => text.trim().split('\n').length);
    if (lines[0] !== open.length || lines[1] !== open.length) throw new Error(`${lines.join(' and ')} were listed`);
    const inWindow = await openWindow(storage, device);
    let [nextInWindow, nextOfOurs, nextOfTheirs] = [0, open.length >> 1, 0];
    const works: Readonly<Record<(typeof acts)[number], readonly (() => unknown)[]>> = {
      'whole list': [() => inWindow.list(), () => ours('list'), () => theirs('everything')],
      add: [
        () => inWindow.act({ type: 'capture', title: 'Approve the budget' }),
        () => ours('add', 'Approve the budget'),
        () => theirs('add', 'Approve the budget'),
      ],
      complete: [
        () => inWindow.act({ type: 'decide', id: open[nextInWindow++]!, outcome: 'Done' }),
        () => ours('done', open[nextOfOurs++]!),
        () => theirs(open[nextOfTheirs++]!, 'done'),
      ],
    };
    for (const act of acts) {
      const [window = 0, our = 0, their = 0] = await mediansInMs({ runs }, ...works[act]);
      const [windowBefore, theirBefore] = before.get(act) ?? [];
      const growth =
        windowBefore === undefined || theirBefore === undefined
          ? ''
          : `; ten times the items: ${(window / windowBefore).toFixed(1)}× and ${(their / theirBefore).toFixed(1)}×`;
      before.set(act, [window, their]);
      figures.push({
        figure: `${act}, ${items.toLocaleString('en')} items: in an open window ÷ Taskwarrior ${version}`,
        measured: `${(window / their).toFixed(3)} (${window.toFixed(1)} ÷ ${their.toFixed(0)} ms)${growth}; a process of ours ${our.toFixed(0)} ms`,
        aim: lessThan(1, window / their),
        isBeyond: items > 10_000,
      });
    }
    inWindow.dispose();
    rmSync(storage, { recursive: true });
  }
  figures.push({ figure: 'of ours, the bare start of Node', measured: `${nodeStart[0]?.toFixed(0)} ms` });
  return figures;
}

async function openWindow(storage: string, device: Device) {
  const today = new Today(wallClock);
  const store = new EntryStore(new Log(storage, device), uuids, today, () => usualPolicy);
  const feed = feedOf(store);
  feed.follow(store);
  await store.refresh();
  return {
    list: (): string => {
      const open = feed.board.rows.filter(({ closing }) => closing === undefined);
      return open.map((row) => `${row.ageInDays} ${row.promisedOn} ${row.title}\n`).join('');
    },
    act: async (intent: Intent): Promise<void> => {
      // Includes reading and building what the other processes wrote meanwhile.
      const { board } = feed;
      const done = await store.act((context) => rule(intent, context));
      if (!('facts' in done) || done.facts.length === 0) throw new Error(`${intent.type} did nothing`);
      if (feed.board === board) throw new Error('The board did not change.');
    },
    dispose: (): void => {
      feed.dispose();
      today.dispose();
    },
  };
}

/** Writes the same items in the format of Taskwarrior. Returns the path of its settings file. */
function writeTasks(storage: string, items: readonly Item[]): string {
  const folder = join(storage, 'tasks');
  mkdirSync(folder);
  const line = ({ id, title, askedOn, promisedOn, closing }: Item): string => {
    const end = closing === undefined ? '' : `end:"${seconds(closing.on)}" `;
    const status = closing === undefined ? 'pending' : 'completed';
    return `[description:"${title}" due:"${seconds(promisedOn)}" ${end}entry:"${seconds(askedOn)}" status:"${status}" uuid:"${id}"]\n`;
  };
  const isOpen = ({ closing }: Item): boolean => closing === undefined;
  writeFileSync(join(folder, 'pending.data'), items.filter(isOpen).map(line).join(''));
  writeFileSync(
    join(folder, 'completed.data'),
    items
      .filter((item) => !isOpen(item))
      .map(line)
      .join(''),
  );
  for (const name of ['undo.data', 'backlog.data']) writeFileSync(join(folder, name), '');
  const settings = join(storage, 'taskrc');
  writeFileSync(
    settings,
    `data.location=${folder}
confirmation=off
verbose=nothing
color=off
hooks=off
news.version=2.6.0
bulk=0
report.everything.columns=entry.age,due,description
report.everything.labels=Age,Due,Description
report.everything.filter=status:pending
report.everything.sort=due+
`,
  );
  return settings;
}

function seconds(day: string): number {
  return Date.parse(`${day}T12:00:00Z`) / 1_000;
}
