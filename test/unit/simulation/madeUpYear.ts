import assert from 'node:assert/strict';
import type { Intent } from '../../../src/core/rules/intents.ts';
import type { Random } from '../../support/random.ts';
import { AnySession } from './anySession.ts';
import { dayAfter, daysFrom, isWorked, type PlainDay, workedDayAfter } from './plainDays.ts';

/** A decision of the year, and what is true of it. */
export interface PlantedDecision {
  readonly isHeld: boolean;
  /** In percent, where something is expected. */
  readonly sureness?: number;
  /** Whether it stands on its check day; not answered where undefined. */
  readonly stands?: boolean;
  readonly reworkInDays?: number;
  /** Working days for which the leader has it, before it is sent back and after. */
  readonly leadersDays: readonly [before: number, after: number];
  /** Working days until an answer comes back; not sent back where undefined. */
  readonly teamsDays?: number;
}

/** Work of the year. */
export interface PlantedWork {
  readonly isClear: boolean;
  readonly changes: number;
  readonly isReassigned: boolean;
  /** Working days on which what it depends on waits on the leader. */
  readonly yourDays: number;
  /** In time only because those days are the leader's; late by a working day; or not met at all. */
  readonly end: 'met' | 'late' | 'missed';
}

/** A spell in which somebody had an item. */
interface Spell {
  readonly from: PlainDay;
  readonly to: PlainDay;
  readonly days: number;
}

interface DoneWork extends PlantedWork {
  readonly madeOn: PlainDay;
  /** The days of its requirement changes. */
  readonly changedOn: readonly PlainDay[];
  readonly closedOn: PlainDay;
}

const week = { weekdays: [1, 2, 3, 4, 5], holidays: [] };
const begins: PlainDay = '2026-01-05';
/** The last day on which something new begins. */
const lastStart: PlainDay = '2026-10-30';
const ends: PlainDay = '2026-12-31';
/** How long work takes when nothing waits on the leader, in working days. */
const workDays = 12;
const checkedAfterDays = 21;

/**
 * A year of a leader, lived through the rules day by day, in which it is known how long everything took, how often it was
 * changed and what came of it.
 */
export class MadeUpYear {
  readonly session = new AnySession(begins);
  readonly today = ends;
  /** The spells of the leader and of those who ask, as they were planted. */
  readonly spells: { readonly you: Spell[]; readonly team: Spell[] } = { you: [], team: [] };
  readonly work: DoneWork[] = [];
  readonly rerankings: PlainDay[] = [];
  readonly #agenda = new Map<PlainDay, (() => void)[]>();

  constructor(
    readonly decisions: readonly PlantedDecision[],
    work: readonly PlantedWork[],
    readonly chance: Random,
  ) {
    this.#plan(begins, () => this.#setPriorities());
    for (const decision of decisions) this.#plan(this.#anyStart(), (on) => this.#decision(decision, on));
    for (const one of work) this.#plan(this.#anyStart(), (on) => this.#assignment(one, on));
    // On Saturdays: nothing begins or ends on the same day.
    for (let left = 6; left > 0; left--) this.#plan(this.#anySaturday(), (on) => this.#rerank(on));
    for (const day of daysFrom(begins, ends)) {
      this.session.today = day;
      // What is done on a day can bring more for the same day.
      for (const act of this.#agenda.get(day) ?? []) act();
    }
  }

  /** Re-rankings and reassignments that pulled somebody off that work. */
  interruptionsOf({ madeOn, closedOn, isReassigned }: DoneWork): number {
    return this.rerankings.filter((on) => madeOn < on && on < closedOn).length + (isReassigned ? 1 : 0);
  }

  #setPriorities(): void {
    for (const title of ['First', 'Second']) this.#act({ type: 'addPriority', title });
  }

