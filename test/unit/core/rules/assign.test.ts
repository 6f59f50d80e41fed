import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Intent } from '../../../../src/core/rules/intents.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { captured, decided, logged } from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';
import { added, clear, drafted, ended, made, sound } from '../../../support/workFacts.ts';

const assign = { type: 'assign', ...clear } as const;
const fact = { type: 'assignmentMade', assignment: 'new', ...clear, madeOn: '2026-03-04' } as const;

/** The facts of a clarity item for a hole: due on the next working day, and the owner waits. */
const clarity = (item: string, title: string, hole: keyof typeof clear | 'displaces', waiting = 'Anna') => [
  {
    type: 'itemCaptured' as const,
    item,
    kind: 'clarity' as const,
    title,
    askedOn: '2026-03-04' as const,
    promisedOn: '2026-03-05' as const,
    target: 1,
    waiting: [waiting],
  },
  { type: 'clarityOwed' as const, item, assignment: 'new', hole, titleIs: 'outcome' },
];

describe('handing out work', () => {
  it('that is clear makes an assignment and nothing else', () => {
    given(sound).when(assign).then(fact);
  });

  it('keeps what was said as it was said, trimmed, and each dependency once', () => {
    given(sound, captured(), decided)
      .when({
        ...assign,
        outcome: '  Customers can pay\r\nby invoice ',
        owner: ' @Anna  Lee ',
        dependsOn: ['vendor', 'vendor'],
        displaces: ' ',
      })
      .then({
        ...fact,
        outcome: 'Customers can pay\nby invoice',
        owner: 'Anna Lee',
        dependsOn: ['vendor'],
      });
  });

  it('with holes is refused, with what was found', () => {
    given(sound)
      .when(assign, { doneWhen: 'when it is better', excluded: undefined, isAgreed: false })
      .isRefused({
        refused: 'unclear',
        findings: [
          { rule: 'nothingExcluded', field: 'excluded', text: '' },
          { rule: 'vague', field: 'doneWhen', text: 'better' },
          { rule: 'notObservable', field: 'doneWhen', text: 'when it is better' },
          { rule: 'notAgreed', field: 'isAgreed', text: '2026-03-20' },
        ],
      });
  });

  it('anyway needs a reason, and blanks are none', () => {
    const { inShort } = given(sound).when(assign, { excluded: undefined, anyway: ' \n ' });
    assert.equal(inShort, 'unclear');
  });

  it('anyway makes one item for each hole under the outcome, due on the next working day, for which the owner waits', () => {
    given(sound)
      .when(assign, { excluded: '', doneWhen: 'when it is better', isAgreed: undefined, anyway: ' the fair ' })
      .then(
        {
          ...fact,
          excluded: undefined,
          doneWhen: 'when it is better',
          isAgreed: undefined,
          anyway: 'the fair',
        },
        ...clarity('new 2', 'Customers can pay by invoice', 'excluded'),
        ...clarity('new 3', 'Customers can pay by invoice', 'doneWhen'),
        ...clarity('new 4', 'Customers can pay by invoice', 'isAgreed'),
      );
  });

  it('on a Friday is owed by Monday', () => {
    const { ruling } = given(sound).on('2026-03-06').when(assign, { excluded: undefined, anyway: 'r' });
    assert.ok(!('refused' in ruling));
    const item = ruling.find(({ type }) => type === 'itemCaptured');
    assert.equal(item?.type === 'itemCaptured' && item.promisedOn, '2026-03-09');
  });

  it('anyway makes an item for every kind of hole', () => {
    given()
      .when({ type: 'assign', outcome: 'Explore', owner: 'Anna and Sam', anyway: 'r' })
      .then(
        {
          type: 'assignmentMade',
          assignment: 'new',
          outcome: 'Explore',
          owner: 'Anna and Sam',
          anyway: 'r',
          madeOn: '2026-03-04',
        },
        ...clarity('new 2', 'Explore', 'outcome', 'Anna and Sam'),
        ...clarity('new 3', 'Explore', 'excluded', 'Anna and Sam'),
        ...clarity('new 4', 'Explore', 'deliverables', 'Anna and Sam'),
        ...clarity('new 5', 'Explore', 'owner', 'Anna and Sam'),
        ...clarity('new 6', 'Explore', 'doneWhen', 'Anna and Sam'),
        ...clarity('new 7', 'Explore', 'dueOn', 'Anna and Sam'),
        ...clarity('new 8', 'Explore', 'serves', 'Anna and Sam'),
      );
  });

  it('that depends on what waits on the leader is clear: that is a remark, and no hole', () => {
    const log = given(sound, captured());
    const depending = { ...assign, dependsOn: ['vendor'] };
    log.when(depending).thenWith(fact, { dependsOn: ['vendor'] });
    log.when(depending, { anyway: 'it can start' }).thenWith(fact, { dependsOn: ['vendor'] });
  });

  it('that is clear keeps no reason for holes it has not', () => {
    given(sound).when(assign, { anyway: 'just in case' }).then(fact);
  });

  it('past the limit of priorities asks what moves down or stops', () => {
    const log = given(sound, added('a'), added('b'), added('c'));
    log
      .when(assign)
      .isRefused({ refused: 'unclear', findings: [{ rule: 'overLimit', field: 'serves', text: '4 > 3' }] });
    log.when(assign, { displaces: 'a, and Kim is told' }).thenWith(fact, { displaces: 'a, and Kim is told' });
    log.under({ priorityLimit: 4 }).when(assign).then(fact);
  });

  it('goes by the words the leader set', () => {
    const words = { vague: ['invoice'], teams: [] };
    const { inShort } = given(sound).under({ words }).when(assign);
    assert.equal(inShort, 'unclear');
  });

  it('is refused without an outcome or an owner, whatever the reason', () => {
    const log = given(sound);
    log.when(assign, { outcome: ' ', anyway: 'r' }).isRefused({ refused: 'missing', field: 'outcome' });
    log.when(assign, { owner: ' @ ', anyway: 'r' }).isRefused({ refused: 'missing', field: 'owner' });
  });

  it('is refused for a day that has passed; today will do', () => {
    const log = given(sound);
    log
      .when(assign, { dueOn: '2026-03-03' })
      .isRefused({ refused: 'dayPassed', day: '2026-03-03', today: '2026-03-04' });
    log.when(assign, { dueOn: '2026-03-04' }).thenWith(fact, { dueOn: '2026-03-04' });
  });

  it('is refused where it names what is not there', () => {
    const log = given(sound, added('gone'), {
      type: 'priorityRetired',
      priority: 'gone',
      reason: 'r',
      retiredOn: '2026-03-03',
    });
    log.when(assign, { dependsOn: ['nothing'] }).isRefused({ refused: 'unknownItem', id: 'nothing' });
    log.when(assign, { serves: 'nothing' }).isRefused({ refused: 'unknownPriority', id: 'nothing' });
    log.when(assign, { serves: 'gone' }).isRefused({ refused: 'unknownPriority', id: 'gone' });
  });

  it('is refused where a text is too long for a line of the log', () => {
    const limits = { outcome: 1000, excluded: 2000, deliverables: 2000, owner: 100, doneWhen: 2000, displaces: 1000 };
    for (const [field, limit] of Object.entries(limits)) {
      const with1 = (length: number) => ({ ...assign, [field]: '1'.repeat(length), anyway: 'r' }) as Intent;
      given(sound)
        .when(with1(limit + 1))
        .isRefused({ refused: 'tooLong', field: field as 'owner', length: limit + 1, limit });
      assert.match(given(sound).when(with1(limit)).inShort, /^assignmentMade/);
    }
    const many = Array.from({ length: 21 }, (_, index) => `item ${index}`);
    given(sound, ...many.map((item) => captured({ item })))
      .when(assign, { dependsOn: many })
      .isRefused({ refused: 'tooMany', field: 'dependsOn', count: 21, limit: 20 });
  });

  it('puts what is owed under the outcome, cut to what fits and never inside of a character', () => {
    const { ruling } = given(sound).when(assign, { outcome: `${'x'.repeat(500)}\n1`, excluded: '', anyway: 'r' });
    assert.ok(!('refused' in ruling));
    const titles = ruling.flatMap((fact) => (fact.type === 'itemCaptured' ? [fact.title] : []));
    assert.deepEqual(
      titles.map(({ length }) => length),
      [300],
    );
    assert.equal(titles[0], 'x'.repeat(300));
    const split = given(sound).when(assign, { outcome: `${'x'.repeat(299)}😀1`, excluded: '', anyway: 'r' });
    assert.ok(JSON.stringify(split.ruling).includes(`"title":"${'x'.repeat(299)}"`));
  });
});

