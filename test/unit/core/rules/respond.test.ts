import { describe, it } from 'mocha';
import {
  acknowledged,
  captured,
  decided,
  deliberating,
  handedOver,
  reopened,
  returned,
  sentBack,
} from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';

const title = 'Pick a vendor';
const tooLong = (field: 'note' | 'question' | 'answer' | 'to', limit: number) =>
  ({ refused: 'tooLong', field, length: limit + 1, limit }) as const;

describe('acknowledging', () => {
  const acknowledge = { type: 'acknowledge', id: 'vendor' } as const;
  const fact = { type: 'itemAcknowledged', item: 'vendor', acknowledgedOn: '2026-03-04' } as const;

  it('says today that it was seen, with a note that is tidied at its ends, or without', () => {
    given(captured()).when(acknowledge).then(fact);
    given(captured()).when(acknowledge, { note: ' on\r\nFriday \n' }).thenWith(fact, { note: 'on\nFriday' });
    given(captured()).when(acknowledge, { note: ' ' }).then(fact);
  });

  it('is refused once there was any answer, with the day of the first', () => {
    for (const answer of [acknowledged, deliberating]) {
      given(captured(), answer).when(acknowledge).isRefused({ refused: 'alreadyResponded', title, on: '2026-03-03' });
    }
    given(captured(), { ...decided, decidedOn: '2026-03-02' }, reopened)
      .when(acknowledge)
      .isRefused({ refused: 'alreadyResponded', title, on: '2026-03-02' });
  });

  it('is refused with a note that is too long, and while it is somebody else’s move', () => {
    given(captured())
      .when(acknowledge, { note: 'x'.repeat(4001) })
      .isRefused(tooLong('note', 4000));
    given(captured(), sentBack)
      .when(acknowledge)
      .isRefused({ refused: 'theirMove', title, holder: 'asker', name: 'ida' });
    given(captured(), handedOver)
      .when(acknowledge)
      .isRefused({ refused: 'theirMove', title, holder: 'decider', name: 'kim' });
  });
});

describe('sending back', () => {
  const sendBack = { type: 'sendBack', id: 'vendor', question: 'Which region?' } as const;
  const fact = { type: 'itemSentBack', item: 'vendor', question: 'Which region?', sentBackOn: '2026-03-04' } as const;

  it('goes to whoever asked, to whom it is said, or to nobody by name', () => {
    given(captured({ askedBy: 'lee' }))
      .when(sendBack)
      .thenWith(fact, { to: 'lee' });
    given(captured({ askedBy: 'lee' }))
      .when(sendBack, { to: ' @ida ' })
      .thenWith(fact, { to: 'ida' });
    given(captured({ askedBy: 'lee' }))
      .when(sendBack, { to: ' @ ' })
      .thenWith(fact, { to: 'lee' });
    given(captured()).when(sendBack).then(fact);
  });

  it('keeps the lines of the question, and is refused without one', () => {
    given(captured())
      .when(sendBack, { question: '\nWhich region?\r\nWhich zone? ' })
      .thenWith(fact, { question: 'Which region?\nWhich zone?' });
    given(captured()).when(sendBack, { question: ' \n' }).isRefused({ refused: 'missing', field: 'question' });
  });

  it('is refused with a question or a name that is too long', () => {
    given(captured())
      .when(sendBack, { question: 'x'.repeat(1001) })
      .isRefused(tooLong('question', 1000));
    given(captured())
      .when(sendBack, { to: 'x'.repeat(101) })
      .isRefused(tooLong('to', 100));
  });

  it('is refused while it is sent back, and allowed again once it was returned', () => {
    given(captured(), { ...sentBack, to: undefined })
      .when(sendBack)
      .isRefused({ refused: 'theirMove', title, holder: 'asker', name: undefined });
    given(captured(), sentBack, { ...returned, returnedOn: '2026-03-04' })
      .when(sendBack)
      .then(fact);
  });
});

