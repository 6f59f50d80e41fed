import { describe, it } from 'mocha';
import type { IntentOf } from '../../../../src/core/rules/intents.ts';
import { captured, decided, deliberating, returned, sentBack } from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';
import { made, owed } from '../../../support/workFacts.ts';

const edit = (changes: Omit<IntentOf<'edit'>, 'type' | 'id'>): IntentOf<'edit'> => ({
  type: 'edit',
  id: 'vendor',
  ...changes,
});
const edited = { type: 'itemEdited', item: 'vendor' } as const;
const full = captured({
  door: 'one-way',
  askedBy: 'ida',
  owedBy: 'ops',
  waiting: ['anna', 'sam'],
  tags: ['infra'],
  link: 'https://a.test',
  note: 'EU only',
});

describe('editing', () => {
  it('writes down only what really differs', () => {
    given(full)
      .when(edit({ title: 'Pick a vendor', kind: 'approval', door: 'one-way', note: 'EU only', askedBy: 'eve' }))
      .thenWith(edited, { kind: 'approval', askedBy: 'eve' });
  });

  it('writes down nothing when nothing differs, also after tidying', () => {
    given(full).when(edit({})).then();
    given(full)
      .when(
        edit({
          title: ' Pick  a vendor ',
          askedBy: '@ida',
          owedBy: ' @ops',
          tags: ['#infra'],
          waiting: ['@sam', 'anna'],
          note: 'EU only\n',
        }),
      )
      .then();
    given(captured())
      .when(edit({ door: null, askedBy: null, link: '', note: ' ', tags: [], waiting: [] }))
      .then();
  });

  it('empties a field with null, or with nothing but spaces', () => {
    given(full)
      .when(edit({ door: null, askedBy: null, owedBy: ' ', link: '', note: null, tags: [] }))
      .thenWith(edited, { door: null, askedBy: null, owedBy: null, link: null, note: null, tags: [] });
  });

  it('keeps a name as capturing keeps it, without its @', () => {
    given(captured())
      .when(edit({ askedBy: ' @ida ', owedBy: '@ops' }))
      .thenWith(edited, { askedBy: 'ida', owedBy: 'ops' });
  });

  it('tells who waits by who is new and who is gone', () => {
    given(full)
      .when(edit({ waiting: ['lee', '@anna'] }))
      .then({ type: 'waitingChanged', item: 'vendor', added: ['lee'], removed: ['sam'] });
    given(full)
      .when(edit({ waiting: [] }))
      .then({ type: 'waitingChanged', item: 'vendor', removed: ['anna', 'sam'] });
  });

  it('corrects words and people in one act', () => {
    given(captured())
      .when(edit({ title: 'Pick the vendor', waiting: ['anna'] }))
      .then({ ...edited, title: 'Pick the vendor' }, { type: 'waitingChanged', item: 'vendor', added: ['anna'] });
  });

  it('corrects a closed item too', () => {
    given(captured(), decided)
      .when(edit({ note: 'for later' }))
      .thenWith(edited, { note: 'for later' });
  });

  it('moves the asked day without touching the promise', () => {
    given(captured())
      .when(edit({ askedOn: '2026-02-20' }))
      .thenWith(edited, { askedOn: '2026-02-20' });
  });

  it('is refused with an asked day that is later than today, or than the day it was closed', () => {
    given(captured())
      .when(edit({ askedOn: '2026-03-05' }))
      .isRefused({ refused: 'askedInFuture', askedOn: '2026-03-05', today: '2026-03-04' });
    given(captured(), decided)
      .when(edit({ askedOn: '2026-03-04' }))
      .isRefused({ refused: 'closedBeforeAsked', closedOn: '2026-03-03', askedOn: '2026-03-04' });
    given(captured(), decided)
      .when(edit({ askedOn: '2026-03-03' }))
      .thenWith(edited, { askedOn: '2026-03-03' });
  });

  it('is refused without a title, and with what is too long or too many', () => {
    given(full)
      .when(edit({ title: ' ' }))
      .isRefused({ refused: 'missing', field: 'title' });
    given(full)
      .when(edit({ note: 'x'.repeat(4001) }))
      .isRefused({ refused: 'tooLong', field: 'note', length: 4001, limit: 4000 });
    given(full)
      .when(edit({ tags: Array.from({ length: 21 }, (_, index) => `tag ${index}`) }))
      .isRefused({ refused: 'tooMany', field: 'tags', count: 21, limit: 20 });
  });
});