describe('a draft', () => {
  it('keeps what was answered so far, however vague', () => {
    given().when({ type: 'keepDraft', outcome: ' Explore ', dueOn: '2026-03-01', excluded: '' }).then({
      type: 'assignmentDrafted',
      assignment: 'new',
      outcome: 'Explore',
      dueOn: '2026-03-01',
      draftedOn: '2026-03-04',
    });
  });

  it('is not kept of nothing', () => {
    given().when({ type: 'keepDraft', outcome: ' ' }).isRefused({ refused: 'missing', field: 'outcome' });
  });

  it('replaces the one it goes on from', () => {
    given(drafted)
      .when({ type: 'keepDraft', draft: 'work', owner: 'Anna' })
      .then({ type: 'assignmentDrafted', assignment: 'work', owner: 'Anna', draftedOn: '2026-03-04' });
  });

  it('is handed out under its own id', () => {
    given(sound, drafted).when(assign, { draft: 'work' }).thenWith(fact, { assignment: 'work' });
  });

  it('is dropped', () => {
    given(drafted)
      .when({ type: 'dropDraft', id: 'work' })
      .then({ type: 'draftDropped', assignment: 'work', droppedOn: '2026-03-04' });
  });

  const onDraft = [
    { ...assign, draft: 'work' },
    { type: 'keepDraft', draft: 'work', outcome: 'x' },
    { type: 'dropDraft', id: 'work' },
  ] as const satisfies Intent[];

  it('that is not there, dropped or undone cannot be gone on from', () => {
    const dropped = { type: 'draftDropped', assignment: 'work', droppedOn: '2026-03-03' } as const;
    for (const intent of onDraft) {
      for (const log of [given(sound), given(sound, drafted, dropped)]) {
        log.when(intent).isRefused({ refused: 'unknownAssignment', id: 'work' });
      }
      given(sound, drafted, { type: 'actUndone', undoes: 'act-2' })
        .when(intent)
        .isRefused({ refused: 'unknownAssignment', id: 'work' });
    }
  });

  it('that was handed out is none any more', () => {
    for (const intent of onDraft) {
      for (const log of [given(sound, drafted, made()), given(sound, made(), ended)]) {
        log.when(intent).isRefused({ refused: 'alreadyHandedOut', outcome: clear.outcome, on: '2026-03-02' });
      }
    }
  });

  it('that a newer version wrote about is left to that version', () => {
    for (const intent of onDraft) {
      given(sound, drafted)
        .andNewerEntriesAbout('work')
        .when(intent)
        .isRefused({ refused: 'newerItem', title: 'Customers can pay' });
    }
  });

  it('is refused where it names what is not there', () => {
    given()
      .when({ type: 'keepDraft', dependsOn: ['nothing'] })
      .isRefused({ refused: 'unknownItem', id: 'nothing' });
  });
});

describe('taking back', () => {
  it('an assignment with holes takes back the items as well, and the draft is a draft again', () => {
    const register = new Register();
    register.add(logged(sound, drafted));
    const act = { act: 'assign' };
    const holes = clarity('hole', 'Say', 'excluded').map((fact) => ({ ...fact, assignment: 'work', ...act }));
    register.add(
      logged(sound, drafted, { ...fact, assignment: 'work', anyway: 'r', ...act }, ...(holes as never[])).slice(2),
    );
    assert.equal(register.items.size, 1);
    assert.equal(register.assignments.get('work')?.madeOn, '2026-03-04');
    register.add(logged({ type: 'actUndone', undoes: 'assign', id: 'undo', act: 'undo', clock: '0199ffffffff-0000' }));
    assert.equal(register.items.size, 0);
    assert.deepEqual(register.assignments.get('work')?.agreement, { outcome: 'Customers can pay' });
    assert.equal(register.assignments.get('work')?.madeOn, undefined);
  });
});
