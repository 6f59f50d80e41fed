import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  sayTroubleThere,
  sayUnread,
  sayWaitingThere,
  waitingThere,
} from '../../../../src/core/requests/refreshText.ts';
import type { RequestTrouble } from '../../../../src/core/requests/requestsRead.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { captured, decided, logged, reopened, sentBack, type TestFact } from '../../../support/facts.ts';

const today = '2026-03-04';
const at = new Date(2026, 2, 4, 14, 5);

describe('what a refresh says', () => {
  it('how many reviews wait and since when', () => {
    const request = { via: 'github', sourceSystem: 'github.com', sourceKey: 'PR' };
    const register = new Register();
    register.add(
      logged(
        captured({ ...request, item: 'a', askedOn: '2026-03-02' }),
        captured({ ...request, item: 'b', askedOn: '2026-02-02' }),
        captured({ ...request, item: 'c', askedOn: '2026-01-02' }),
        captured({ ...request, item: 'd', askedOn: '2026-01-02', sourceSystem: 'ghe.acme.com' }),
        captured({ item: 'e', askedOn: '2026-01-02' }),
        captured({ ...request, item: 'f', askedOn: '2026-01-02' }),
        { ...decided, item: 'c', via: 'github' },
        { ...sentBack, item: 'f', via: 'github' },
      ),
    );
    const waiting = waitingThere(register.items.values(), 'github.com');
    assert.deepEqual(waiting, { count: 2, doneHere: 0, oldest: '2026-02-02' });
    assert.equal(sayWaitingThere(waiting, 0, today), '2 reviews wait on you; the oldest since Mon 2 Feb.');
    assert.equal(
      sayWaitingThere({ count: 1, doneHere: 0, oldest: today }, 0, today),
      '1 review has waited on you since Wed 4 Mar.',
    );
    const none = { count: 0, doneHere: 0, oldest: undefined };
    assert.equal(sayWaitingThere(none, 0, today), 'No review that is logged waits on you on GitHub.');
    assert.equal(sayWaitingThere(none, 1, today), '1 pull request on GitHub could not be read.');
    assert.equal(
      sayWaitingThere({ count: 1, doneHere: 0, oldest: today }, 2, today),
      '1 review has waited on you since Wed 4 Mar. 2 pull requests on GitHub could not be read.',
    );
  });

  it('how many of those are closed or passed on here, and none that only this log reopened', () => {
    const request = { via: 'github', sourceSystem: 'github.com', sourceKey: 'PR', askedOn: '2026-03-02' } as const;
    const [a, b, c] = [
      captured({ ...request, item: 'a' }),
      captured({ ...request, item: 'b' }),
      { ...decided, item: 'b' },
    ];
    const say = (...facts: readonly TestFact[]): string => {
      const register = new Register();
      register.add(logged(...facts));
      return sayWaitingThere(waitingThere(register.items.values(), 'github.com'), 0, today);
    };
    assert.equal(
      say(a, b, c),
      '2 reviews wait on you; the oldest since Mon 2 Mar. 1 of them: closed or passed on here, and still open on GitHub.',
    );
    assert.equal(
      say(b, c),
      '1 review has waited on you since Mon 2 Mar. You closed it or passed it on here; on GitHub it is still open.',
    );
    assert.equal(
      say(a, b, { ...sentBack, item: 'a' }, c),
      '2 reviews wait on you; the oldest since Mon 2 Mar. You closed them or passed them on here; on GitHub they are still open.',
    );
    assert.equal(
      say(b, { ...c, via: 'github' }, { ...reopened, item: 'b' }),
      'No review that is logged waits on you on GitHub.',
    );
  });

  const until = at.getTime();
  const table: readonly (readonly [RequestTrouble, string])[] = [
    [{ trouble: 'signedOut' }, 'GitHub: you are signed out. Connect GitHub again; last read 14:05'],
    [{ trouble: 'rateLimited', until }, 'GitHub asks Pacesetter to wait until 14:05; last read 14:05'],
    [{ trouble: 'status', status: 502 }, 'GitHub did not answer (502); last read 14:05'],
    [{ trouble: 'status', status: 502, isPart: true }, 'GitHub did not answer (502); only a part was read'],
    [{ trouble: 'status', status: 403 }, 'GitHub refused to answer (403); last read 14:05'],
    [{ trouble: 'timedOut' }, 'GitHub did not answer in time; last read 14:05'],
    [{ trouble: 'unreachable' }, 'GitHub cannot be reached; last read 14:05'],
    [{ trouble: 'garbled' }, 'GitHub’s answer could not be read; last read 14:05'],
    [{ trouble: 'failed' }, 'GitHub could not answer the query; last read 14:05'],
    [
      { trouble: 'notLogged', reason: 'The disk is full.' },
      'What GitHub answered could not be logged (The disk is full.); last read 14:05',
    ],
    [{ trouble: 'stopped' }, 'Reading from GitHub was stopped; last read 14:05'],
    [{ trouble: 'unexpected', reason: 'No sign-in.' }, 'GitHub could not be read (No sign-in.); last read 14:05'],
  ];
  for (const [trouble, sentence] of table) {
    it(`where it failed: ${sentence}`, () => assert.equal(sayTroubleThere(trouble, at, today), sentence));
  }

  it('when it was read last, if ever', () => {
    assert.equal(
      sayTroubleThere({ trouble: 'timedOut' }, undefined, today),
      'GitHub did not answer in time; not read yet',
    );
    assert.equal(
      sayTroubleThere({ trouble: 'timedOut' }, at, '2026-03-05'),
      'GitHub did not answer in time; last read Wed 4 Mar 14:05',
    );
    assert.equal(sayUnread(2, at, today), 'GitHub: 2 pull requests could not be read; the rest was read 14:05');
  });
});
