import { describe, it } from 'mocha';
import {
  captured,
  checkDaySet,
  decided,
  decidedBySilence,
  defaultStated,
  held,
  reversed,
  withdrawn,
} from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';

const title = 'Pick a vendor';

describe('stating a default', () => {
  const state = {
    type: 'stateDefault',
    id: 'vendor',
    outcome: ' we stay\r\nas we are ',
    takesEffectOn: '2026-03-04',
  } as const;
  const fact = { ...defaultStated, outcome: 'we stay\nas we are', statedOn: '2026-03-04' } as const;

  it('says what happens from a day on, which may be today, for a decision or an approval', () => {
    given(captured()).when(state).then(fact);
    given(captured({ kind: 'approval' }))
      .when(state, { takesEffectOn: '2026-04-01' })
      .thenWith(fact, { takesEffectOn: '2026-04-01' });
  });

  it('replaces an earlier one, and is refused where it says the same', () => {
    given(captured(), defaultStated).when(state).then(fact);
    given(captured(), defaultStated)
      .when(state, { outcome: 'we stay', takesEffectOn: '2026-03-05' })
      .thenWith(fact, { outcome: 'we stay', takesEffectOn: '2026-03-05' });
    given(captured(), defaultStated).when(state, { outcome: ' we stay ' }).isRefused({ refused: 'sameDefault', title });
  });

  it('is refused for a dependency, without an outcome, with one too long, and on a day that has passed', () => {
    given(captured({ kind: 'dependency' }))
      .when(state)
      .isRefused({ refused: 'noDefaultForDependency', title });
    given(captured()).when(state, { outcome: '' }).isRefused({ refused: 'missing', field: 'outcome' });
    given(captured())
      .when(state, { outcome: 'x'.repeat(1001) })
      .isRefused({ refused: 'tooLong', field: 'outcome', length: 1001, limit: 1000 });
    given(captured())
      .when(state, { takesEffectOn: '2026-03-03' })
      .isRefused({ refused: 'dayPassed', day: '2026-03-03', today: '2026-03-04' });
  });
});

describe('dropping a default', () => {
  const drop = { type: 'dropDefault', id: 'vendor' } as const;

  it('takes it back today, and is refused where there is none any more', () => {
    const fact = { type: 'defaultDropped', item: 'vendor', droppedOn: '2026-03-04' } as const;
    given(captured(), defaultStated).when(drop).then(fact);
    given(captured(), defaultStated, fact).when(drop).isRefused({ refused: 'noDefault', title });
  });
});

describe('confirming a default', () => {
  const confirm = { type: 'confirmDefault', id: 'vendor' } as const;

  it('closes by silence on the day the default named, on it and at any time after', () => {
    const fact = { ...decidedBySilence, decidedOn: '2026-03-04', confirmedOn: '2026-03-04' } as const;
    given(captured(), defaultStated).when(confirm).then(fact);
    given(captured(), defaultStated).on('2026-05-04').when(confirm).thenWith(fact, { confirmedOn: '2026-05-04' });
  });

  it('is refused before its day', () => {
    given(captured(), defaultStated)
      .on('2026-03-03')
      .when(confirm)
      .isRefused({ refused: 'defaultNotDue', on: '2026-03-04' });
  });

  it('is refused where it was made a dependency since: silence clears nothing', () => {
    given(captured(), defaultStated, { type: 'itemEdited', item: 'vendor', kind: 'dependency' })
      .when(confirm)
      .isRefused({ refused: 'noDefaultForDependency', title });
  });

  it('is refused where the asked day was corrected to a later one than the default names', () => {
    const edited = { type: 'itemEdited', item: 'vendor', askedOn: '2026-03-05' } as const;
    given(captured(), defaultStated, edited)
      .on('2026-03-05')
      .when(confirm)
      .isRefused({ refused: 'closedBeforeAsked', closedOn: '2026-03-04', askedOn: '2026-03-05' });
  });
});

describe('setting a check day', () => {
  const set = { type: 'setCheckDay', id: 'vendor', checkOn: '2026-03-25' } as const;
  const fact = { ...checkDaySet, checkOn: '2026-03-25', setOn: '2026-03-04' } as const;

  it('sets or replaces it, today or later', () => {
    given(captured(), decided).when(set).then(fact);
    given(captured(), decided, checkDaySet).when(set).then(fact);
    given(captured(), decided).when(set, { checkOn: '2026-03-04' }).thenWith(fact, { checkOn: '2026-03-04' });
  });

  it('is refused on a day that has passed, on the same day, and once it was answered', () => {
    given(captured(), decided)
      .when(set, { checkOn: '2026-03-03' })
      .isRefused({ refused: 'dayPassed', day: '2026-03-03', today: '2026-03-04' });
    given(captured(), decided, checkDaySet)
      .when(set, { checkOn: '2026-03-20' })
      .isRefused({ refused: 'sameCheckDay', checkOn: '2026-03-20' });
    given(captured(), decided, checkDaySet, held)
      .when(set)
      .isRefused({ refused: 'alreadyHeld', title, on: '2026-03-03' });
    given(captured(), decided, reversed).when(set).isRefused({ refused: 'alreadyReversed', title, on: '2026-03-04' });
  });
});

