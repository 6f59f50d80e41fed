import { describe, it } from 'mocha';
import { blockedBy, captured, chased, cleared, decided, reopened, type TestFact } from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';

const region = captured({ item: 'region', title: 'Pick a region' });
const title = 'Pick a vendor';

describe('blocking', () => {
  const block = { type: 'block', id: 'vendor', blocker: 'region' } as const;
  const fact = { type: 'blockerNamed', item: 'vendor', blocker: 'region', namedOn: '2026-03-04' } as const;

  it('names the open item in the way, today', () => {
    given(captured(), region).when(block).then(fact);
  });

  it('names one that a newer version wrote about, which is not changed by that', () => {
    given(captured(), region).andNewerEntriesAbout('region').when(block).then(fact);
  });

  it('is refused where the other is unknown or closed, and where the claim stands already', () => {
    given(captured()).when(block).isRefused({ refused: 'unknownItem', id: 'region' });
    given(captured(), region, { ...decided, item: 'region' })
      .when(block)
      .isRefused({ refused: 'alreadyClosed', title: 'Pick a region', on: '2026-03-03' });
    given(captured(), region, blockedBy('region'))
      .when(block)
      .isRefused({ refused: 'alreadyBlockedBy', title, blocker: 'Pick a region' });
  });

  it('is refused for a circle of one, and of two with both titles', () => {
    given(captured()).when(block, { blocker: 'vendor' }).isRefused({ refused: 'blocksItself', title });
    given(captured(), region, blockedBy('vendor', 'region'))
      .when(block)
      .isRefused({ refused: 'blockingCircle', chain: [title, 'Pick a region', title] });
  });

  /** Each item waits for the next: 1 for 2, 2 for 3, … */
  const chain = (count: number): TestFact[] => [
    ...Array.from({ length: count }, (_, n) => captured({ item: `${n + 1}`, title: `Item ${n + 1}` })),
    ...Array.from({ length: count - 1 }, (_, n) => blockedBy(`${n + 2}`, `${n + 1}`)),
  ];
  const closing = { type: 'block', id: '5', blocker: '1' } as const;

  it('is refused for a circle of five, with the titles in the order in which each waits for the next', () => {
    const titles = ['Item 5', 'Item 1', 'Item 2', 'Item 3', 'Item 4', 'Item 5'];
    given(...chain(5))
      .when(closing)
      .isRefused({ refused: 'blockingCircle', chain: titles });
  });

  it('names the shortest way round where there are several', () => {
    given(...chain(5), blockedBy('4', '1'))
      .when(closing)
      .isRefused({ refused: 'blockingCircle', chain: ['Item 5', 'Item 1', 'Item 4', 'Item 5'] });
  });

  it('is allowed where the circle is broken by a closed item or a claim that was taken back', () => {
    const fact = { type: 'blockerNamed', item: '5', blocker: '1', namedOn: '2026-03-04' } as const;
    given(...chain(5), { ...decided, item: '3' })
      .when(closing)
      .then(fact);
    given(...chain(5), { type: 'blockerRemoved', item: '2', blocker: '3', removedOn: '2026-03-04' })
      .when(closing)
      .then(fact);
    given(...chain(5), { ...decided, item: '3' }, { ...reopened, item: '3' })
      .when(closing)
      .isRefused({
        refused: 'blockingCircle',
        chain: ['Item 5', 'Item 1', 'Item 2', 'Item 3', 'Item 4', 'Item 5'],
      });
  });

  it('comes to an end where two machines have made a circle elsewhere', () => {
    given(captured(), ...chain(3), blockedBy('1', '3'))
      .when({ type: 'block', id: 'vendor', blocker: '1' })
      .then({ type: 'blockerNamed', item: 'vendor', blocker: '1', namedOn: '2026-03-04' });
  });

  it('follows a chain of ten thousand', () => {
    given(...chain(10_000))
      .when({ type: 'block', id: '1', blocker: '10000' })
      .then({ type: 'blockerNamed', item: '1', blocker: '10000', namedOn: '2026-03-04' });
  });

  it('is refused past twenty blockers', () => {
    const others = Array.from({ length: 20 }, (_, n) => [
      captured({ item: `${n}`, title: `Item ${n}` }),
      blockedBy(`${n}`),
    ]).flat();
    given(captured(), region, ...others)
      .when(block)
      .isRefused({ refused: 'tooMany', field: 'blockers', count: 21, limit: 20 });
    given(captured(), region, ...others.slice(0, -1))
      .when(block)
      .then(fact);
  });

  it('is allowed after twenty that were closed, for they are in nobody’s way, and refused once twenty are open', () => {
    const closedOnes = Array.from({ length: 20 }, (_, n) => [
      captured({ item: `closed ${n}` }),
      blockedBy(`closed ${n}`),
      { ...decided, item: `closed ${n}` },
    ]).flat();
    const open = Array.from({ length: 20 }, (_, n) => [captured({ item: `${n}` }), blockedBy(`${n}`)]).flat();
    given(captured(), region, ...closedOnes)
      .when(block)
      .then(fact);
    given(captured(), region, ...closedOnes, ...open.slice(0, -1))
      .when(block)
      .then(fact);
    given(captured(), region, ...closedOnes, ...open)
      .when(block)
      .isRefused({ refused: 'tooMany', field: 'blockers', count: 21, limit: 20 });
  });
});

