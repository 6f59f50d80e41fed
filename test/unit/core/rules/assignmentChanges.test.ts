import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { addDays } from '../../../../src/core/time/day.ts';
import type { Entry, Fact } from '../../../../src/core/entries/entry.ts';
import { isRefusal } from '../../../../src/core/rules/refusal.ts';
import { Register } from '../../../../src/core/register/register.ts';
import { rule } from '../../../../src/core/rules/rule.ts';
import type { Intent } from '../../../../src/core/rules/intents.ts';
import type { AgreementField } from '../../../../src/core/entries/workFacts.ts';
import { captured, logged, sentBack, type TestFact } from '../../../support/facts.ts';
import { given } from '../../../support/givenWhenThen.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { added, changed, clear, drafted, ended, made, owed, sound } from '../../../support/workFacts.ts';

const change = { type: 'changeAssignment', id: 'work', reason: 'the law', costInDays: 2 } as const;
const changedFact = {
  type: 'assignmentChanged',
  assignment: 'work',
  reason: 'the law',
  costInDays: 2,
  changedOn: '2026-03-04',
} as const;
const reassign = { type: 'reassign', id: 'work', owner: 'Sam', reason: 'leave', costInDays: 1 } as const;
const close = { type: 'closeAssignment', id: 'work', result: 'met' } as const;

describe('changing what was agreed', () => {
  it('records what is different, why, and what it costs', () => {
    given(sound, made())
      .when(change, { outcome: clear.outcome, doneWhen: ' 60 invoices ', dueOn: '2026-03-27', reason: ' the law ' })
      .thenWith(changedFact, { doneWhen: '60 invoices', dueOn: '2026-03-27', isAgreed: null });
  });

  it('to another day leaves that one to be agreed to, unless it is said to be', () => {
    given(sound, made())
      .when(change, { dueOn: '2026-03-27', isAgreed: true })
      .thenWith(changedFact, { dueOn: '2026-03-27' });
    given(sound, made({ isAgreed: undefined }))
      .when(change, { dueOn: '2026-03-27' })
      .thenWith(changedFact, { dueOn: '2026-03-27' });
  });

  it('is refused where nothing would be different', () => {
    const log = given(sound, made({ dependsOn: undefined }));
    for (const same of [{}, { ...clear, owner: undefined }, { dependsOn: null }, { displaces: null }]) {
      log.when(change, { ...same }).isRefused({ refused: 'nothingChanged', outcome: clear.outcome });
    }
  });

  it('empties a field that is said to be nothing', () => {
    const log = given(sound, captured(), made({ dependsOn: ['vendor'] }));
    for (const nothing of [null, '', ' \n ']) {
      log.when(change, { excluded: nothing }).thenWith(changedFact, { excluded: null });
    }
    log.when(change, { isAgreed: false }).thenWith(changedFact, { isAgreed: null });
    log.when(change, { dueOn: null }).thenWith(changedFact, { dueOn: null, isAgreed: null });
    log.when(change, { serves: null }).thenWith(changedFact, { serves: null });
    log.when(change, { dependsOn: [] }).thenWith(changedFact, { dependsOn: null });
  });

  it('never empties the outcome', () => {
    for (const outcome of ['', ' ']) {
      given(sound, made()).when(change, { outcome, doneWhen: 'x' }).isRefused({ refused: 'missing', field: 'outcome' });
    }
  });

  it('needs a reason, and a cost from nothing to a thousand days', () => {
    const log = given(sound, made());
    const other = { ...change, doneWhen: 'x' };
    log.when(other, { reason: ' ' }).isRefused({ refused: 'missing', field: 'reason' });
    for (const costInDays of [-0.5, 1000.5, Infinity, Number.NaN]) {
      log.when(other, { costInDays }).isRefused({ refused: 'impossibleCost', costInDays });
      log.when(reassign, { costInDays }).isRefused({ refused: 'impossibleCost', costInDays });
    }
    for (const costInDays of [0, 0.5, 1000]) {
      log.when(other, { costInDays }).thenWith(changedFact, { doneWhen: 'x', costInDays });
    }
  });

  it('is refused where it names what is not there, or too much', () => {
    const log = given(sound, made());
    log.when(change, { dependsOn: ['nothing'] }).isRefused({ refused: 'unknownItem', id: 'nothing' });
    log.when(change, { serves: 'nothing' }).isRefused({ refused: 'unknownPriority', id: 'nothing' });
    log
      .when(change, { doneWhen: 'x'.repeat(2001) })
      .isRefused({ refused: 'tooLong', field: 'doneWhen', length: 2001, limit: 2000 });
  });

  it('is refused for a day that has passed, as it is when work is handed out', () => {
    given(sound, made())
      .when(change, { dueOn: '2026-03-03' })
      .isRefused({ refused: 'dayPassed', day: '2026-03-03', today: '2026-03-04' });
  });

  it('takes what is there by now', () => {
    given(sound, added('law', 'The law'), captured(), made())
      .when(change, { dependsOn: ['vendor'], serves: 'law' })
      .thenWith(changedFact, { dependsOn: ['vendor'], serves: 'law' });
  });
});

