import assert from 'node:assert/strict';
import { buildBoard } from '../../src/core/board/board.ts';
import type { Entry, Fact } from '../../src/core/entries/entry.ts';
import { nextClock } from '../../src/core/entries/hybridClock.ts';
import { faultyField } from '../../src/core/entries/shapes.ts';
import { Register } from '../../src/core/register/register.ts';
import type { Intent } from '../../src/core/rules/intents.ts';
import { isRefusal, type Refusal } from '../../src/core/rules/refusal.ts';
import { rule } from '../../src/core/rules/rule.ts';
import type { Day } from '../../src/core/time/day.ts';
import { contents } from './entryStores.ts';
import { usualPolicy as policy } from './policy.ts';
import { workContents } from './work.ts';

/** One machine: applies the rules and adds the resulting facts, as its store does. */
export class Machine {
  readonly register = new Register();
  today: Day = '2026-03-04';
  #ids = 0;
  #acts = 0;

  get lastAct(): string {
    return `act-${this.#acts}`;
  }

  ask(intent: Intent): readonly Fact[] | Refusal {
    const { register, today } = this;
    const newId = () => `item-${String(++this.#ids).padStart(3, '0')}`;
    const ruling = rule(intent, { register, today, policy, device: 'laptop', newId });
    if (isRefusal(ruling) || ruling.length === 0) return ruling;
    const act = `act-${++this.#acts}`;
    let clock = register.latestClock;
    const entries = ruling.map((fact, index): Entry => {
      clock = nextClock(clock, new Date(`${today}T09:00:00.000Z`));
      const loggedAt = `${today}T09:00:00.000Z`;
      return { ...fact, id: `${act}-${index}`, clock, device: 'laptop', act, loggedAt };
    });
    for (const entry of entries) assert.equal(faultyField({ ...entry }), undefined, JSON.stringify(entry));
    register.add(entries);
    return ruling;
  }

  /** All that can be observed: the items, and the boards of an early and of a late day. */
  observe(): unknown {
    const { items } = this.register;
    const boards = (['2026-03-06', '2026-06-01'] as const).map((day) => buildBoard(items, day, policy));
    return structuredClone({
      known: contents(this.register),
      work: workContents(this.register),
      people: this.register.people,
      boards,
    });
  }
}

export function wasDone(ruling: readonly Fact[] | Refusal): ruling is readonly Fact[] {
  return !isRefusal(ruling) && ruling.length > 0;
}
