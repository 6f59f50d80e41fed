import { rmSync } from 'node:fs';
import { buildWorkBoard } from '../../src/core/assignments/workBoard.ts';
import { buildBoard } from '../../src/core/board/board.ts';
import { buildPersonSnapshot } from '../../src/core/panel/personSnapshot.ts';
import { Register } from '../../src/core/register/register.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { usualPolicy } from '../support/policy.ts';
import { atMost, type Figure, mediansInMs } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';

/** All that the page of a person draws, and joining two names, with 10,000 items. The board is there already. */
export async function person(): Promise<Figure[]> {
  const { storage } = writeLargeLog(10_000);
  const entries = (await new Log(storage, Device.load(storage)).catchUp()).entries;
  rmSync(storage, { recursive: true });
  const register = new Register();
  register.add(entries);
  const board = buildBoard(register.items, '2026-11-23', usualPolicy);
  const work = buildWorkBoard(register, board, usualPolicy);
  const names = [...new Set(board.rows.flatMap(({ waiting }) => waiting))];
  const { calendar } = usualPolicy;
  const page = (): unknown =>
    buildPersonSnapshot(register, board, work, names[0] ?? '', calendar, 'en', ({ state }) => state);
  const [opened = 0] = await mediansInMs({ runs: 21, collect: true }, page);
  // The last tenth of the log was written since the two talked.
  const { clock } = entries.toSorted((a, b) => (a.clock < b.clock ? -1 : 1))[Math.floor(entries.length * 0.9)]!;
  const talk = { type: 'personDiscussed', person: names[0] ?? '', discussedOn: '2026-11-02' } as const;
  const envelope = { id: 'talk', act: 'talk', device: 'bench', loggedAt: '2026-11-02T09:00:00.000Z', clock };
  register.add([{ ...talk, ...envelope }]);
  const [afterTalk = 0] = await mediansInMs({ runs: 21, collect: true }, page);
  let joins = 0;
  const join = (): void => {
    const id = `join-${++joins}`;
    const clock = `0190abcdef01-${joins.toString(16).padStart(4, '0')}`;
    register.add([
      {
        type: 'namesJoined',
        names: [`name ${joins}`, ...names.slice(0, 2)],
        joinedOn: '2026-11-23',
        ...{ id, act: id, clock, device: 'bench', loggedAt: '2026-11-23T09:00:00.000Z' },
      },
    ]);
  };
  const [joined = 0] = await mediansInMs({ runs: 7, collect: true }, join);
  return [
    {
      figure: 'page of a person with 10,000 items',
      measured: `${opened.toFixed(1)} ms`,
      aim: atMost(100, opened, 'ms'),
    },
    {
      figure: 'the same with what changed in the last tenth of the log',
      measured: `${afterTalk.toFixed(1)} ms`,
      aim: atMost(100, afterTalk, 'ms'),
    },
    { figure: 'joining two names with 10,000 items', measured: `${joined.toFixed(0)} ms` },
  ];
}