describe('giving work to somebody else', () => {
  const fact = {
    type: 'assignmentReassigned',
    assignment: 'work',
    owner: 'Sam',
    reason: 'leave',
    costInDays: 1,
    reassignedOn: '2026-03-04',
  } as const;

  it('records to whom, why, and what it costs', () => {
    given(sound, made()).when(reassign, { owner: ' @Sam ', reason: ' leave ' }).then(fact);
  });

  it('is refused to whoever has it, to nobody, and without a reason', () => {
    const log = given(sound, made());
    for (const owner of ['@Anna', 'anna', 'Ａｎｎａ']) {
      log.when(reassign, { owner }).isRefused({ refused: 'nothingChanged', outcome: clear.outcome });
    }
    log.when(reassign, { owner: '@' }).isRefused({ refused: 'missing', field: 'owner' });
    log.when(reassign, { reason: '' }).isRefused({ refused: 'missing', field: 'reason' });
    log
      .when(reassign, { owner: 'x'.repeat(101) })
      .isRefused({ refused: 'tooLong', field: 'owner', length: 101, limit: 100 });
  });
});

describe('ending an assignment', () => {
  const fact = { type: 'assignmentClosed', assignment: 'work', result: 'met', closedOn: '2026-03-04' } as const;

  it('is met or missed, with a note where there is one', () => {
    given(sound, made()).when(close).then(fact);
    given(sound, made())
      .when(close, { result: 'missed', note: ' two are missing ' })
      .thenWith(fact, { result: 'missed', note: 'two are missing' });
    given(sound, made())
      .when(close, { note: 'x'.repeat(4001) })
      .isRefused({ refused: 'tooLong', field: 'note', length: 4001, limit: 4000 });
  });

  it('withdraws what was still owed for it, and only that', () => {
    given(
      sound,
      captured(),
      made({ dependsOn: ['vendor'] }),
      ...owed('excluded', 'settled'),
      { type: 'itemSettled', item: 'settled', answer: 'x', settledOn: '2026-03-03' },
      ...owed('doneWhen', 'open'),
      ...owed('doneWhen', 'of another').map((fact) =>
        fact.type === 'clarityOwed' ? { ...fact, assignment: 'other' } : fact,
      ),
    )
      .when(close)
      .then(fact, {
        type: 'itemWithdrawn',
        item: 'open',
        reason: 'assignmentClosed',
        reasonCode: 'assignmentClosed',
        withdrawnOn: '2026-03-04',
      });
  });

  it('withdraws what is owed in one order, whichever was read first', () => {
    const facts = [sound, made(), ...owed('excluded', 'a'), ...owed('doneWhen', 'b')];
    const rulings = [logged(...facts), logged(...facts).toReversed()].map((entries) => {
      const register = new Register();
      for (const entry of entries) register.add([entry]);
      return rule(close, { register, today: '2026-03-04', policy: usualPolicy, device: 'd', newId: () => 'new' });
    });
    assert.deepEqual(rulings[0], rulings[1]);
  });

  it('on the day that is said, from the hand-out up to today; what was owed for it ends with it', () => {
    given(sound, made(), ...owed('excluded', 'open'))
      .when(close, { closedOn: '2026-03-02' })
      .then(
        { ...fact, closedOn: '2026-03-02' },
        {
          type: 'itemWithdrawn',
          item: 'open',
          reason: 'assignmentClosed',
          reasonCode: 'assignmentClosed',
          withdrawnOn: '2026-03-02',
        },
      );
    given(sound, made())
      .when(close, { closedOn: '2026-03-01' })
      .isRefused({ refused: 'closedBeforeHandedOut', closedOn: '2026-03-01', madeOn: '2026-03-02' });
    given(sound, made())
      .when(close, { closedOn: '2026-03-05' })
      .isRefused({ refused: 'closedInFuture', closedOn: '2026-03-05', today: '2026-03-04' });
  });

  it('ends what is owed no earlier than with what was done about it last', () => {
    const chasedLater = { ...sentBack, item: 'open', sentBackOn: '2026-03-03' } as const;
    given(sound, made(), ...owed('excluded', 'open'), chasedLater)
      .when(close, { closedOn: '2026-03-02' })
      .then(
        { ...fact, closedOn: '2026-03-02' },
        {
          type: 'itemWithdrawn',
          item: 'open',
          reason: 'assignmentClosed',
          reasonCode: 'assignmentClosed',
          withdrawnOn: '2026-03-03',
        },
      );
  });

  it('leaves what a newer version wrote about to that version', () => {
    given(sound, made(), ...owed('excluded', 'open'))
      .andNewerEntriesAbout('open')
      .when(close)
      .then(fact);
  });
});