describe('unblocking', () => {
  const unblock = { type: 'unblock', id: 'vendor', blocker: 'region' } as const;
  const fact = { type: 'blockerRemoved', item: 'vendor', blocker: 'region', removedOn: '2026-03-04' } as const;

  it('takes the claim back, whatever became of the other item', () => {
    given(captured(), region, blockedBy('region')).when(unblock).then(fact);
    given(captured(), region, blockedBy('region'), { ...decided, item: 'region' })
      .when(unblock)
      .then(fact);
    given(captured(), blockedBy('region')).when(unblock).then(fact);
  });

  it('is refused where nothing claims that, naming the other by its title or its id', () => {
    given(captured(), region).when(unblock).isRefused({ refused: 'notBlockedBy', title, blocker: 'Pick a region' });
    given(captured()).when(unblock).isRefused({ refused: 'notBlockedBy', title, blocker: 'region' });
  });
});

describe('verifying a blocker', () => {
  const verify = { type: 'verifyBlocker', id: 'vendor', blocker: 'region' } as const;
  const fact = { type: 'blockerVerified', item: 'vendor', blocker: 'region', verifiedOn: '2026-03-04' } as const;

  it('says today that it still holds, and nothing a second time on the day', () => {
    given(captured(), region, blockedBy('region')).when(verify).then(fact);
    given(captured(), region, blockedBy('region'), fact).when(verify).then();
    given(captured(), region, blockedBy('region', 'vendor', '2026-03-04'))
      .when(verify)
      .then();
  });

  it('is refused where nothing claims that, and where the blocker is closed or gone', () => {
    given(captured(), region).when(verify).isRefused({ refused: 'notBlockedBy', title, blocker: 'Pick a region' });
    given(captured(), region, blockedBy('region'), { ...decided, item: 'region' })
      .when(verify)
      .isRefused({ refused: 'alreadyClosed', title: 'Pick a region', on: '2026-03-03' });
    given(captured(), blockedBy('region')).when(verify).isRefused({ refused: 'unknownItem', id: 'region' });
  });
});

describe('chasing', () => {
  const chase = { type: 'chase', id: 'vendor' } as const;
  const fact = { ...chased, chasedOn: '2026-03-04' } as const;
  const dependency = captured({ kind: 'dependency', owedBy: 'legal' });

  it('goes to whoever owes it today, or to whom and when it is said, as often as it happens', () => {
    given(dependency).when(chase).then(fact);
    given(dependency, fact).when(chase).then(fact);
    given(dependency)
      .when(chase, { whom: ' @ops ', note: ' by mail\r\n', chasedOn: '2026-03-02' })
      .thenWith(chased, { whom: 'ops', note: 'by mail', chasedOn: '2026-03-02' });
    given(dependency).when(chase, { whom: '@' }).then(fact);
  });

  it('is refused where nobody owes it and nobody is named', () => {
    given(captured({ kind: 'dependency' }))
      .when(chase)
      .isRefused({ refused: 'missing', field: 'whom' });
  });

  it('is refused on a day before it was asked or later than today, and with texts that are too long', () => {
    given(dependency)
      .when(chase, { chasedOn: '2026-03-01' })
      .isRefused({ refused: 'chasedBeforeAsked', chasedOn: '2026-03-01', askedOn: '2026-03-02' });
    given(dependency)
      .when(chase, { chasedOn: '2026-03-05' })
      .isRefused({ refused: 'chasedInFuture', chasedOn: '2026-03-05', today: '2026-03-04' });
    given(dependency)
      .when(chase, { whom: 'x'.repeat(101) })
      .isRefused({ refused: 'tooLong', field: 'whom', length: 101, limit: 100 });
    given(dependency)
      .when(chase, { note: 'x'.repeat(4001) })
      .isRefused({ refused: 'tooLong', field: 'note', length: 4001, limit: 4000 });
  });

  it('is refused for what the leader decides, and for what is cleared', () => {
    for (const kind of ['decision', 'approval'] as const) {
      given(captured({ kind, owedBy: 'legal' }))
        .when(chase)
        .isRefused({ refused: 'notADependency', title });
    }
    given(dependency, cleared).when(chase).isRefused({ refused: 'alreadyClosed', title, on: '2026-03-03' });
  });
});