  #rerank(on: PlainDay): void {
    const [first, second] = this.#priorities();
    this.#act({ type: 'rankPriorities', order: [second, first], stops: 'the report', because: 'law', told: 'Ray' });
    this.rerankings.push(on);
  }

  #priorities(): [string, string] {
    const [first, second] = this.session.register.priorities.ranked.map(({ id }) => id);
    assert.ok(first !== undefined && second !== undefined);
    return [first, second];
  }

  #decision(planted: PlantedDecision, on: PlainDay): void {
    const id = this.#captured({ type: 'capture', title: 'A question', door: 'two-way', askedBy: 'Ida' });
    const { isHeld, leadersDays, teamsDays } = planted;
    const [before, after] = leadersDays;
    if (isHeld) this.#act({ type: 'deliberate', id, question: 'Can we leave in a year?', until: dayAfter(on, 3) });
    const sent = this.#later(on, before);
    this.#passes('you', on, before);
    if (teamsDays === undefined) return this.#plan(sent, (day) => this.#decide(id, planted, day));
    const back = this.#later(sent, teamsDays);
    this.#passes('team', sent, teamsDays);
    this.#passes('you', back, after);
    this.#plan(sent, () => this.#act({ type: 'sendBack', id, question: 'Which region?' }));
    this.#plan(back, () => this.#act({ type: 'markReturned', id, answer: 'Frankfurt' }));
    this.#plan(this.#later(back, after), (day) => this.#decide(id, planted, day));
  }

  #decide(id: string, { sureness, stands, reworkInDays }: PlantedDecision, on: PlainDay): void {
    const checkOn = dayAfter(on, checkedAfterDays);
    const expectation = sureness === undefined ? {} : { expect: 'Half of the calls stop', sureness };
    this.#act({ type: 'decide', id, outcome: 'yes', checkOn, ...expectation });
    if (stands === true) this.#plan(checkOn, () => this.#act({ type: 'answerCheck', id, answer: 'held' }));
    if (stands === false) this.#plan(checkOn, (day) => this.#reverse(id, reworkInDays, day));
  }

  /** The question is open again, and is decided a working day later. */
  #reverse(id: string, reworkInDays: number | undefined, on: PlainDay): void {
    const successor = this.#captured({
      type: 'answerCheck',
      id,
      answer: 'reversed',
      reason: 'it failed',
      reworkInDays,
    });
    this.#passes('you', on, 1);
    this.#plan(this.#later(on, 1), () => this.#act({ type: 'decide', id: successor, outcome: 'no' }));
  }

  /** Handed out and agreed; closed after the days it takes and those on which it waited on the leader. */
  #assignment(planted: PlantedWork, on: PlainDay): void {
    const { isClear, changes, isReassigned, yourDays, end } = planted;
    const item = this.#captured({ type: 'capture', title: 'What the work waits for', askedBy: 'Anna' });
    this.#passes('you', on, yourDays);
    this.#plan(this.#later(on, yourDays), () => this.#act({ type: 'decide', id: item, outcome: 'yes' }));
    const entries = this.#act({
      type: 'assign',
      outcome: 'Customers can pay an invoice online',
      owner: 'Anna',
      excluded: 'No refunds',
      deliverables: 'One page and its help text',
      doneWhen: isClear ? '3 customers paid 5 invoices by Friday' : undefined,
      dependsOn: [item],
      dueOn: this.#later(on, workDays),
      isAgreed: true,
      serves: this.#priorities()[0],
      anyway: isClear ? undefined : 'It cannot wait',
    });
    const id = entries.flatMap((entry) => (entry.type === 'assignmentMade' ? [entry.assignment] : []))[0];
    assert.ok(id !== undefined);
    const holes = entries.flatMap((entry) => (entry.type === 'clarityOwed' ? [entry.item] : []));
    assert.equal(holes.length, isClear ? 0 : 1);
    for (const hole of holes) {
      this.#passes('you', on, 1);
      this.#plan(this.#later(on, 1), () => this.#act({ type: 'settle', id: hole, answer: '3 customers paid' }));
    }
    const why = { reason: 'law', costInDays: 1 };
    const changedOn = Array.from({ length: changes }, (_, change) => this.#later(on, change + 1));
    for (const day of changedOn) {
      this.#plan(day, () => this.#act({ type: 'changeAssignment', id, deliverables: `A page by ${day}`, ...why }));
    }
    if (isReassigned) this.#plan(this.#later(on, 2), () => this.#act({ type: 'reassign', id, owner: 'Sam', ...why }));
    const closedOn = this.#later(on, workDays + yourDays + (end === 'late' ? 1 : 0));
    this.#plan(closedOn, () => this.#act({ type: 'closeAssignment', id, result: end === 'missed' ? 'missed' : 'met' }));
    this.work.push({ ...planted, madeOn: on, changedOn, closedOn });
  }

  #passes(whose: 'you' | 'team', from: PlainDay, days: number): void {
    this.spells[whose].push({ from, to: this.#later(from, days), days });
  }

  #captured(intent: Intent): string {
    const id = this.#act(intent).flatMap((entry) => (entry.type === 'itemCaptured' ? [entry.item] : []))[0];
    assert.ok(id !== undefined);
    return id;
  }

  #act(intent: Intent): ReturnType<AnySession['act']> {
    const entries = this.session.act(intent);
    assert.ok(entries.length > 0, `refused on ${this.session.today}: ${JSON.stringify(intent)}`);
    return entries;
  }

  #plan(on: PlainDay, act: (on: PlainDay) => void): void {
    const acts = this.#agenda.get(on) ?? [];
    this.#agenda.set(on, acts);
    acts.push(() => {
      act(on);
    });
  }

  #later(day: PlainDay, workedDays: number): PlainDay {
    return workedDayAfter(day, workedDays, week);
  }

  #anyStart(): PlainDay {
    return this.chance.pick(daysFrom(begins, lastStart).filter((day) => isWorked(day, week)));
  }

  #anySaturday(): PlainDay {
    const weeks = daysFrom(begins, lastStart).length / 7;
    return dayAfter(begins, 5 + 7 * this.chance.number(Math.floor(weeks)));
  }
}
