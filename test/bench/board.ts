import { rmSync } from 'node:fs';
import { buildBoard } from '../../src/core/board/board.ts';
import { Calendar } from '../../src/core/time/calendar.ts';
import { addDays } from '../../src/core/time/day.ts';
import type { Entry, Fact } from '../../src/core/entries/entry.ts';
import { Register } from '../../src/core/register/register.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { atMost, type Figure, mediansInMs } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';

/** The whole board with nothing remembered: 10,000 items compared with 1,000. */
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
  const builds = registers.map(
    ({ items }) =>
      () =>
        buildBoard(items, '2026-11-23', { calendar }),
  );
  const [small = 0, large = 0] = await mediansInMs({ runs: 21, collect: true }, ...builds);
  return [
    {
      figure: 'board of 10,000 items ÷ board of 1,000',
      measured: `${(large / small).toFixed(1)} (${large.toFixed(1)} ms ÷ ${small.toFixed(1)} ms)`,
      aim: atMost(12, large / small),
    },
  ];
}

/** The same with every item open and blocking one or two others. Ranking walks all blockers. */
export async function blockedBoard(): Promise<Figure[]> {
  const calendar = new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays: [] });
  const entries = [1_000, 10_000].map(blockedEntries);
  const registers = entries.map(registerOf);
  const builds = registers.map(
    ({ items }) =>
      () =>
        buildBoard(items, '2026-11-23', { calendar }),
  );
  const folds = entries.map((each) => () => registerOf(each));
  const [small = 0, large = 0] = await mediansInMs({ runs: 21, collect: true }, ...builds);
  const [smallFold = 0, largeFold = 0] = await mediansInMs({ runs: 7, collect: true }, ...folds);
  return [
    {
      figure: 'board of 10,000 open items with 1 or 2 blockers each ÷ of 1,000',
      measured: `${(large / small).toFixed(1)} (${large.toFixed(1)} ms ÷ ${small.toFixed(1)} ms)`,
      aim: atMost(12, large / small),
    },
    {
      figure: 'fold of the same entries',
      measured: `${(largeFold / smallFold).toFixed(1)} (${largeFold.toFixed(1)} ms ÷ ${smallFold.toFixed(1)} ms)`,
      aim: atMost(12, largeFold / smallFold),
    },
  ];
}

function registerOf(entries: readonly Entry[]): Register {
  const register = new Register();
  register.add(entries);
  return register;
}

function blockedEntries(count: number): Entry[] {
  const facts = Array.from({ length: count }, (_, index): Fact[] => {
    const item = `item ${index}`;
    const askedOn = addDays('2026-01-01', index % 300);
    const waiting = ['anna', 'sam', 'lee'].slice(0, index % 4);
    const blocks = [index - 1, index - 1 - (index % 7)].slice(0, 1 + (index % 2));
    return [
      { type: 'itemCaptured', item, kind: 'decision', title: item, askedOn, promisedOn: addDays(askedOn, 2), waiting },
      ...blocks
        .filter((blocker) => blocker >= 0)
        .map((blocker) => ({ type: 'blockerNamed', item, blocker: `item ${blocker}`, namedOn: askedOn }) as const),
    ];
  }).flat();
  return facts.map((fact, index): Entry => {
    const clock = `0190${index.toString(16).padStart(8, '0')}-0000`;
    return {
      id: `entry ${index}`,
      clock,
      device: 'bench',
      act: `act ${index}`,
      loggedAt: '2026-03-04T09:00:00.000Z',
      ...fact,
    };
  });
}
