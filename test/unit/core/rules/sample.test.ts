import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { Calendar } from '../../../../src/core/time/calendar.ts';
import { addDays, type Day } from '../../../../src/core/time/day.ts';
import type { Entry } from '../../../../src/core/entries/entry.ts';
import { faultyField } from '../../../../src/core/entries/shapes.ts';
import { nextClock } from '../../../../src/core/entries/hybridClock.ts';
import { computeBothHalves } from '../../../../src/core/figures/bothHalves.ts';
import { computeCalibration } from '../../../../src/core/figures/calibration.ts';
import { computePayback } from '../../../../src/core/figures/payback.ts';
import { buildSnapshot } from '../../../../src/core/panel/snapshot.ts';
import type { Intent } from '../../../../src/core/rules/intents.ts';
import type { Policy } from '../../../../src/core/policy.ts';
import { isRefusal } from '../../../../src/core/rules/refusal.ts';
import { lastUndoneBy } from '../../../../src/core/register/acts.ts';
import { Register } from '../../../../src/core/register/register.ts';
import type { RuleContext, Ruling } from '../../../../src/core/rules/context.ts';
import { rule } from '../../../../src/core/rules/rule.ts';
import { addSample, removeSample } from '../../../../src/core/rules/sample.ts';
import { hasSample, sampleTag } from '../../../../src/core/sample/source.ts';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import { anyDay } from '../../../support/anyFact.ts';
import { anySteps, intentOf, type Step } from '../../../support/anyIntent.ts';
import { contents } from '../../../support/entryStores.ts';
import { usualPolicy } from '../../../support/policy.ts';
import { workContents } from '../../../support/work.ts';

/** One machine, with a second register that gets only the acts that are not about the sample. */
class Machine {
  readonly register = new Register();
  readonly without = new Register();
  today: Day = '2026-03-04';
  policy: Policy = usualPolicy;
  #acts = 0;

  /** @param isOwn whether the register without the sample gets the act, too */
  ask(rules: (context: RuleContext) => Ruling, isOwn = false): Ruling {
    const act = `act-${String(++this.#acts).padStart(4, '0')}`;
    let ids = 0;
    const { register, today, policy } = this;
    const ruling = rules({ register, today, policy, device: 'laptop', newId: () => `${act}-brings-${++ids}` });
    if (isRefusal(ruling)) return ruling;
    let clock = register.latestClock;
    const entries = ruling.map((fact, index): Entry => {
      const loggedAt = `${today}T12:00:00Z`;
      clock = nextClock(clock, new Date(loggedAt));
      return { ...fact, id: `${act}-${index}`, clock, device: 'laptop', act, loggedAt };
    });
    for (const entry of entries) assert.equal(faultyField({ ...entry }), undefined, JSON.stringify(entry));
    register.add(entries);
    if (isOwn) this.without.add(entries);
    return ruling;
  }

  /** Applies a step, about the sample or about the person's own items. */
  apply(step: Step): void {
    this.today = addDays(this.today, step.later);
    const intent = intentOf(step, this.register, this.today);
    const named = Object.entries(intent).flatMap(([field, value]) =>
      ['id', 'draft', 'blocker'].includes(field) && value !== undefined ? [String(value)] : [],
    );
    this.ask(
      (context) => rule(intent, context),
      named.every((id) => this.#isOwn(id)),
    );
  }

  #isOwn(id: string): boolean {
    const { items, assignments, priorities } = this.without;
    return items.has(id) || assignments.has(id) || priorities.ranked.some((priority) => priority.id === id);
  }
}

function sampleDesk(): Machine {
  const desk = new Machine();
  desk.ask(addSample);
  return desk;
}

/** All views of the register, on that day and 30 days later. */
function allViews(register: Register, today: Day): unknown {
  const views = [today, addDays(today, 30)].map((day) => {
    const board = buildBoard(register.items, day, usualPolicy);
    const work = buildWorkBoard(register, board, usualPolicy);
    return { board, work, panel: buildSnapshot(register, board, work, usualPolicy, 'en', () => '') };
  });
  return structuredClone({ known: contents(register), work: workContents(register), views });
}

