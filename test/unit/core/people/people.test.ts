import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { Finder } from '../../../../src/core/board/find.ts';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { completionsOf, knownWords, newNames } from '../../../../src/core/capture/completion.ts';
import { computeFriction } from '../../../../src/core/figures/friction.ts';
import { allNames, lastTalk, mainName } from '../../../../src/core/people/people.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { buildLedger } from '../../../../src/core/reports/ledger.ts';
import { ledgerText } from '../../../../src/core/reports/ledgerText.ts';
import { buildLookBack } from '../../../../src/core/reports/lookBack.ts';
import { buildWorkBoard, capacityOf } from '../../../../src/core/assignments/workBoard.ts';
import { computeWorkFigures } from '../../../../src/core/assignments/workFigures.ts';
import type { Day } from '../../../../src/core/time/day.ts';
import { anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { assertSameInAnyOrder } from '../../../support/anyOrder.ts';
import { registerOf, rowOf } from '../../../support/boardFromFacts.ts';
import { captured, handedOver, logged, sentBack, type TestFact } from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { changed, made, owed, reassigned } from '../../../support/workFacts.ts';

const joined = (...names: readonly string[]): TestFact => ({ type: 'namesJoined', names, joinedOn: '2026-03-04' });
const parted = (...names: readonly string[]): TestFact => ({ type: 'namesParted', names, partedOn: '2026-03-05' });
const discussed = (person: string, discussedOn: Day = '2026-03-04'): TestFact => ({
  type: 'personDiscussed',
  person,
  discussedOn,
});
const namesAfter = (name: string, ...facts: readonly TestFact[]) => allNames(registerOf(...facts).people, name);

describe('the names of one person', () => {
  it('are theirs whatever their case, and the first is what they are called', () => {
    const { people } = registerOf(joined('Anna Lopez', 'anna', 'alo'));
    assert.deepEqual(allNames(people, 'ALO'), ['Anna Lopez', 'anna', 'alo']);
    assert.equal(mainName(people, 'Anna'), 'Anna Lopez');
    assert.equal(mainName(people, 'Sam'), 'Sam');
  });

  it('join with those they were joined with before', () => {
    const facts = [joined('Anna', 'alo'), joined('Anna L.', 'anna.lopez')];
    assert.deepEqual(namesAfter('alo', ...facts, joined('Anna L.', 'ALO')), ['Anna L.', 'anna.lopez', 'Anna', 'alo']);
  });

  it('are taken apart: each leaves the person of an earlier one, a single one that of the others', () => {
    const three = joined('Anna', 'alo', 'Anne');
    assert.deepEqual(namesAfter('Anna', three, parted('Anna', 'anne')), ['Anna', 'alo']);
    assert.deepEqual(namesAfter('Anne', three, parted('Anna', 'anne')), ['Anne']);
    assert.deepEqual(namesAfter('Anna', three, parted('alo')), ['Anna', 'Anne']);
    assert.deepEqual(namesAfter('alo', three, parted('alo', 'Anna')), ['alo', 'Anne'], 'the first keeps the rest');
    assert.deepEqual(namesAfter('alo', three, parted('Anna', 'alo', 'Anne')), ['alo']);
    assert.deepEqual(namesAfter('Anna', three, parted('Sam', 'Kim')), ['Anna', 'alo', 'Anne']);
  });

  it('count as one person who waits once, from the earliest day on', () => {
    const facts: TestFact[] = [
      captured({ waiting: ['alo', 'Anna', 'sam'] }),
      { type: 'waitingChanged', item: 'vendor', added: ['Anna L.'], day: '2026-03-04' },
    ];
    assert.equal(rowOf('2026-03-06', facts).personDays, 4 + 4 + 4 + 2);
    const row = rowOf('2026-03-06', [...facts, joined('Anna', 'alo', 'Anna L.')]);
    assert.deepEqual([row.waiting, row.personDays], [['Anna', 'sam'], 4 + 4]);
    assert.equal(row.waitingSpells.length, 2);
  });

  it('wait as long as one of them does, whichever is left out', () => {
    const change = (day: Day, added: string[] | undefined, removed: string[] | undefined): TestFact => ({
      type: 'waitingChanged',
      item: 'vendor',
      added,
      removed,
      day,
    });
    for (const facts of [
      [captured({ waiting: ['Anna', 'alo'] }), change('2026-03-03', undefined, ['alo'])],
      [captured({ waiting: ['alo', 'Anna'] }), change('2026-03-03', undefined, ['alo'])],
      [
        captured({ waiting: ['Anna'] }),
        change('2026-03-03', ['alo'], undefined),
        change('2026-03-04', undefined, ['alo']),
      ],
    ]) {
      const row = rowOf('2026-03-16', [...facts, joined('Anna', 'alo')]);
      assert.deepEqual([row.waiting, row.personDays, row.waitingSpells.length], [['Anna'], 10, 1]);
    }
    const apart = [captured({ waiting: ['alo'] }), change('2026-03-03', undefined, ['alo'])];
    const later = [...apart, change('2026-03-06', ['Anna'], undefined), joined('Anna', 'alo')];
    const row = rowOf('2026-03-10', later);
    assert.deepEqual([row.waiting, row.personDays, row.waitingSpells.length], [['Anna'], 1 + 2, 2]);
  });

  it('are left out together, and stay so when they are taken apart', () => {
    const log = given(captured({ waiting: ['alo', 'sam', 'anne'] }), joined('Anna', 'alo', 'anne'));
    const gone: TestFact = { type: 'waitingChanged', item: 'vendor', removed: ['alo', 'anne'] };
    log.when({ type: 'changeWaiting', id: 'vendor', remove: ['Anna'] }).then(gone);
    const facts = [captured({ waiting: ['alo', 'sam', 'anne'] }), joined('Anna', 'alo', 'anne'), gone];
    assert.deepEqual(registerOf(...facts).items.get('vendor')?.waiting, ['sam']);
    assert.deepEqual(registerOf(...facts, parted('Anna', 'alo', 'anne')).items.get('vendor')?.waiting, ['sam']);
  });

  it('stand for them wherever an item names somebody, and in what they hold', () => {
    const facts: TestFact[] = [
      captured({ askedBy: 'alo', owedBy: 'alo' }),
      { ...sentBack, to: 'alo' },
      { ...handedOver, to: 'alo' },
      { type: 'dependencyChased', item: 'vendor', whom: 'alo', chasedOn: '2026-03-03' },
      made({ owner: 'Sam', anyway: 'r' }),
      ...owed('doneWhen', 'doneWhen', { waiting: ['Sam'] }),
      { ...reassigned, owner: 'alo' },
    ];
    const register = registerOf(...facts, joined('Anna', 'alo'));
    const { askedBy, owedBy, turns, chases } = register.items.get('vendor')!;
    assert.deepEqual(
      [askedBy, owedBy, turns.map(({ name }) => name), chases[0]?.whom],
      ['Anna', 'Anna', ['Anna', 'Anna'], 'Anna'],
    );
    assert.equal(register.assignments.get('work')?.agreement.owner, 'Anna');
    assert.deepEqual(register.items.get('doneWhen')?.waiting, ['Anna']);
  });

  it('add up in friction, the look-back, interruptions and capacity', () => {
    const register = registerOf(
      captured({ askedBy: 'alo', waiting: ['alo'] }),
      captured({ item: 'other', askedBy: 'Anna', waiting: ['anna'] }),
      made({ owner: 'alo' }),
      { ...changed, changedOn: '2026-03-03' },
      { ...made({ owner: 'Anna' }), assignment: 'more' },
      joined('Anna', 'alo'),
    );
    const board = buildBoard(register.items, '2026-03-06', usualPolicy);
    const work = buildWorkBoard(register, board, usualPolicy);
    assert.deepEqual(
      computeFriction(board, usualPolicy).byAsker.map(({ key, items }) => [key, items]),
      [['Anna', 2]],
    );
    assert.deepEqual(buildLookBack(register, board, work, '2026-03-06', usualPolicy)?.people, [
      { name: 'Anna', items: 2, personDays: 8 },
    ]);
    assert.deepEqual(
      computeWorkFigures(work, board, usualPolicy.calendar).interruptions.map(({ person }) => person),
      ['Anna'],
    );
    assert.equal(capacityOf('Anna', work).held.length, 2);
  });

  it('are one pair of initials in a shared ledger, and none where people are left out', () => {
    const register = registerOf(captured({ waiting: ['Bob', 'xeno'] }), joined('Anna Lopez', 'xeno'));
    const board = buildBoard(register.items, '2026-03-06', usualPolicy);
    const work = buildWorkBoard(register, board, usualPolicy);
    const ledger = buildLedger(register, board, work, { from: '2026-03-01', to: '2026-03-06' }, usualPolicy);
    const text = ledgerText(ledger, 'initials', String);
    assert.match(text, /\bAL\b/);
    for (const mode of ['initials', 'none'] as const) {
      assert.doesNotMatch(ledgerText(ledger, mode, String), /xeno|Xeno|Anna|Lopez/);
    }
  });

  it('complete to what the person is called', () => {
    const { items, assignments, people } = registerOf(captured({ waiting: ['alo'] }), joined('Anna', 'alo', 'anne'));
    const known = knownWords(items.values(), assignments.values(), people);
    assert.deepEqual(known.people, ['Anna']);
    assert.deepEqual(
      completionsOf('Pick @al', known).map(({ line }) => line),
      ['Pick @Anna '],
    );
    assert.deepEqual(
      completionsOf('Pick @an', known).map(({ line }) => line),
      ['Pick @Anna '],
    );
    assert.deepEqual(
      newNames({ askedBy: 'alo', waiting: [] }, () => known),
      [],
    );
  });
});

describe('jumping to an item', () => {
  it('finds it under any name of who waits', () => {
    const { items, people } = registerOf(captured({ waiting: ['Anna'] }), joined('Anna', 'alo'));
    const { rows } = buildBoard(items, '2026-03-06', usualPolicy);
    const finder = new Finder(
      rows,
      () => '',
      (name) => allNames(people, name),
    );
    assert.deepEqual(finder.find('@alo vendor'), rows);
  });
});

describe('telling who is who', () => {
  it('needs two names, and is refused where nothing changes', () => {
    const fact = { type: 'namesJoined', names: ['Anna', 'alo'], joinedOn: '2026-03-04' } as const;
    given()
      .when({ type: 'samePerson', names: [' Anna ', '@alo', 'anna'] })
      .then(fact);
    given()
      .when({ type: 'samePerson', names: ['Anna', 'anna'] })
      .isRefused({ refused: 'needsTwoNames' });
    given(fact)
      .when({ type: 'samePerson', names: ['Anna', 'ALO'] })
      .isRefused({ refused: 'alreadyOnePerson', names: ['Anna', 'ALO'] });
    given(fact)
      .when({ type: 'samePerson', names: ['alo', 'Anna'] })
      .thenWith(fact, { names: ['alo', 'Anna'] });
  });

  it('takes apart only what was one person', () => {
    const apart = { type: 'differentPerson', names: ['Anna', 'alo'] } as const;
    given()
      .when(apart)
      .isRefused({ refused: 'notOnePerson', names: ['Anna', 'alo'] });
    given(joined('Anna', 'alo'))
      .when(apart)
      .then({ type: 'namesParted', names: ['Anna', 'alo'], partedOn: '2026-03-04' });
    given(joined('Anna', 'alo'))
      .when({ type: 'differentPerson', names: ['alo', 'ALO'] })
      .isRefused({ refused: 'needsTwoNames' });
    given()
      .when({ type: 'differentPerson', names: [' '] })
      .isRefused({ refused: 'missing', field: 'name' });
  });

  it('lets nobody wait twice, and leaves out under any name', () => {
    const log = given(captured({ waiting: ['alo', 'sam'] }), joined('Anna', 'alo'));
    log.when({ type: 'changeWaiting', id: 'vendor', add: ['alo'] }).then();
    log.when({ type: 'edit', id: 'vendor', waiting: ['alo', 'sam'] }).then();
    log
      .when({ type: 'changeWaiting', id: 'vendor', remove: ['ALO'] })
      .then({ type: 'waitingChanged', item: 'vendor', removed: ['alo'] });
    given(captured({ kind: 'dependency', owedBy: 'Anna' }), joined('Anna', 'alo'))
      .when({ type: 'edit', id: 'vendor', owedBy: 'alo' })
      .then();
    given(made({ owner: 'alo' }), joined('Anna', 'alo'))
      .when({ type: 'reassign', id: 'work', owner: 'alo', reason: 'r', costInDays: 1 })
      .isRefused({ refused: 'nothingChanged', outcome: 'Customers can pay by invoice' });
  });

  it('notes a talk, whose last counts under any name', () => {
    given().when({ type: 'markDiscussed', name: ' ' }).isRefused({ refused: 'missing', field: 'name' });
    given()
      .when({ type: 'markDiscussed', name: '@anna' })
      .then({ type: 'personDiscussed', person: 'anna', discussedOn: '2026-03-04' });
    const { people } = registerOf(discussed('Anna'), discussed('alo', '2026-03-09'), joined('Anna', 'alo'));
    assert.equal(lastTalk(people, 'ANNA')?.on, '2026-03-09');
    assert.equal(lastTalk(people, 'Sam'), undefined);
  });

  it('leaves a talk with the name it was noted under when the names are taken apart, and has it again once joined', () => {
    const facts = [joined('Anna', 'alo', 'Anna L.'), discussed('Anna'), parted('Anna', 'alo')] as const;
    const days = (...more: readonly TestFact[]) => {
      const { people } = registerOf(...facts, ...more);
      return ['Anna', 'alo', 'Anna L.'].map((name) => lastTalk(people, name)?.on);
    };
    assert.deepEqual(days(), ['2026-03-04', undefined, '2026-03-04']);
    assert.deepEqual(days(joined('alo', 'Anna')), ['2026-03-04', '2026-03-04', '2026-03-04']);
    assert.deepEqual(days(parted('Anna')), ['2026-03-04', undefined, undefined]);
  });
});

describe('entries about people', () => {
  const name = fc.constantFrom('anna', 'Anna', 'alo', 'sam', 'Anna L.');
  const names = fc.uniqueArray(name, { minLength: 1, maxLength: 3 });
  const act = fc.constantFrom('a1', 'a2', 'a3', 'a4');
  const aboutPeople: fc.Arbitrary<TestFact> = fc.oneof(
    names.map((all) => joined(...all)),
    names.map((all) => parted(...all)),
    name.map((each) => discussed(each)),
    act.map((undoes): TestFact => ({ type: 'actUndone', undoes })),
  );
  const entry = fc
    .tuple(fc.oneof(aboutPeople, anyFact(fc.constantFrom('vendor', 'other'), act)), anyEnvelope(act))
    .map(([fact, envelope]) => ({ ...fact, ...envelope }));

  it('give the same in any order, twice, and in parts', () => {
    const first = logged(captured({ waiting: ['alo', 'anna', 'sam'] }), made({ owner: 'alo' }), joined('Anna', 'alo'));
    assertSameInAnyOrder(
      first,
      entry,
      (register) => [
        register.people.namesOf,
        register.people.talks,
        [...register.items.values()].toSorted(byId),
        [...register.assignments.values()].toSorted(byId),
      ],
      200,
    );
  });

  it('are undone exactly', () => {
    const before = logged(captured({ waiting: ['alo', 'Anna'] }), made({ owner: 'alo' }), joined('Anna', 'Anna L.'));
    for (const fact of [joined('Anna', 'alo'), parted('Anna', 'Anna L.'), discussed('Anna')]) {
      const register = new Register();
      register.add(before);
      const state = () => structuredClone([register.people, register.items, register.assignments]);
      const was = state();
      const later = { device: 'laptop', loggedAt: '2026-03-09T09:00:00.000Z' };
      register.add([{ ...fact, ...later, id: 'e1', act: 'x1', clock: '0190abcdef01-0000' }]);
      assert.notDeepEqual(state(), was, fact.type);
      const undo = {
        type: 'actUndone' as const,
        undoes: 'x1',
        ...later,
        id: 'e2',
        act: 'x2',
        clock: '0190abcdef02-0000',
      };
      register.add([undo]);
      assert.deepEqual(state(), was, fact.type);
    }
  });
});

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}