describe('answering a check', () => {
  const answer = { type: 'answerCheck', id: 'vendor' } as const;
  const heldToday = { ...answer, answer: 'held' } as const;
  const reversal = { ...answer, answer: 'reversed', reason: ' the price\r\ndoubled ' } as const;

  it('says today that it held, also before the check day, with a note or without', () => {
    const fact = { ...held, answeredOn: '2026-03-04' } as const;
    given(captured(), decided, checkDaySet).when(heldToday).then(fact);
    given(captured(), decided, checkDaySet)
      .when(heldToday, { note: ' cheaper still\n' })
      .thenWith(fact, { note: 'cheaper still' });
  });

  it('is refused where it was not to be checked, held already, or has a note that is too long', () => {
    given(captured(), decided).when(heldToday).isRefused({ refused: 'noCheckDay', title });
    given(captured(), decided, checkDaySet, held)
      .when(heldToday)
      .isRefused({ refused: 'alreadyHeld', title, on: '2026-03-03' });
    given(captured(), decided, checkDaySet)
      .when(heldToday, { note: 'x'.repeat(4001) })
      .isRefused({ refused: 'tooLong', field: 'note', length: 4001, limit: 4000 });
  });

  const fact = {
    type: 'itemReversed',
    item: 'vendor',
    reason: 'the price\ndoubled',
    successor: 'new',
    answeredOn: '2026-03-04',
  } as const;

  it('reverses with two facts: the new item is asked today, and everybody who waited waits again', () => {
    const full = captured({
      kind: 'approval',
      door: 'one-way',
      askedBy: 'ida',
      waiting: ['anna', 'sam'],
      owedBy: 'ops',
      tags: ['infra'],
      link: 'https://a.test',
      note: 'EU only',
      target: 3,
    });
    given(full, decided, checkDaySet)
      .when(reversal)
      .then(fact, {
        type: 'itemCaptured',
        item: 'new',
        kind: 'approval',
        title,
        askedOn: '2026-03-04',
        // The target for an approval is one working day.
        promisedOn: '2026-03-05',
        target: 1,
        door: 'one-way',
        askedBy: 'ida',
        waiting: ['anna', 'sam'],
        owedBy: 'ops',
        tags: ['infra'],
        link: 'https://a.test',
      });
  });

  const successor = captured({ item: 'new', askedOn: '2026-03-04', promisedOn: '2026-03-06', target: 2 });

  it('gives the new item another title where one is said', () => {
    given(captured(), decided)
      .when(reversal, { title: ' Pick  another vendor ' })
      .then(fact, { ...successor, title: 'Pick another vendor' });
  });

  it('takes who waits as it is now, and not as it was captured', () => {
    const change = { type: 'waitingChanged', item: 'vendor', added: ['lee'], removed: ['anna'] } as const;
    given(captured({ waiting: ['anna'] }), decided, change)
      .when(reversal)
      .then(fact, { ...successor, waiting: ['lee'] });
  });

  it('reverses at any time: without a check day, by silence, and what had held', () => {
    given(captured(), decided).when(reversal).then(fact, successor);
    given(captured(), decidedBySilence).when(reversal).then(fact, successor);
    given(captured(), decided, checkDaySet, held)
      .when(reversal)
      .then({ ...fact, replaces: 'entry-4' }, successor);
  });

  it('is refused a second time, for what was withdrawn, and without a reason', () => {
    given(captured(), decided, reversed)
      .when(reversal)
      .isRefused({ refused: 'alreadyReversed', title, on: '2026-03-04' });
    given(captured(), withdrawn).when(reversal).isRefused({ refused: 'nothingToCheck', title });
    given(captured(), decided).when(reversal, { reason: ' ' }).isRefused({ refused: 'missing', field: 'reason' });
  });

  it('says what a reversal cost, where the leader does', () => {
    given(captured(), decided)
      .when(reversal, { reworkInDays: 2.5 })
      .then({ ...fact, reworkInDays: 2.5 }, successor);
    for (const reworkInDays of [-1, 1_001, Number.NaN]) {
      given(captured(), decided)
        .when(reversal, { reworkInDays })
        .isRefused({ refused: 'impossibleRework', reworkInDays });
    }
  });

  it('is refused with a title that is too long or empty, and then writes neither fact', () => {
    given(captured(), decided)
      .when(reversal, { title: 'x'.repeat(301) })
      .isRefused({ refused: 'tooLong', field: 'title', length: 301, limit: 300 });
    given(captured(), decided).when(reversal, { title: ' ' }).isRefused({ refused: 'missing', field: 'title' });
  });
});
