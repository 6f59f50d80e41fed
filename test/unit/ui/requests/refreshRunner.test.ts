import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Connected } from '../../../../src/app/requestsConnection.ts';
import type { RequestTrouble } from '../../../../src/core/requests/requestsRead.ts';
import { HumanError } from '../../../../src/core/humanError.ts';
import { readRequests } from '../../../../src/requests/gitHub.ts';
import { RequestFailure } from '../../../../src/requests/post.ts';
import { type Refreshed, RefreshRunner, type RefreshSteps } from '../../../../src/ui/requests/refreshRunner.ts';
import { FakeGitHub } from '../../../support/github/fakeGitHub.ts';
import { accountAt, longAgo } from '../../../support/github/refresh.ts';

const minutes = (count: number): number => count * 60_000;
const here: Connected = { provider: 'github', server: 'https://github.com', connectedAt: longAgo };
const there: Connected = { provider: 'github-enterprise', server: 'https://ghe.acme.com', connectedAt: longAgo };
const done = { acts: 1, unread: 0, pauseUntil: undefined };

describe('a refresh', () => {
  let now = Date.parse('2026-03-04T12:00:00Z');
  let reported: (Refreshed | RequestTrouble)[] = [];
  let bugs: unknown[] = [];
  beforeEach(() => ([reported, bugs] = [[], []]));
  const runnerOf = (read: RefreshSteps['read']) =>
    new RefreshRunner({
      now: () => now,
      read,
      report: (answer, bug) => {
        reported.push(answer);
        if (bug !== undefined) bugs.push(bug);
      },
    });

  it('that runs is waited for, and is due again ten minutes later', async () => {
    let reads = 0;
    const runner = runnerOf(() => Promise.resolve({ ...done, acts: ++reads }));
    const answers = await Promise.all([runner.run(here), runner.run(here)]);
    assert.deepEqual([answers.map((answer) => 'acts' in answer && answer.acts), reported.length], [[1, 1], 1]);
    assert.deepEqual([runner.readAt?.getTime(), runner.isDue(minutes(10))], [now, false]);
    now += minutes(10);
    assert.ok(runner.isDue(minutes(10)));
  });

  it('that fails for whatever reason is a line, a bug only if nobody expected it, and is due later and later', async () => {
    const failures: readonly (readonly [Error, RequestTrouble, number])[] = [
      [new RequestFailure({ trouble: 'timedOut' }), { trouble: 'timedOut' }, 0],
      [new HumanError('The disk is full.'), { trouble: 'notLogged', reason: 'The disk is full.' }, 0],
      [new RangeError('An odd shape.'), { trouble: 'unexpected', reason: 'An odd shape.' }, 1],
    ];
    for (const [error, trouble, count] of failures) {
      [reported, bugs] = [[], []];
      const runner = runnerOf(() => Promise.reject(error));
      for (const pause of [1, 2, 4]) {
        assert.ok(runner.isDue(minutes(10)), error.message);
        assert.deepEqual(await runner.run(here), trouble);
        now += minutes(pause) - 1;
        assert.ok(!runner.isDue(minutes(10)), error.message);
        now += 1;
      }
      assert.deepEqual([reported, bugs.length], [[trouble, trouble, trouble], 3 * count]);
    }
  });

  it('that was stopped short says so, and is no reading of all', async () => {
    const stoppedBy = { trouble: 'status', status: 502 } as const;
    const runner = runnerOf(() => Promise.resolve({ ...done, stoppedBy }));
    assert.deepEqual(await runner.run(here), { ...stoppedBy, isPart: true });
    assert.deepEqual([runner.readAt, runner.isDue(minutes(10)), bugs], [undefined, false, []]);
    now += minutes(1);
    assert.ok(runner.isDue(minutes(10)));
  });

  it('is not made before GitHub wants', async () => {
    const until = now + minutes(30);
    let reads = 0;
    const runner = runnerOf(() => Promise.resolve({ ...done, acts: ++reads, pauseUntil: until }));
    await runner.run(here);
    assert.deepEqual([await runner.run(here), reads], [{ trouble: 'rateLimited', until }, 1]);
    now = until;
    await runner.run(here);
    assert.equal(reads, 2);
  });

  describe('that is stopped', () => {
    let github: FakeGitHub;
    beforeEach(async () => {
      const event = { type: 'requested', at: '2026-03-02T09:00:00Z', of: { user: 'mia' } } as const;
      const pulls = Array.from({ length: 120 }, (_, index) => ({
        ...{ id: `PR_${index}`, number: index + 1, title: `Change ${index}`, repository: 'acme/shop', author: 'ann' },
        ...{ openedAt: '2026-03-02T08:00:00Z', events: [event] },
      }));
      github = await FakeGitHub.start({ pulls });
    });
    afterEach(() => github.close());

    it('sends nothing more, says nothing, and is no reading of the server that is connected then', async () => {
      const runner = runnerOf(async ({ server }, signal) => {
        if (server === there.server) return { ...done, acts: 7 };
        const { histories } = await readRequests(
          { ...accountAt(github), signal },
          { withTeams: true, known: [], reviewedSince: new Date(longAgo) },
        );
        return { ...done, acts: histories.length };
      });
      let elsewhere: Promise<Refreshed | RequestTrouble> | undefined;
      github.onQuery = (number) => {
        if (number !== 2) return;
        runner.stop();
        assert.deepEqual([runner.readAt, runner.isDue(minutes(10))], [undefined, true]);
        elsewhere = runner.run(there);
      };
      assert.deepEqual(await runner.run(here), { trouble: 'stopped' });
      assert.deepEqual(await elsewhere, { acts: 7, unread: 0 });
      assert.deepEqual([reported, github.queries.length], [[{ acts: 7, unread: 0 }], 2]);
    });
  });
});
