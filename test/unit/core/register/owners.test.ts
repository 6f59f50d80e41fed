import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { mostOwners } from '../../../../src/core/entries/limits.ts';
import type { Entry } from '../../../../src/core/entries/entry.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { anyDay, anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { assertSameInAnyOrder } from '../../../support/anyOrder.ts';
import { registerOf, rowOf } from '../../../support/boardFromFacts.ts';
import { captured, logged, type TestFact } from '../../../support/facts.ts';
import { mondayToFriday } from '../../../support/policy.ts';
import { changed, ended, made, owed, reassigned } from '../../../support/workFacts.ts';

/** Handed to "the team" on Monday, 2 March with two holes. */
const work: readonly TestFact[] = [
  made({ owner: 'the team', anyway: 'r' }),
  ...owed('owner', 'owner', { waiting: ['the team'] }),
  ...owed('doneWhen', 'doneWhen', { waiting: ['the team'] }),
];
const settled: readonly TestFact[] = [
  { type: 'itemSettled', item: 'owner', answer: 'Kim', settledOn: '2026-03-03' },
  { type: 'agreementFilled', assignment: 'work', owner: 'Kim', settles: 'owner', filledOn: '2026-03-03' },
];
const to = (owner: string, reassignedOn: Day) => ({ ...reassigned, owner, reassignedOn }) as const;

const waitingFor = (item: string, ...facts: readonly TestFact[]) => registerOf(...facts).items.get(item)?.waiting;
const holeOn = (today: Day, ...facts: readonly TestFact[]) => rowOf(today, facts, mondayToFriday, 'doneWhen');

describe('a hole in an assignment', () => {
  it('waits for who holds it now: handed to “the team”, settled as Kim, reassigned to Maria', () => {
    assert.deepEqual(waitingFor('doneWhen', ...work), ['the team']);
    assert.deepEqual(waitingFor('doneWhen', ...work, ...settled), ['Kim']);
    assert.deepEqual(waitingFor('doneWhen', ...work, ...settled, to('Maria', '2026-03-05')), ['Maria']);
  });

  it('costs each of them the days on which they held it', () => {
    const facts = [...work, ...settled, to('Maria', '2026-03-05')];
    const { waitingSpells } = registerOf(...facts).items.get('doneWhen')!;
    assert.deepEqual(waitingSpells, [
      { name: 'the team', from: '2026-03-02', to: '2026-03-03' },
      { name: 'Kim', from: '2026-03-03', to: '2026-03-05' },
      { name: 'Maria', from: '2026-03-05', to: undefined },
    ]);
    assert.equal(holeOn('2026-03-09', ...facts).personDays, 2, 'Maria, on Friday and Monday');
    const then = holeOn('2026-03-04', ...facts);
    assert.deepEqual([then.waiting, then.personDays], [['Kim'], 1], 'on a board of Wednesday it was Kim');
  });

  it('waits for nobody new where a change or the end of an assignment says nothing of its owner', () => {
    const others: TestFact[] = [
      { ...changed, assignment: 'work' },
      { ...ended, closedOn: '2026-03-09' },
    ];
    assert.deepEqual(waitingFor('doneWhen', ...work, ...others), ['the team']);
    assert.deepEqual(waitingFor('doneWhen', ...work, ended, to('Maria', '2026-03-09')), ['the team'], 'it is over');
  });

  it('keeps who else was named, and goes back to Kim where the reassignment is undone', () => {
    const zoe: TestFact = { type: 'waitingChanged', item: 'doneWhen', added: ['Zoe'], day: '2026-03-04' };
    const facts = [...work, ...settled, zoe, to('Maria', '2026-03-05')];
    assert.deepEqual(waitingFor('doneWhen', ...facts), ['Zoe', 'Maria']);
    const last = `act-${facts.length}`;
    assert.deepEqual(waitingFor('doneWhen', ...facts, { type: 'actUndone', undoes: last }), ['Zoe', 'Kim']);
  });

  it('waits for whom it was captured where the assignment is not there', () => {
    assert.deepEqual(waitingFor('doneWhen', ...work.slice(1)), ['the team']);
  });

  it('returns to a former owner, and remembers so many', () => {
    const facts = [...work, ...settled, to('Maria', '2026-03-05'), to('Kim', '2026-03-09')];
    assert.deepEqual(waitingFor('doneWhen', ...facts), ['Kim']);
    // Wednesday and Thursday, and Tuesday the 10th.
    assert.equal(holeOn('2026-03-10', ...facts).personDays, 3);
    const many = Array.from({ length: mostOwners + 20 }, (_, at) => to(`owner ${at}`, '2026-03-05'));
    const { owners } = registerOf(...work, ...many).assignments.get('work')!;
    assert.deepEqual([owners.length, owners.at(-1)?.name], [mostOwners, `owner ${mostOwners + 19}`]);
  });

  it('is refolded when only the assignment changes', () => {
    const register = new Register();
    const [first, ...later] = logged(...work, ...settled, to('Maria', '2026-03-05')).toReversed();
    register.add(later.toReversed());
    assert.deepEqual(register.items.get('doneWhen')?.waiting, ['Kim']);
    assert.equal(register.add([first!]), true);
    assert.deepEqual(register.items.get('doneWhen')?.waiting, ['Maria']);
  });
});

describe('holes and owners', () => {
  it('are the same in whatever order the entries are read, also with undos and several machines', () => {
    const few = fc.constantFrom('a', 'b', 'c');
    const day = anyDay('2026-03-01', '2026-03-20');
    const anyEntry = fc
      .record({ fact: anyFact(few, few, day), envelope: anyEnvelope(few), id: fc.nat(20).map(String) })
      .map(({ fact, envelope, id }): Entry => ({ ...envelope, ...fact, id }));
    // Two holes, in assignments that share their ids with items.
    const holes = ['a', 'b'].flatMap((item): TestFact[] => [
      captured({ item, kind: 'clarity', waiting: ['anna'], askedOn: '2026-03-02' }),
      { type: 'clarityOwed', item, assignment: item, hole: 'doneWhen' },
      made({ assignment: item, owner: 'anna' }),
    ]);
    assertSameInAnyOrder(
      logged(...holes, { ...to('kim', '2026-03-04'), assignment: 'a' }),
      anyEntry,
      ({ items, assignments }) => ({ items: [...items].toSorted(byId), assignments: [...assignments].toSorted(byId) }),
      500,
    );
  });
});

function byId([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
