import { describe, it } from 'mocha';
import type { IntentOf } from '../../../../src/core/rules/intents.ts';
import { captured, decided } from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';

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

  it('is refused without a reason', () => {
    given(captured()).when(move, { reason: ' \n' }).isRefused({ refused: 'missing', field: 'reason' });
  });

  it('is refused to the day that is promised already, and to one that has passed', () => {
    given(captured())
      .when(move, { promisedOn: '2026-03-04' })
      .isRefused({ refused: 'samePromise', promisedOn: '2026-03-04' });
    given(captured())
      .when(move, { promisedOn: '2026-03-03' })
      .isRefused({ refused: 'promiseInPast', promisedOn: '2026-03-03', today: '2026-03-04' });
  });

  it('may go back to the first promise, which is a slip as well', () => {
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
