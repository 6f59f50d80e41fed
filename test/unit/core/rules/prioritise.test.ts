import { describe, it } from 'mocha';
import { given } from '../../../support/givenWhenThen.ts';
import { added, ranked } from '../../../support/workFacts.ts';

const three = [added('a', 'Billing'), added('b', 'The law'), added('c', 'Hiring')] as const;
const displacement = { stops: 'the fair', because: 'the law changed', told: 'Kim and Sam' } as const;
const retired = { type: 'priorityRetired', priority: 'b', reason: 'done', retiredOn: '2026-03-03' } as const;

describe('adding a priority', () => {
  const add = { type: 'addPriority', title: ' Fewer   outages ' } as const;
  const fact = { type: 'priorityAdded', priority: 'new', title: 'Fewer outages', addedOn: '2026-03-04' } as const;

  it('within the limit asks for nothing but its title', () => {
    given(...three.slice(0, 2))
      .when(add)
      .then(fact);
    given().when(add, { title: ' ' }).isRefused({ refused: 'missing', field: 'title' });
    given()
      .when(add, { title: 'x'.repeat(301) })
      .isRefused({ refused: 'tooLong', field: 'title', length: 301, limit: 300 });
  });

  it('past the limit asks what it displaces, all of it', () => {
    const log = given(...three);
    log.when(add).isRefused({ refused: 'pastLimit', limit: 3 });
    log.when(add, { stops: ' ', because: '', told: ' ' }).isRefused({ refused: 'pastLimit', limit: 3 });
    log.when(add, { stops: 'the fair' }).isRefused({ refused: 'missing', field: 'because' });
    log.when(add, { stops: 'the fair', because: 'law' }).isRefused({ refused: 'missing', field: 'told' });
    log.when(add, { because: 'law', told: 'Kim' }).isRefused({ refused: 'missing', field: 'stops' });
    log.when(add, { ...displacement }).thenWith(fact, { ...displacement });
  });

  it('goes by the limit the leader set, and by what is on the list now', () => {
    given(...three)
      .under({ priorityLimit: 4 })
      .when(add)
      .then(fact);
    given(...three, retired)
      .when(add)
      .then(fact);
    given().under({ priorityLimit: 0 }).when(add).isRefused({ refused: 'pastLimit', limit: 0 });
  });

  it('keeps a displacement that nobody asked for, if all of it was said', () => {
    given()
      .when(add, { ...displacement })
      .thenWith(fact, { ...displacement });
    given().when(add, { stops: 'the fair' }).then(fact);
  });

  it('is refused for a title that is on the list, whatever its case; a retired one may come back', () => {
    given(...three)
      .when(add, { title: 'the  LAW' })
      .isRefused({ refused: 'priorityThere', title: 'The law' });
    given(...three, retired)
      .when(add, { title: 'The law' })
      .thenWith(fact, { title: 'The law' });
  });
});

describe('renaming a priority', () => {
  it('gives it another title, and nothing happens for the one it has', () => {
    const log = given(...three);
    log
      .when({ type: 'renamePriority', id: 'a', title: ' Sound  billing ' })
      .then({ type: 'priorityRenamed', priority: 'a', title: 'Sound billing' });
    log.when({ type: 'renamePriority', id: 'a', title: 'Billing' }).then();
    log.when({ type: 'renamePriority', id: 'a', title: '' }).isRefused({ refused: 'missing', field: 'title' });
  });

  it('is refused for a title that another one on the list has; its own may change its case', () => {
    const log = given(...three);
    log
      .when({ type: 'renamePriority', id: 'a', title: 'the law' })
      .isRefused({ refused: 'priorityThere', title: 'The law' });
    log
      .when({ type: 'renamePriority', id: 'a', title: 'BILLING' })
      .then({ type: 'priorityRenamed', priority: 'a', title: 'BILLING' });
  });
});

describe('retiring a priority', () => {
  it('takes it off the list, with a reason', () => {
    const log = given(...three);
    log
      .when({ type: 'retirePriority', id: 'b', reason: ' done ' })
      .then({ type: 'priorityRetired', priority: 'b', reason: 'done', retiredOn: '2026-03-04' });
    log.when({ type: 'retirePriority', id: 'b', reason: ' ' }).isRefused({ refused: 'missing', field: 'reason' });
  });
});

describe('ranking priorities', () => {
  const rank = { type: 'rankPriorities', order: [], ...displacement } as const;
  const fact = { type: 'prioritiesRanked', order: [], ...displacement, rankedOn: '2026-03-04' } as const;

  it('writes the whole list as it shall be: those named first, the others as they stood', () => {
    const log = given(...three);
    log.when(rank, { order: ['c', 'a', 'b'] }).thenWith(fact, { order: ['c', 'a', 'b'] });
    log.when(rank, { order: ['c'] }).thenWith(fact, { order: ['c', 'a', 'b'] });
    log.when(rank, { order: ['b', 'c', 'b'] }).thenWith(fact, { order: ['b', 'c', 'a'] });
  });

  it('starts from the order there is now', () => {
    given(...three, ranked(['c', 'b', 'a']))
      .when(rank, { order: ['b'] })
      .thenWith(fact, { order: ['b', 'c', 'a'] });
  });

  it('is refused where the order stays, before anything else is asked', () => {
    const log = given(...three);
    for (const order of [[], ['a'], ['a', 'b', 'c']]) {
      log.when(rank, { order, stops: '' }).isRefused({ refused: 'sameOrder' });
    }
    given().when(rank, { order: [] }).isRefused({ refused: 'sameOrder' });
  });

  it('asks what it displaces, all of it', () => {
    const log = given(...three);
    for (const field of ['stops', 'because', 'told'] as const) {
      log.when(rank, { order: ['c'], [field]: ' ' }).isRefused({ refused: 'missing', field });
    }
    log
      .when(rank, { order: ['c'], told: 'x'.repeat(301) })
      .isRefused({ refused: 'tooLong', field: 'told', length: 301, limit: 300 });
  });
});

describe('a priority that is not on the list', () => {
  it('is not renamed, retired or ranked, be it unknown, retired or undone', () => {
    const logs = [
      given(added('a', 'Billing')),
      given(...three, retired),
      given(...three, { type: 'actUndone', undoes: 'act-2' }),
    ];
    for (const log of logs) {
      const refusal = { refused: 'unknownPriority', id: 'b' } as const;
      log.when({ type: 'renamePriority', id: 'b', title: 'x' }).isRefused(refusal);
      log.when({ type: 'retirePriority', id: 'b', reason: 'x' }).isRefused(refusal);
      log.when({ type: 'rankPriorities', ...displacement, order: ['b'] }).isRefused(refusal);
    }
  });
});
