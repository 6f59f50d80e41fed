import { rmSync } from 'node:fs';
import { Register } from '../../src/core/register.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { type Figure, mediansInMs, ratio } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';

/** From a folder on disk to the register in memory, beside parsing the same lines. */
export async function coldLoad(): Promise<Figure[]> {
  const { storage, lines } = writeLargeLog(10_000);
  const device = Device.load(storage);
  const load = async (): Promise<void> => {
    const register = new Register();
    const { entries, newerItems } = await new Log(storage, device).catchUp();
    register.add(entries, newerItems);
    if (register.items.size !== 10_000) throw new Error(`${register.items.size} items were read`);
  };
  const parse = (): void => {
    for (const line of lines) JSON.parse(line);
  };
  const [loaded = 0, floor = 0] = await mediansInMs({ runs: 21, collect: true }, load, parse);
  rmSync(storage, { recursive: true });
  return [
    {
      figure: 'cold load of 30,000 entries ÷ JSON.parse of the same lines',
      measured: ratio(loaded, floor),
      aim: '≤ 2.5',
    },
  ];
}
