import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Today, wallClock } from '../../src/app/clock.ts';
import { uuids } from '../../src/app/ids.ts';
import { EntryStore } from '../../src/app/entryStore.ts';
import { rule } from '../../src/core/rules/rule.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { buildBoard } from '../../src/core/board/board.ts';
import { usualPolicy } from '../support/policy.ts';
import { atMost, type Figure, mediansInMs, ratio } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';
import { openSqlite, prepareInsert } from './sqlite.ts';

/** One capture until it is on disk and in memory, in a log of 3,000 entries, compared with the bare system calls. */
export async function durableCapture(): Promise<Figure[]> {
  const { storage, lines } = writeLargeLog(1_000);
  const log = new Log(storage, Device.load(storage));
  log.prepare();
  const today = new Today(wallClock);
  const store = new EntryStore(log, uuids, today, () => usualPolicy);
  await store.refresh();

  const capture = (): Promise<unknown> =>
    store.act((context) => rule({ type: 'capture', title: 'Pick a vendor', waiting: ['anna'] }, context));
  const bytes = Buffer.from(`${lines[0] ?? ''}\n`);
  const bare = join(storage, 'bare');
  const blocking = (): void => {
    const handle = openSync(bare, 'a');
    writeSync(handle, bytes);
    fsyncSync(handle);
    closeSync(handle);
  };
  const awaited = async (): Promise<void> => {
    const handle = await open(bare, 'a');
    await handle.write(bytes);
    await handle.sync();
    await handle.close();
  };
  const { rows } = buildBoard(store.register.items, today.day, usualPolicy);
  const database = openSqlite(storage, rows);
  const insert = prepareInsert(database);
  const inserted = (): void => insert({ ...rows[0]!, id: uuids.fresh() });
  const [captured = 0, blockingFloor = 0, awaitedFloor = 0, sqlite = 0] = await mediansInMs(
    { runs: 301 },
    capture,
    blocking,
    awaited,
    inserted,
  );
  database.close();
  today.dispose();
  rmSync(storage, { recursive: true });
  return [
    {
      figure: 'durable capture ÷ bare open + append + fsync + close (blocking calls)',
      measured: ratio(captured, blockingFloor, 2),
      aim: atMost(1.5, captured / blockingFloor),
    },
    {
      figure: 'durable capture ÷ the bare calls awaited, as the capture awaits them',
      measured: ratio(captured, awaitedFloor, 2),
      aim: atMost(1.3, captured / awaitedFloor),
    },
    {
      figure: 'durable capture ÷ an insert of better-sqlite3 (WAL, synchronous = FULL)',
      measured: ratio(captured, sqlite, 2),
      aim: atMost(0.9, captured / sqlite),
    },
  ];
}
