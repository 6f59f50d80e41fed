import { rmSync } from 'node:fs';
import { drawBoard } from '../../src/core/board.ts';
import { Calendar } from '../../src/core/calendar.ts';
import { Register } from '../../src/core/register.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { type Figure, mediansInMs } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';

/** Drawing the board anew after a change, with ten times the items. */
export async function board(): Promise<Figure[]> {
  const calendar = new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays: [] });
  const registers: Register[] = [];
  for (const items of [1_000, 10_000]) {
    const { storage } = writeLargeLog(items);
    const register = new Register();
    register.add((await new Log(storage, Device.load(storage)).catchUp()).entries);
    registers.push(register);
    rmSync(storage, { recursive: true });
  }
  const draws = registers.map(
    ({ items }) =>
      () =>
        drawBoard(items.values(), '2026-11-23', { calendar }),
  );
  const [small = 0, large = 0] = await mediansInMs({ runs: 21, collect: true }, ...draws);
  return [
    {
      figure: 'board of 10,000 items ÷ board of 1,000',
      measured: `${(large / small).toFixed(1)} (${large.toFixed(1)} ms ÷ ${small.toFixed(1)} ms)`,
      aim: '≤ 12',
    },
  ];
}
