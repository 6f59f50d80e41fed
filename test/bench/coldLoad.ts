import { rmSync } from 'node:fs';
import { Register } from '../../src/core/register/register.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { atMost, type Figure, mediansInMs, ratio } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';

/** From a folder on disk to the register in memory, compared with parsing the same lines. */
export async function coldLoad(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [items, runs] of [
    [1_000, 21],
    [10_000, 21],
    [100_000, 5],
  ] as const) {
    const { storage, lines } = writeLargeLog(items);
    const device = Device.load(storage);
    const load = async (): Promise<void> => {
      const register = new Register();
      const { entries, newerItems } = await new Log(storage, device).catchUp();
      register.add(entries, newerItems);
      if (register.items.size !== items) throw new Error(`${register.items.size} items were read`);
    };
    const parse = (): void => {
      for (const line of lines) JSON.parse(line);
    };
    /** The lower bound for any reader that keeps what it parsed. */
    const parseAndKeep = (): unknown[] => lines.map((line) => JSON.parse(line) as unknown);
    const [loaded = 0, floor = 0, kept = 0] = await mediansInMs({ runs, collect: true }, load, parse, parseAndKeep);
    rmSync(storage, { recursive: true });
    figures.push({
      figure: `cold load of ${(items * 3).toLocaleString('en')} entries ÷ JSON.parse of the same lines`,
      measured: `${ratio(loaded, floor)}; keeping what was parsed ÷ the same: ${(kept / floor).toFixed(2)}`,
      aim: atMost(2, loaded / floor),
      isBeyond: items > 10_000,
    });
  }
  return figures;
}