describe('changing who waits', () => {
  const change = { type: 'changeWaiting', id: 'vendor' } as const;
  const changed = { type: 'waitingChanged', item: 'vendor' } as const;

  it('adds and takes out', () => {
    given(full)
      .when(change, { add: ['@lee', 'lee'], remove: ['sam'] })
      .thenWith(changed, { added: ['lee'], removed: ['sam'] });
  });

  it('writes down nothing for who waits already, or never did', () => {
    given(full)
      .when(change, { add: ['anna'], remove: ['nobody'] })
      .then();
    given(full).when(change).then();
    given(full)
      .when(change, { add: ['anna'], remove: ['anna'] })
      .then();
  });

  it('counts the limit over who waits already', () => {
    const thirty = Array.from({ length: 30 }, (_, index) => `name ${index}`);
    given(captured({ waiting: thirty }))
      .when(change, { add: ['anna'] })
      .isRefused({ refused: 'tooMany', field: 'waiting', count: 31, limit: 30 });
    given(captured({ waiting: thirty }))
      .when(change, { add: ['anna'], remove: ['name 3'] })
      .thenWith(changed, { added: ['anna'], removed: ['name 3'] });
  });
});

describe('saying since when somebody waits', () => {
  const change = { type: 'changeWaiting', id: 'vendor', add: ['lee'], since: '2026-03-03' } as const;
  const changed = { type: 'waitingChanged', item: 'vendor', since: '2026-03-03' } as const;
  const lee = { type: 'waitingChanged', item: 'vendor', added: ['lee'], day: '2026-03-04' } as const;

  it('names them with that day, today at the latest', () => {
    given(full)
      .when(change)
      .thenWith(changed, { added: ['lee'] });
    given(full)
      .when(change, { since: '2026-03-04' })
      .thenWith(changed, { added: ['lee'], since: '2026-03-04' });
    given(full).when(change, { since: '2026-03-05' }).isRefused({ refused: 'namedInFuture', since: '2026-03-05' });
  });

  it('makes a wait longer, and never shorter', () => {
    given(full, lee)
      .when(change)
      .thenWith(changed, { added: ['lee'] });
    given(full, lee).when(change, { since: '2026-03-04' }).then();
    given(full)
      .when(change, { add: ['anna', 'lee'] })
      .thenWith(changed, { added: ['lee'] });
  });

  it('leaves out who is taken out by the same act', () => {
    given(full)
      .when(change, { remove: ['sam'] })
      .thenWith(changed, { added: ['lee'], removed: ['sam'] });
  });
});

describe('who waits for a hole', () => {
  const change = { type: 'changeWaiting', id: 'doneWhen' } as const;
  const work = [made({ owner: 'Anna' }), ...owed('doneWhen')];

  it('is always who holds the assignment: they cannot be taken out, others can come and go', () => {
    given(...work)
      .when(change, { remove: ['anna'] })
      .isRefused({ refused: 'waitsForOwner', owner: 'Anna' });
    given(...work)
      .when({ type: 'edit', id: 'doneWhen', waiting: ['zoe'] })
      .isRefused({ refused: 'waitsForOwner', owner: 'Anna' });
    given(...work)
      .when(change, { add: ['zoe'] })
      .then({ type: 'waitingChanged', item: 'doneWhen', added: ['zoe'] });
    const zoe = { type: 'waitingChanged', item: 'doneWhen', added: ['zoe'] } as const;
    given(...work, zoe)
      .when(change, { remove: ['zoe'] })
      .then({ type: 'waitingChanged', item: 'doneWhen', removed: ['zoe'] });
  });
});