describe('the sample', () => {
  it('brings a leader’s weeks into an empty log: items in every state of play, priorities, work handed out', () => {
    const desk = new Machine();
    desk.ask(addSample);
    const board = buildBoard(desk.register.items, desk.today, usualPolicy);
    assert.equal(board.totals.open + board.totals.handedOver, 16);
    const states = new Set(board.rows.map(({ state }) => state));
    for (const state of [
      'drifting',
      'waiting',
      'deliberating',
      'sentBack',
      'handedOver',
      'blocked',
      'checkDue',
      'closed',
    ]) {
      assert.ok(states.has(state as never), `${state} among ${[...states].join(' ')}`);
    }
    assert.ok(board.totals.overdue >= 3);
    const work = buildWorkBoard(desk.register, board, usualPolicy);
    assert.deepEqual([work.priorities.length, work.assignments.length, work.drafts.length], [3, 12, 1]);
  });

  it('has enough behind it for each comparison and score', () => {
    const { register, today } = sampleDesk();
    const board = buildBoard(register.items, today, usualPolicy);
    const work = buildWorkBoard(register, board, usualPolicy);
    const { turnaround, promises } = computeBothHalves(register, board, work, usualPolicy);
    const { needed, clear, anyway, held, notHeld } = computePayback(register, board, work, usualPolicy);
    const { brier } = computeCalibration(board);
    const { you, team } = turnaround;
    assert.ok(
      [you.p85, team.p85, clear.medianChanges, anyway.medianYourDays, brier].every((value) => value !== undefined),
    );
    assert.ok([promises.you.of, promises.team.of, held.answered, notHeld.answered].every((n) => n >= needed));
  });

  it('is known by its tag wherever an item is shown', () => {
    const desk = new Machine();
    desk.ask(addSample);
    for (const { title, tags } of desk.register.items.values()) assert.ok(tags.includes(sampleTag), title);
  });

  it('is never refused, on whatever day, with whatever week, targets and words', () => {
    const weekdays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
    fc.assert(
      fc.property(anyDay(), weekdays, fc.integer({ min: 0, max: 365 }), (today, days, target) => {
        const desk = new Machine();
        desk.today = today;
        const targets = { approval: target, twoWayDecision: target, oneWayDecision: 0, dependency: 1, clarity: target };
        const calendar = new Calendar({ weekdays: days, holidays: [] });
        desk.policy = { calendar, targets, priorityLimit: 1, words: { vague: ['a', 'the'], teams: ['anna', 'tom'] } };
        assert.ok(!isRefusal(desk.ask(addSample)));
      }),
      { numRuns: 150 },
    );
  });

  it('is there once, and can be removed only while it is there', () => {
    const desk = new Machine();
    assert.deepEqual(desk.ask(removeSample), { refused: 'noSample' });
    desk.ask(addSample);
    assert.ok(hasSample(desk.register.items));
    assert.deepEqual(desk.ask(addSample), { refused: 'sampleThere' });
    desk.ask(removeSample);
    assert.ok(!hasSample(desk.register.items));
    assert.deepEqual(desk.ask(removeSample), { refused: 'noSample' });
    assert.ok(!isRefusal(desk.ask(addSample)));
  });

  it('leaves nothing behind when it is removed, whatever was done about it and about one’s own things', () => {
    let withOwn = 0;
    fc.assert(
      fc.property(anySteps, anySteps, (before, after) => {
        const desk = new Machine();
        for (const step of before) desk.apply(step);
        desk.ask(addSample);
        for (const step of after) desk.apply(step);
        desk.ask(removeSample);
        assert.deepEqual(allViews(desk.register, desk.today), allViews(desk.without, desk.today));
        if (desk.without.items.size > 0) withOwn++;
      }),
      { numRuns: 150 },
    );
    assert.ok(withOwn > 20, `${withOwn} runs had items of one’s own`);
  });

  it('comes back with all that was done about it when the removal is undone', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const desk = new Machine();
        desk.ask(addSample);
        for (const step of steps) desk.apply(step);
        const before = allViews(desk.register, desk.today);
        desk.ask(removeSample);
        const removal = lastUndoneBy(desk.register, 'laptop')?.by ?? '';
        desk.ask((context) => rule({ type: 'redo', undo: removal }, context));
        assert.deepEqual(allViews(desk.register, desk.today), before);
      }),
      { numRuns: 50 },
    );
  });

  it('takes along what came of it in any number of steps: the reversal of what a reversal had opened', () => {
    const desk = new Machine();
    desk.ask(addSample);
    let id = contents(desk.register).find(({ title }) => title === 'Merge the two mobile teams')?.id ?? '';
    for (let step = 0; step < 3; step++) {
      const ask = (intent: Intent): Ruling => desk.ask((context) => rule(intent, context));
      const reversed = ask({ type: 'answerCheck', id, answer: 'reversed', reason: 'They asked again' });
      assert.ok(!isRefusal(reversed) && reversed[0]?.type === 'itemReversed');
      id = reversed[0].successor;
      ask({ type: 'decide', id, outcome: 'Not now' });
    }
    desk.ask(removeSample);
    assert.deepEqual([...desk.register.items.values()], []);
  });

  it('takes along a reversal’s new item and a finished draft, and lets own work that named it stand', () => {
    const desk = new Machine();
    desk.ask(addSample);
    const idOf = (title: string) => contents(desk.register).find((item) => item.title === title)?.id ?? '';
    const draft = [...desk.register.assignments.values()].find(({ madeOn }) => madeOn === undefined);
    const vendor = idOf('Pick the on-call vendor');
    for (const intent of [
      { type: 'answerCheck', id: idOf('Merge the two mobile teams'), answer: 'reversed', reason: 'They asked again' },
      { type: 'assign', draft: draft?.id, outcome: 'They interview', owner: 'priya', anyway: 'To try it' },
      { type: 'capture', title: 'Mine' },
      { type: 'assign', outcome: 'Mine is done', owner: 'ida', dependsOn: [vendor], anyway: 'To try it' },
    ] as const) {
      assert.ok(!isRefusal(desk.ask((context) => rule(intent, context))));
    }
    desk.ask((context) => rule({ type: 'block', id: idOf('Mine'), blocker: vendor }, context));
    desk.ask(removeSample);
    const board = buildBoard(desk.register.items, desk.today, usualPolicy);
    const own = board.rows.filter(({ kind }) => kind !== 'clarity');
    assert.deepEqual(
      own.map(({ title, blockedBy }) => [title, blockedBy]),
      [['Mine', []]],
    );
    const { assignments, priorities, drafts } = buildWorkBoard(desk.register, board, usualPolicy);
    assert.deepEqual(
      [assignments.map(({ agreement }) => agreement.outcome), priorities, drafts],
      [['Mine is done'], [], []],
    );
    assert.deepEqual(assignments[0]?.dependsOn, []);
  });
});
