import { describe, it } from 'mocha';
import {
  captured,
  checkDaySet,
  cleared,
  decided,
  decidedBySilence,
  handedOver,
  held,
  reopened,
  returned,
  reversed,
  sentBack,
  withdrawn,
} from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';

const dependency = captured({ kind: 'dependency' });
const closedAlready = { refused: 'alreadyClosed', title: 'Pick a vendor', on: '2026-03-03' } as const;

describe('deciding', () => {
  const decide = { type: 'decide', id: 'vendor', outcome: 'the cheaper one' } as const;
  const fact = { ...decided, decidedOn: '2026-03-04' } as const;

  it('closes a decision today with its outcome', () => {
    given(captured()).when(decide).then(fact);
  });

  it('closes an approval on an earlier day with its because, both tidied at their ends', () => {
    given(captured({ kind: 'approval' }))
      .when(decide, { outcome: ' the cheaper one\n', because: ' good\r\nenough ', decidedOn: '2026-03-02' })
      .thenWith(fact, { because: 'good\nenough', decidedOn: '2026-03-02' });
  });

  it('is refused without an outcome, and with a because that is too long', () => {
    given(captured()).when(decide, { outcome: ' ' }).isRefused({ refused: 'missing', field: 'outcome' });
    given(captured())
      .when(decide, { because: 'x'.repeat(2001) })
      .isRefused({ refused: 'tooLong', field: 'because', length: 2001, limit: 2000 });
  });

  it('is refused on a day before it was asked, or later than today', () => {
    given(captured())
      .when(decide, { decidedOn: '2026-03-01' })
      .isRefused({ refused: 'closedBeforeAsked', closedOn: '2026-03-01', askedOn: '2026-03-02' });
    given(captured())
      .when(decide, { decidedOn: '2026-03-05' })
      .isRefused({ refused: 'closedInFuture', closedOn: '2026-03-05', today: '2026-03-04' });
  });

  it('with a check day writes two facts, in this order', () => {
    const check = { type: 'checkDaySet', item: 'vendor', setOn: '2026-03-04' } as const;
    given(captured())
      .when(decide, { checkOn: '2026-04-01' })
      .then(fact, { ...check, checkOn: '2026-04-01' });
    given(captured())
      .when(decide, { decidedOn: '2026-03-02', checkOn: '2026-03-04' })
      .then({ ...fact, decidedOn: '2026-03-02' }, { ...check, checkOn: '2026-03-04' });
  });

  const expected = { checkOn: '2026-04-01', expect: ' half the\r\ntickets ', sureness: 80 } as const;
  const checked = { type: 'checkDaySet', item: 'vendor', setOn: '2026-03-04', checkOn: '2026-04-01' } as const;

  it('with a check day keeps what is expected and how sure the leader is', () => {
    given(captured())
      .when(decide, expected)
      .then({ ...fact, expect: 'half the\ntickets', sureness: 80 }, checked);
    for (const sureness of [50, 99]) {
      given(captured())
        .when(decide, { ...expected, expect: 'half', sureness })
        .then({ ...fact, expect: 'half', sureness }, checked);
    }
    // Nothing is expected where nothing but space was typed, and no sureness was said.
    given(captured()).when(decide, { checkOn: '2026-04-01', expect: ' ' }).then(fact, checked);
  });

  it('is refused with half an expectation, with one without a check day, and with an impossible sureness', () => {
    const half = { refused: 'halfExpectation' } as const;
    given(captured()).when(decide, { checkOn: '2026-04-01', expect: 'half the tickets' }).isRefused(half);
    given(captured())
      .when(decide, { ...expected, expect: ' ' })
      .isRefused(half);
    given(captured())
      .when(decide, { ...expected, checkOn: undefined })
      .isRefused({ refused: 'expectationNeedsDay' });
    for (const sureness of [49, 100, 70.5, Number.NaN]) {
      given(captured())
        .when(decide, { ...expected, sureness })
        .isRefused({ refused: 'impossibleSureness', sureness });
    }
    given(captured())
      .when(decide, { ...expected, expect: 'x'.repeat(1001) })
      .isRefused({ refused: 'tooLong', field: 'expect', length: 1001, limit: 1000 });
  });

  it('is refused with a check day that has passed, also where it was decided earlier', () => {
    given(captured())
      .when(decide, { decidedOn: '2026-03-02', checkOn: '2026-03-03' })
      .isRefused({ refused: 'dayPassed', day: '2026-03-03', today: '2026-03-04' });
  });

  it('is allowed while it is somebody else’s move', () => {
    for (const turn of [sentBack, handedOver]) {
      given(captured(), turn).when(decide).then(fact);
    }
  });

  it('is refused on a day on which it was their move: sent back on the 11th, returned on the 16th, “on 12 Mar”', () => {
    const back = { ...sentBack, sentBackOn: '2026-03-11' } as const;
    const log = given(captured(), back, { ...returned, returnedOn: '2026-03-16' }).on('2026-03-20');
    const refusal = {
      refused: 'notYourMoveThen',
      title: 'Pick a vendor',
      holder: 'asker',
      name: 'ida',
      to: '2026-03-16',
    } as const;
    for (const decidedOn of ['2026-03-11', '2026-03-12', '2026-03-15'] as const) {
      log.when(decide, { decidedOn }).isRefused({ ...refusal, closedOn: decidedOn });
    }
    for (const decidedOn of ['2026-03-10', '2026-03-16'] as const)
      log.when(decide, { decidedOn }).thenWith(fact, { decidedOn });
    const decider = given(captured(), handedOver, returned).on('2026-03-20');
    decider
      .when(decide, { decidedOn: '2026-03-04' })
      .isRefused({ ...refusal, closedOn: '2026-03-04', holder: 'decider', name: 'kim', to: '2026-03-05' });
    given(captured(), back)
      .on('2026-03-20')
      .when(decide, { decidedOn: '2026-03-12' })
      .isRefused({ refused: 'theirMove', title: 'Pick a vendor', holder: 'asker', name: 'ida' });
    given(captured(), back).on('2026-03-20').when(decide).thenWith(fact, { decidedOn: '2026-03-20' });
  });

  it('is refused on a day on which it was closed', () => {
    const log = given(captured(), decided, { ...reopened, reopenedOn: '2026-03-10' }).on('2026-03-20');
    log.when(decide, { decidedOn: '2026-03-05' }).isRefused({
      refused: 'notYourMoveThen',
      title: 'Pick a vendor',
      closedOn: '2026-03-05',
      holder: 'nobody',
      name: undefined,
      to: '2026-03-10',
    });
    log.when(decide, { decidedOn: '2026-03-10' }).thenWith(fact, { decidedOn: '2026-03-10' });
  });

  it('is refused for a dependency, which is cleared', () => {
    given(dependency).when(decide).isRefused({ refused: 'otherClosing', kind: 'dependency' });
  });

  it('is refused a second time, with the day of the first', () => {
    given(captured(), decided).when(decide).isRefused(closedAlready);
    given(captured(), withdrawn).when(decide).isRefused(closedAlready);
  });
});