describe('filling a hole', () => {
  const settle = { type: 'settle', id: 'excluded', answer: ' Partners\r\nand resellers ' } as const;
  const settled = (item: string, answer = 'Partners\nand resellers') =>
    ({ type: 'itemSettled', item, answer, settledOn: '2026-03-04' }) as const;
  const filled = (settles: string) =>
    ({ type: 'agreementFilled', assignment: 'work', settles, filledOn: '2026-03-04' }) as const;
  const log = (hole: AgreementField) => given(sound, made({ anyway: 'r' }), ...owed(hole));

  for (const hole of ['outcome', 'excluded', 'deliverables', 'doneWhen', 'displaces'] as const) {
    it(`in ${hole} writes the answer into the agreement`, () => {
      log(hole)
        .when(settle, { id: hole })
        .then(settled(hole), { ...filled(hole), [hole]: 'Partners\nand resellers' });
    });
  }

  it('in what it serves says what moves down or stops', () => {
    log('serves')
      .when(settle, { id: 'serves' })
      .then(settled('serves'), { ...filled('serves'), displaces: 'Partners\nand resellers' });
  });

  it('in the owner names one', () => {
    log('owner')
      .when({ type: 'settle', id: 'owner', answer: ' @Sam ' })
      .then(settled('owner', '@Sam'), { ...filled('owner'), owner: 'Sam' });
    log('owner').when({ type: 'settle', id: 'owner', answer: '@' }).isRefused({ refused: 'missing', field: 'owner' });
    log('owner')
      .when({ type: 'settle', id: 'owner', answer: 'x'.repeat(101) })
      .isRefused({ refused: 'tooLong', field: 'owner', length: 101, limit: 100 });
  });

  it('in the day needs one, which has not passed, and it is agreed then', () => {
    const answer = { type: 'settle', id: 'dueOn', answer: 'Anna agreed' } as const;
    log('dueOn').when(answer).isRefused({ refused: 'needsDay' });
    log('dueOn')
      .when(answer, { dueOn: '2026-03-03' })
      .isRefused({ refused: 'dayPassed', day: '2026-03-03', today: '2026-03-04' });
    log('dueOn')
      .when(answer, { dueOn: '2026-03-04' })
      .then(settled('dueOn', 'Anna agreed'), { ...filled('dueOn'), dueOn: '2026-03-04', isAgreed: true });
  });

  it('in whether it is agreed can agree on the day, or on another', () => {
    const answer = { type: 'settle', id: 'isAgreed', answer: 'yes' } as const;
    log('isAgreed')
      .when(answer)
      .then(settled('isAgreed', 'yes'), { ...filled('isAgreed'), isAgreed: true });
    log('isAgreed')
      .when({ type: 'settle', id: 'isAgreed' })
      .then({ ...settled('isAgreed', 'agreed'), answerCode: 'agreed' }, { ...filled('isAgreed'), isAgreed: true });
    log('isAgreed')
      .when(answer, { dueOn: '2026-03-27' })
      .then(settled('isAgreed', 'yes'), { ...filled('isAgreed'), dueOn: '2026-03-27', isAgreed: true });
  });

  it('needs an answer that fits', () => {
    log('doneWhen').when({ type: 'settle', id: 'doneWhen' }).isRefused({ refused: 'missing', field: 'answer' });
    log('doneWhen')
      .when({ type: 'settle', id: 'doneWhen', answer: ' ' })
      .isRefused({ refused: 'missing', field: 'answer' });
    log('doneWhen')
      .when({ type: 'settle', id: 'doneWhen', answer: 'x'.repeat(2001) })
      .isRefused({ refused: 'tooLong', field: 'answer', length: 2001, limit: 2000 });
    log('outcome')
      .when({ type: 'settle', id: 'outcome', answer: 'x'.repeat(1001) })
      .isRefused({ refused: 'tooLong', field: 'outcome', length: 1001, limit: 1000 });
  });

  it('is for holes only', () => {
    const answer = { ...settle, id: 'vendor' };
    given(captured()).when(answer).isRefused({ refused: 'notAClarityItem', title: 'Pick a vendor' });
    given().when(answer).isRefused({ refused: 'unknownItem', id: 'vendor' });
  });

  it('is done once, and not of an assignment that has ended or is gone', () => {
    const answer = { ...settle, id: 'doneWhen' };
    const holes = owed('doneWhen');
    const once: TestFact = { type: 'itemSettled', item: 'doneWhen', answer: 'x', settledOn: '2026-03-03' };
    given(sound, made(), ...holes, once)
      .when(answer)
      .isRefused({ refused: 'alreadyClosed', title: 'Fill doneWhen', on: '2026-03-03' });
    given(sound, made(), ...holes, ended)
      .when(answer)
      .isRefused({ refused: 'alreadyClosed', title: clear.outcome, on: '2026-03-03' });
    given(sound, ...holes)
      .when(answer)
      .isRefused({ refused: 'unknownAssignment', id: 'work' });
  });

  it('is the only closing of it but withdrawing, and it stays what it is', () => {
    const about = { id: 'doneWhen' };
    log('doneWhen')
      .when({ type: 'decide', ...about, outcome: 'x' })
      .isRefused({ refused: 'otherClosing', kind: 'clarity' });
    log('doneWhen')
      .when({ type: 'clear', ...about })
      .isRefused({ refused: 'otherClosing', kind: 'clarity' });
    for (const kind of ['decision', 'approval', 'dependency'] as const) {
      log('doneWhen')
        .when({ type: 'edit', ...about, kind })
        .isRefused({ refused: 'kindStays', title: 'Fill doneWhen' });
    }
    given(captured())
      .when({ type: 'edit', id: 'vendor', kind: 'clarity' })
      .isRefused({ refused: 'kindStays', title: 'Pick a vendor' });
    given()
      .when({ type: 'capture', title: 'Say it', kind: 'clarity' })
      .isRefused({ refused: 'kindStays', title: 'Say it' });
  });

  it('that turned out wrong opens the same hole again', () => {
    const once: TestFact = { type: 'itemSettled', item: 'doneWhen', answer: 'x', settledOn: '2026-03-03' };
    const { ruling } = given(sound, made(), ...owed('doneWhen'), once).when({
      type: 'answerCheck',
      id: 'doneWhen',
      answer: 'reversed',
      reason: 'nobody could count it',
    });
    assert.ok(!isRefusal(ruling));
    assert.deepEqual(ruling.at(-1), { type: 'clarityOwed', item: 'new', assignment: 'work', hole: 'doneWhen' });
  });
});