describe('marking as returned', () => {
  const markReturned = { type: 'markReturned', id: 'vendor' } as const;
  const fact = { type: 'itemReturned', item: 'vendor', returnedOn: '2026-03-04' } as const;

  it('takes the ball again, whoever had it, with what was answered', () => {
    for (const turn of [sentBack, handedOver]) {
      given(captured(), turn).when(markReturned).then(fact);
      given(captured(), turn)
        .when(markReturned, { answer: ' Frankfurt\r\nas before\n' })
        .thenWith(fact, { answer: 'Frankfurt\nas before' });
    }
  });

  it('on the day that is said, from the day it was passed on up to today', () => {
    for (const returnedOn of ['2026-03-03', '2026-03-04'] as const) {
      given(captured(), sentBack).when(markReturned, { returnedOn }).thenWith(fact, { returnedOn });
    }
    given(captured(), sentBack)
      .when(markReturned, { returnedOn: '2026-03-02' })
      .isRefused({ refused: 'returnedTooEarly', returnedOn: '2026-03-02', holder: 'asker', since: '2026-03-03' });
    given(captured(), handedOver)
      .when(markReturned, { returnedOn: '2026-03-02' })
      .isRefused({ refused: 'returnedTooEarly', returnedOn: '2026-03-02', holder: 'decider', since: '2026-03-03' });
    given(captured(), sentBack)
      .when(markReturned, { returnedOn: '2026-03-05' })
      .isRefused({ refused: 'returnedInFuture', returnedOn: '2026-03-05' });
  });

  it('not before it was handed on, but before what can be done about it wherever it is', () => {
    const meanwhile = [
      { type: 'promiseMoved', item: 'vendor', promisedOn: '2026-03-09', reason: 'they ask', movedOn: '2026-03-04' },
      { type: 'dependencyChased', item: 'vendor', whom: 'Kim', chasedOn: '2026-03-04' },
      { type: 'waitingChanged', item: 'vendor', added: ['sam'], day: '2026-03-04' },
    ] as const;
    given(captured(), sentBack, ...meanwhile)
      .when(markReturned, { returnedOn: '2026-03-03' })
      .thenWith(fact, { returnedOn: '2026-03-03' });
    given(captured(), sentBack, { ...handedOver, handedOverOn: '2026-03-04' })
      .when(markReturned, { returnedOn: '2026-03-03' })
      .isRefused({ refused: 'returnedTooEarly', returnedOn: '2026-03-03', holder: 'decider', since: '2026-03-04' });
  });

  it('today means the last day on record, where the leader’s day has gone backwards', () => {
    given(captured(), { ...sentBack, sentBackOn: '2026-03-06' })
      .when(markReturned, { returnedOn: '2026-03-04' })
      .thenWith(fact, { returnedOn: '2026-03-06' });
  });

  it('is refused while it is the leader’s move, and with an answer that is too long', () => {
    given(captured()).when(markReturned).isRefused({ refused: 'yourMove', title });
    given(captured(), sentBack, { ...returned, returnedOn: '2026-03-03' })
      .when(markReturned)
      .isRefused({ refused: 'yourMove', title });
    given(captured(), sentBack)
      .when(markReturned, { answer: 'x'.repeat(2001) })
      .isRefused(tooLong('answer', 2000));
  });
});

describe('deliberating', () => {
  const deliberate = { type: 'deliberate', id: 'vendor', question: 'Can we leave?', until: '2026-03-06' } as const;
  const fact = {
    type: 'deliberationStarted',
    item: 'vendor',
    question: 'Can we leave?',
    until: '2026-03-06',
    startedOn: '2026-03-04',
  } as const;

  it('holds it on purpose from today with a question, until a day that may be today or past the promise', () => {
    given(captured()).when(deliberate, { question: ' Can we leave?\n' }).then(fact);
    given(captured()).when(deliberate, { until: '2026-03-04' }).thenWith(fact, { until: '2026-03-04' });
    given(captured()).when(deliberate, { until: '2027-03-04' }).thenWith(fact, { until: '2027-03-04' });
  });

  it('is refused without a question, with one that is too long, and until a day that has passed', () => {
    given(captured()).when(deliberate, { question: '' }).isRefused({ refused: 'missing', field: 'question' });
    given(captured())
      .when(deliberate, { question: 'x'.repeat(1001) })
      .isRefused(tooLong('question', 1000));
    given(captured())
      .when(deliberate, { until: '2026-03-03' })
      .isRefused({ refused: 'dayPassed', day: '2026-03-03', today: '2026-03-04' });
  });

  it('is refused where it says what holds already, and replaces another question or another day', () => {
    const same = { ...deliberate, question: deliberating.question };
    given(captured(), deliberating)
      .when(same)
      .isRefused({ refused: 'alreadyDeliberating', title, until: '2026-03-06' });
    given(captured(), deliberating).when(deliberate).then(fact);
    given(captured(), deliberating)
      .when(same, { until: '2026-03-05' })
      .thenWith(fact, { question: deliberating.question, until: '2026-03-05' });
  });
});

describe('handing over', () => {
  const handOver = { type: 'handOver', id: 'vendor', to: ' @kim ', note: ' she knows\r\nthe market ' } as const;
  const fact = { type: 'itemHandedOver', item: 'vendor', to: 'kim', handedOverOn: '2026-03-04' } as const;

  it('names who decides from today on, with a note or without', () => {
    given(captured()).when(handOver).thenWith(fact, { note: 'she knows\nthe market' });
    given(captured()).when(handOver, { note: undefined }).then(fact);
  });

  it('passes over somebody it was sent back to, but nobody it was handed over to', () => {
    given(captured(), sentBack).when(handOver, { note: '' }).then(fact);
    given(captured(), handedOver)
      .when(handOver, { to: 'lee' })
      .isRefused({ refused: 'theirMove', title, holder: 'decider', name: 'kim' });
  });

  it('is refused without a name, and with a name or a note that is too long', () => {
    for (const to of ['', ' ', '@']) {
      given(captured()).when(handOver, { to }).isRefused({ refused: 'missing', field: 'to' });
    }
    given(captured())
      .when(handOver, { to: 'x'.repeat(101) })
      .isRefused(tooLong('to', 100));
    given(captured())
      .when(handOver, { note: 'x'.repeat(4001) })
      .isRefused(tooLong('note', 4000));
  });
});