describe('clearing', () => {
  const clear = { type: 'clear', id: 'vendor' } as const;

  it('closes a dependency today, with or without a note', () => {
    given(dependency).when(clear).then({ type: 'itemCleared', item: 'vendor', clearedOn: '2026-03-04' });
    given(dependency)
      .when(clear, { note: ' signed ', clearedOn: '2026-03-03' })
      .then({ type: 'itemCleared', item: 'vendor', note: 'signed', clearedOn: '2026-03-03' });
    given(dependency).when(clear, { note: ' ' }).then({ type: 'itemCleared', item: 'vendor', clearedOn: '2026-03-04' });
  });

  it('is refused for what is decided, whether a decision or an approval', () => {
    given(captured()).when(clear).isRefused({ refused: 'otherClosing', kind: 'decision' });
    given(captured({ kind: 'approval' }))
      .when(clear)
      .isRefused({ refused: 'otherClosing', kind: 'approval' });
  });

  it('is refused on an impossible day, with a note that is too long, and a second time', () => {
    given(dependency)
      .when(clear, { clearedOn: '2026-03-01' })
      .isRefused({ refused: 'closedBeforeAsked', closedOn: '2026-03-01', askedOn: '2026-03-02' });
    given(dependency)
      .when(clear, { clearedOn: '2026-03-05' })
      .isRefused({ refused: 'closedInFuture', closedOn: '2026-03-05', today: '2026-03-04' });
    given(dependency)
      .when(clear, { note: 'x'.repeat(4001) })
      .isRefused({ refused: 'tooLong', field: 'note', length: 4001, limit: 4000 });
    given(dependency, cleared).when(clear).isRefused(closedAlready);
  });
});

describe('withdrawing', () => {
  const withdraw = { type: 'withdraw', id: 'vendor', reason: 'no longer needed' } as const;

  it('closes an item of any kind today with its reason', () => {
    for (const kind of ['decision', 'approval', 'dependency'] as const) {
      given(captured({ kind })).when(withdraw).thenWith(withdrawn, { withdrawnOn: '2026-03-04' });
    }
  });

  it('is refused without a reason, and once it is closed', () => {
    given(captured()).when(withdraw, { reason: '' }).isRefused({ refused: 'missing', field: 'reason' });
    given(captured(), decided).when(withdraw).isRefused(closedAlready);
  });
});

describe('reopening', () => {
  const reopen = { type: 'reopen', id: 'vendor', reason: 'the price changed' } as const;

  it('opens what was closed, however it was closed', () => {
    for (const closing of [decided, cleared, withdrawn, decidedBySilence]) {
      given(captured(), closing)
        .when(reopen)
        .then({ type: 'itemReopened', item: 'vendor', reason: 'the price changed', reopenedOn: '2026-03-04' });
    }
  });

  it('opens what had held, and is refused for what was reversed: that goes on elsewhere', () => {
    given(captured(), decided, checkDaySet, held).when(reopen).then(reopened);
    given(captured(), decided, reversed)
      .when(reopen)
      .isRefused({ refused: 'alreadyReversed', title: 'Pick a vendor', on: '2026-03-04' });
  });

  it('is refused for what is open, and without a reason', () => {
    given(captured()).when(reopen).isRefused({ refused: 'stillOpen', title: 'Pick a vendor' });
    given(captured(), decided).when(reopen, { reason: ' ' }).isRefused({ refused: 'missing', field: 'reason' });
  });
});