describe('moving a promise', () => {
  const move = { type: 'movePromise', id: 'vendor', promisedOn: '2026-03-10', reason: 'the price comes late' } as const;

  it('is a slip with its reason and its day', () => {
    given(captured()).when(move, { reason: ' the price\r\ncomes late ' }).then({
      type: 'promiseMoved',
      item: 'vendor',
      promisedOn: '2026-03-10',
      reason: 'the price\ncomes late',
      movedOn: '2026-03-04',
    });
  });

  it('may go to today, and to an earlier day than the one promised', () => {
    const far = captured({ promisedOn: '2026-03-20' });
    given(far).when(move, { promisedOn: '2026-03-04' }).then({
      type: 'promiseMoved',
      item: 'vendor',
      promisedOn: '2026-03-04',
      reason: move.reason,
      movedOn: '2026-03-04',
    });
  });

  it('is refused without a reason, where the day is later than people were told', () => {
    given(captured()).when(move, { reason: ' \n' }).isRefused({ refused: 'missing', field: 'reason' });
    given(captured()).when(move, { reason: undefined }).isRefused({ refused: 'missing', field: 'reason' });
    const hold = { ...deliberating, until: '2026-03-09' } as const;
    given(captured(), hold).when(move, { reason: undefined }).isRefused({ refused: 'missing', field: 'reason' });
  });

  it('needs none for a day no later than people were told: from the 16th to the 12th', () => {
    const fact = { type: 'promiseMoved', item: 'vendor', reason: 'earlier', reasonCode: 'earlier' } as const;
    const sixteenth = captured({ promisedOn: '2026-03-16' });
    const earlier = { ...move, reason: undefined, promisedOn: '2026-03-12' } as const;
    given(sixteenth)
      .when(earlier)
      .then({ ...fact, promisedOn: '2026-03-12', movedOn: '2026-03-04' });
    given(sixteenth)
      .when(earlier, { reason: 'the price came' })
      .then({
        ...fact,
        promisedOn: '2026-03-12',
        movedOn: '2026-03-04',
        reason: 'the price came',
        reasonCode: undefined,
      });
    // Held until the 13th, which people were told.
    given(captured(), { ...deliberating, until: '2026-03-13' })
      .when(earlier)
      .then({ ...fact, promisedOn: '2026-03-12', movedOn: '2026-03-04' });
  });

  it('needs none as far as the promise rested, and may take the days of theirs back', () => {
    // Sent back for two working days: due on Friday the 6th.
    const rested = given(captured(), sentBack, returned).on('2026-03-05');
    const fact = { type: 'promiseMoved', item: 'vendor', reason: 'earlier', reasonCode: 'earlier' } as const;
    rested
      .when({ ...move, reason: undefined }, { promisedOn: '2026-03-06' })
      .then({ ...fact, promisedOn: '2026-03-06', movedOn: '2026-03-05' });
    rested
      .when({ ...move, reason: undefined }, { promisedOn: '2026-03-09' })
      .isRefused({ refused: 'missing', field: 'reason' });
  });

  it('is refused to the day that is promised already, and to one that has passed', () => {
    given(captured())
      .when(move, { promisedOn: '2026-03-04' })
      .isRefused({ refused: 'samePromise', promisedOn: '2026-03-04' });
    given(captured())
      .when(move, { promisedOn: '2026-03-03' })
      .isRefused({ refused: 'promiseInPast', promisedOn: '2026-03-03', today: '2026-03-04' });
  });

  it('may go back to the first promise', () => {
    given(captured({ promisedOn: '2026-03-10' }), {
      type: 'promiseMoved',
      item: 'vendor',
      promisedOn: '2026-03-12',
      reason: 'r',
      movedOn: '2026-03-03',
    })
      .when(move)
      .then({
        type: 'promiseMoved',
        item: 'vendor',
        promisedOn: '2026-03-10',
        reason: move.reason,
        movedOn: '2026-03-04',
      });
  });

  it('is refused once the item is closed', () => {
    given(captured(), decided)
      .when(move)
      .isRefused({ refused: 'alreadyClosed', title: 'Pick a vendor', on: '2026-03-03' });
  });
});
