import { rmSync } from 'node:fs';
import { throwAwayFolder } from '../../scripts/lib/throwAwayFolder.mjs';
import { bundleProgram } from '../support/children.ts';
import { FakeGitHub } from '../support/github/fakeGitHub.ts';
import type { PullEvent, PullHistory } from '../support/github/history.ts';
import { accountAt } from '../support/github/refresh.ts';
import { WindowProcess } from '../support/windowProcess.ts';
import { atMost, atPercent, type Figure, median } from './figure.ts';
import { writeLargeLog } from './largeLog.ts';

const runs = 21;
const requests = 50;
const connectedAt = Date.parse('2026-03-02T08:00:00Z');

/**
 * How long a window with a long log is busy in one go while it reads 50 requests that wait and as many that were reviewed,
 * all new, and then once more. The very first time Node loads its own fetch, which is told apart.
 */
export async function readingRequests(): Promise<Figure[]> {
  const { path, remove } = throwAwayFolder();
  const program = await bundleProgram('window', path);
  const { storage } = writeLargeLog(10_000, 1);
  const window = new WindowProcess(program, storage, storage);
  await window.refresh();
  const [allNew, again]: [number[], number[]] = [[], []];
  let mostCalls = 0;
  for (let run = 0; run <= runs; run++) {
    const github = await FakeGitHub.start({ pulls: [...pulls(run, 'waiting'), ...pulls(run, 'reviewed')] });
    await window.ask({ do: 'connect', server: github.address, time: connectedAt });
    for (const times of [allNew, again]) {
      const { busiestTurnInMs, calls = 0 } = await window.ask({ do: 'readGitHub', account: accountAt(github) });
      times.push(busiestTurnInMs);
      mostCalls = Math.max(mostCalls, calls);
    }
    await github.close();
  }
  await window.kill();
  remove();
  rmSync(storage, { recursive: true });
  const [cold, ...warm] = allNew;
  const said = (times: readonly number[]) => `${median(times)} ms (longest ${atPercent(times, 100)} ms)`;
  return [
    {
      figure: `longest turn of the event loop, in processor time, while ${requests} requests that wait and ${requests} that were reviewed are read from GitHub; 10,000 items`,
      measured: `all new ${said(warm)}; once more ${said(again)}; the first ever ${cold} ms, with the loading of fetch; at most ${mostCalls} calls`,
      aim: atMost(20, Math.max(cold!, ...warm, ...again), 'ms'),
    },
  ];
}

/** Requests that wait or have an answer, each with ten remarks of others. */
function pulls(run: number, which: 'waiting' | 'reviewed'): readonly PullHistory[] {
  const answer: PullEvent = { type: 'reviewed', at: '2026-03-03T09:00:00Z', by: 'mia', state: 'APPROVED' };
  const at = '2026-03-02T09:00:00Z';
  return Array.from({ length: requests }, (_, index) => ({
    id: `PR_${run}_${which}_${index}`,
    number: index + 1,
    title: `Change ${index} of the way in which orders are kept`,
    repository: 'acme/shop',
    author: 'ann',
    openedAt: at,
    events: [
      { type: 'requested', at, of: { user: 'mia' } },
      ...Array.from({ length: 10 }, (): PullEvent => ({ type: 'reviewed', at, by: 'ben', state: 'COMMENTED' })),
      ...(which === 'reviewed' ? [answer] : []),
    ],
  }));
}
