import { rmSync } from 'node:fs';
import { buildBoard } from '../../src/core/board/board.ts';
import type { BoardRow } from '../../src/core/board/row.ts';
import { Register } from '../../src/core/register/register.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { usualPolicy } from '../support/policy.ts';
import { atMost, type Figure, mediansInMs, ratio } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';
import { openSqlite } from './sqlite.ts';

/** The fifty highest ranked of 100,000 items, each as an object with all its fields. */
export async function worst(): Promise<Figure[]> {
  const { storage } = writeLargeLog(100_000);
  const register = new Register();
  register.add((await new Log(storage, Device.load(storage)).catchUp()).entries);
  const { rows } = buildBoard(register.items, '2026-11-23', usualPolicy);
  const database = openSqlite(storage, rows);
  const query = database.prepare<[], BoardRow>(
    'select * from item order by isOpen desc, hurt desc, waited desc, askedOn, id limit 50',
  );
  const fromMemory = (): string[] => rows.slice(0, 50).map(({ id }) => id);
  const fromSqlite = (): string[] => query.all().map(({ id }) => id);
  if (fromMemory().join() !== fromSqlite().join()) throw new Error('The two disagree about which hurt most.');
  // Each runs a hundred times: one run is too short for the clock.
  const repeated = (work: () => unknown) => (): void => {
    for (let time = 0; time < 100; time++) work();
  };
  const [memory = 0, sqlite = 0] = await mediansInMs({ runs: 51 }, repeated(fromMemory), repeated(fromSqlite));
  database.close();
  rmSync(storage, { recursive: true });
  return [
    {
      figure: 'the 50 worst of 100,000 items from memory ÷ better-sqlite3, indexed',
      measured: ratio(memory / 100, sqlite / 100, 4),
      aim: atMost(1.5, memory / sqlite),
      isBeyond: true,
    },
  ];
}