describe('an assignment that cannot be changed', () => {
  const intents = [{ ...change, doneWhen: 'x' }, reassign, close] as const satisfies Intent[];

  it('is unknown, a draft, ended, or written by a newer version', () => {
    for (const intent of intents) {
      given().when(intent).isRefused({ refused: 'unknownAssignment', id: 'work' });
      given(drafted).when(intent).isRefused({ refused: 'stillADraft', outcome: 'Customers can pay' });
      given(sound, made(), ended)
        .when(intent)
        .isRefused({ refused: 'alreadyClosed', title: clear.outcome, on: '2026-03-03' });
      given(sound, made())
        .andNewerEntriesAbout('work')
        .when(intent)
        .isRefused({ refused: 'newerItem', title: clear.outcome });
    }
  });

  it('by a newer version is not undone here either', () => {
    given(sound, made(), changed)
      .andNewerEntriesAbout('work')
      .when({ type: 'undo' })
      .isRefused({ refused: 'newerItem', title: clear.outcome });
  });
});

describe('undo', () => {
  /** Applies the intents, one per day. Returns the state after each. */
  function applyIntents(register: Register, ...intents: Intent[]): unknown[] {
    return intents.map((intent, step) => {
      const today = addDays('2026-03-04', register.entryCount);
      const ruling = rule(intent, {
        register,
        today,
        policy: usualPolicy,
        device: 'laptop',
        newId: () => `made ${register.entryCount}`,
      });
      assert.ok(!isRefusal(ruling), JSON.stringify(ruling));
      const act = `act at ${register.entryCount} ${step}`;
      register.add(
        ruling.map((fact: Fact, index): Entry => {
          const clock = `0191${(register.entryCount * 16 + index).toString(16).padStart(8, '0')}-0000`;
          return { ...fact, id: `${act}.${index}`, act, clock, device: 'laptop', loggedAt: `${today}T09:00:00.000Z` };
        }),
      );
      return stateOf(register);
    });
  }
  const stateOf = (register: Register) =>
    structuredClone({
      items: [...register.items],
      assignments: [...register.assignments],
      priorities: register.priorities,
    });

  const acts: readonly Intent[] = [
    { ...change, doneWhen: null },
    reassign,
    { ...close, result: 'missed' },
    { type: 'settle', id: 'excluded', answer: 'Partners' },
    { type: 'keepDraft', outcome: 'x' },
    { type: 'dropDraft', id: 'a draft' },
    { type: 'assign', ...clear, draft: 'a draft', excluded: undefined, anyway: 'r' },
    { type: 'addPriority', title: 'The law' },
    { type: 'renamePriority', id: 'sound', title: 'Sounder' },
    { type: 'retirePriority', id: 'sound', reason: 'done' },
    { type: 'rankPriorities', order: ['second'], stops: 's', because: 'b', told: 't' },
  ];
  for (const act of acts) {
    it(`of ${act.type} leaves what was there before`, () => {
      const register = new Register();
      register.add(
        logged(sound, added('second'), made({ anyway: 'r', excluded: undefined }), ...owed('excluded'), {
          ...drafted,
          assignment: 'a draft',
        }),
      );
      const before = stateOf(register);
      const [after, undone] = applyIntents(register, act, { type: 'undo' });
      assert.notDeepEqual(after, before);
      assert.deepEqual(undone, before);
    });
  }
});
