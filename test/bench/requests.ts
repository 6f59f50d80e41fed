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

/** How long a window with a long log is blocked while it reads 50 requests, all new, and then once more. */
export async function readingRequests(): Promise<Figure[]> {
  const { path, remove } = throwAwayFolder();
  const program = await bundleProgram('window', path);
  const [first, later, calls]: [number[], number[], number[]] = [[], [], []];
  const { storage } = writeLargeLog(10_000, 1);
  const window = new WindowProcess(program, storage, storage);
  await window.refresh();
  for (let run = 0; run < runs; run++) {
    const github = await FakeGitHub.start({ pulls: waitingPulls(run) });
    for (const times of [first, later]) {
      const { busiestTurnInMs, calls: asked = 0 } = await window.ask({ do: 'readGitHub', account: accountAt(github) });
      times.push(busiestTurnInMs);
      calls.push(asked);
    }
    await github.close();
  }
  await window.kill();
  remove();
  rmSync(storage, { recursive: true });
  const said = (times: readonly number[]) => `${median(times)} ms (worst ${atPercent(times, 100)} ms)`;
  return [
    {
      figure: `longest turn of the event loop (processor time) while ${requests} requests are read from GitHub, 10,000 items in the log`,
      measured: `all new ${said(first)}; again ${said(later)}; at most ${Math.max(...calls)} calls`,
      aim: atMost(20, Math.max(median(first), median(later)), 'ms'),
    },
  ];
}

/** Requests that wait, each with ten remarks of others. */
function waitingPulls(run: number): readonly PullHistory[] {
  const at = '2026-03-02T09:00:00Z';
  return Array.from({ length: requests }, (_, index) => ({
    id: `PR_${run}_${index}`,
    number: index + 1,
    title: `Change ${index} of the way in which orders are kept`,
    repository: 'acme/shop',
    author: 'ann',
    openedAt: at,
    events: [
      { type: 'requested', at, of: { user: 'mia' } },
      ...Array.from({ length: 10 }, (): PullEvent => ({ type: 'reviewed', at, by: 'ben', state: 'COMMENTED' })),
    ],
  }));
}
