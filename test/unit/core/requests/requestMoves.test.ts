import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { RequestHistory } from '../../../../src/core/requests/requestHistory.ts';
import { requestMoves } from '../../../../src/core/requests/requestMoves.ts';
import {
  is,
  me,
  removed,
  requested,
  requestHistory as history,
  reviewed,
  team,
  type Told,
} from '../../../support/requestHistory.ts';

function moves(told: RequestHistory | readonly Told[], teams: readonly string[] = ['acme/core']): string[] {
  const asHistory = Array.isArray(told) ? history(told) : (told as RequestHistory);
  return requestMoves(asHistory, { login: 'lee', teams }).map((move) => {
    const detail = 'why' in move ? ` ${move.why}` : 'team' in move && move.team !== undefined ? ` ${move.team}` : '';
    return `${move.event.id} ${move.move}${detail}`;
  });
}

describe('what a pull request means for the leader', () => {
  const table: readonly (readonly [string, readonly Told[], readonly string[]])[] = [
    ['asked of the leader, in any case of the login', [requested({ user: 'LEE' })], ['02 asked']],
    ['asked of somebody else', [requested({ user: 'sam' })], []],
    ['asked of a team', [requested(team)], ['02 asked acme/core']],
    ['asked of a team of others', [requested({ team: 'acme/web' })], []],
    ['asked as a draft', [requested(), is('readyForReview')], ['03 asked']],
    ['asked, and taken away as a draft', [requested(), removed(), is('readyForReview')], []],
    ['commented', [requested(), reviewed('commented')], ['02 asked', '03 sentBack commented']],
    ['changes requested', [requested(), reviewed('changesRequested')], ['02 asked', '03 sentBack changesRequested']],
    [
      'requested again',
      [requested(), reviewed('commented'), requested()],
      ['02 asked', '03 sentBack commented', '04 returned'],
    ],
    ['requested twice', [requested(), requested()], ['02 asked', '03 askedAgain']],
    ['approved', [requested(), reviewed('approved')], ['02 asked', '03 approved']],
    [
      'approved after comments, unasked',
      [requested(), reviewed('commented'), reviewed('commented'), reviewed('approved')],
      ['02 asked', '03 sentBack commented', '05 approved'],
    ],
    [
      'requested again after the approval',
      [requested(), reviewed('approved'), requested()],
      ['02 asked', '03 approved', '04 reopened requested'],
    ],
    [
      'an approval taken back by asking for changes',
      [requested(), reviewed('approved'), reviewed('changesRequested')],
      ['02 asked', '03 approved', '04 reopened changesRequested', '04 sentBack changesRequested'],
    ],
    [
      'back to draft and ready again',
      [requested(), is('convertedToDraft'), is('readyForReview')],
      ['02 asked', '03 sentBack draft', '04 returned'],
    ],
    [
      'answered as a draft',
      [requested(), is('convertedToDraft'), reviewed('commented'), is('readyForReview'), requested()],
      ['02 asked', '03 sentBack draft', '06 returned'],
    ],
    ['request removed', [requested(), removed()], ['02 asked', '03 withdrawn requestRemoved']],
    [
      'removed and requested again',
      [requested(), removed(), requested()],
      ['02 asked', '03 withdrawn requestRemoved', '04 reopened requested'],
    ],
    ['closed without the leader', [requested(), is('closed')], ['02 asked', '03 withdrawn closed']],
    ['merged, which closes it, too', [requested(), is('closed'), is('merged')], ['02 asked', '04 withdrawn merged']],
    [
      'merged after comments',
      [requested(), reviewed('commented'), is('merged')],
      ['02 asked', '03 sentBack commented', '04 withdrawn merged'],
    ],
    ['merged after the approval', [requested(), reviewed('approved'), is('merged')], ['02 asked', '03 approved']],
    [
      'reopened, still asked',
      [requested(), is('closed'), is('reopened')],
      ['02 asked', '03 withdrawn closed', '04 reopened pullRequestReopened'],
    ],
    [
      'reopened, no longer asked',
      [requested(), reviewed('commented'), is('closed'), is('reopened')],
      ['02 asked', '03 sentBack commented', '04 withdrawn closed'],
    ],
    [
      'reopened as a draft',
      [requested(), is('convertedToDraft'), is('closed'), is('reopened'), is('readyForReview')],
      ['02 asked', '03 sentBack draft', '04 withdrawn closed', '06 reopened ready'],
    ],
    ['asked when it was closed', [is('closed'), requested(), is('reopened')], ['04 asked']],
    [
      'a teammate reviews',
      [requested(team), reviewed('approved', 'sam', 'acme/core')],
      ['02 asked acme/core', '03 withdrawn reviewedByTeam'],
    ],
    [
      'somebody reviews for another team',
      [requested(team), reviewed('approved', 'sam', 'acme/web')],
      ['02 asked acme/core'],
    ],
    ['the leader reviews for the team', [requested(team), reviewed('approved')], ['02 asked acme/core', '03 approved']],
    [
      'a team, then the leader instead',
      [requested(team), requested(), removed(team)],
      ['02 asked acme/core', '03 askedAgain', '03 askedOf'],
    ],
    [
      'the leader and a team, then the team only',
      [requested(), requested(team), removed()],
      ['02 asked', '03 askedAgain', '04 askedOf acme/core'],
    ],
  ];
  for (const [name, events, expected] of table) {
    it(`${name}: ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(moves(events), expected);
    });
  }

  it('reopens where the leader’s verdict is dismissed, whatever the review says of itself since', () => {
    const dismissed = (review: string | undefined): Told => ({
      type: 'reviewDismissed',
      review,
      by: 'lee',
      verdict: 'approved',
    });
    for (const review of ['03', undefined]) {
      assert.deepEqual(
        moves([requested(), reviewed('dismissed'), dismissed('03'), reviewed('approved'), dismissed(review)]).slice(
          0,
          3,
        ),
        ['02 asked', '03 approved', '04 reopened dismissed'],
      );
    }
    const older = [requested(), reviewed('approved'), requested(), reviewed('approved'), dismissed('03')];
    assert.deepEqual(moves(older), ['02 asked', '03 approved', '04 reopened requested', '05 approved']);
    const others = { type: 'reviewDismissed', review: undefined, by: 'sam', verdict: 'approved' } as const;
    assert.deepEqual(moves([requested(), reviewed('approved'), others]), ['02 asked', '03 approved']);
  });

  it('takes the team that is asked for one of the leader’s where GitHub says that it waits on the leader', () => {
    const told = history([requested({ team: 'acme/parent' })], {
      reviewers: [{ team: 'acme/parent' }],
      isAskedOfViewer: true,
    });
    assert.deepEqual(moves(told), ['02 asked acme/parent']);
    assert.deepEqual(moves({ ...told, isAskedOfViewer: false }), []);
    const direct = history([requested({ team: 'acme/parent' }), requested()], {
      reviewers: [{ team: 'acme/parent' }, me],
      isAskedOfViewer: true,
    });
    assert.deepEqual(moves(direct), ['03 asked']);
    // The search has not heard of the review yet.
    const answered = history([requested({ team: 'acme/web' }), requested(), removed()], {
      reviewers: [{ team: 'acme/web' }],
      isAskedOfViewer: true,
    });
    assert.deepEqual(moves(answered), ['03 asked', '04 withdrawn requestRemoved']);
  });

  it('takes the first review of others since for the answer of a team that is no longer asked', () => {
    const told = [
      requested(team),
      reviewed('commented', 'anna'),
      reviewed('approved', 'sam'),
      reviewed('approved', 'kim'),
    ];
    assert.deepEqual(moves(history(told, { reviewers: [] })), ['02 asked acme/core', '04 withdrawn reviewedByTeam']);
    assert.deepEqual(moves(history(told)), ['02 asked acme/core']);
  });

  it('goes by the time of the events and not by their order', () => {
    const told = history([requested(), reviewed('commented'), requested()]);
    assert.deepEqual(moves({ ...told, events: told.events.toReversed() }), moves(told));
  });
});
