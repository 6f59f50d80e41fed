import type { Entry, Fact } from '../../../src/core/entries/entry.ts';
import { Register } from '../../../src/core/register/register.ts';
import type { Intent } from '../../../src/core/rules/intents.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { rule } from '../../../src/core/rules/rule.ts';
import { addDays, type Day } from '../../../src/core/time/day.ts';
import { intentOf, type Step } from '../../support/anyIntent.ts';
import { logged } from '../../support/facts.ts';
import { usualPolicy } from '../../support/policy.ts';

/** A leader with one machine, who does what a list of random steps says, through the rules. */
export class AnySession {
  readonly register = new Register();
  readonly entries: Entry[] = [];
  #ids = 0;

  /** @param today the day on which it begins */
  constructor(public today: Day) {}

  /** Does the steps that the rules accept; `evening` is called at the end of each day, before the next one begins. */
  live(steps: readonly Step[], evening: () => void = () => undefined): void {
    for (const step of steps) {
      if (step.later > 0) evening();
      this.today = addDays(this.today, step.later);
      this.act(intentOf(step, this.register, this.today));
    }
    evening();
  }

  /** Returns the entries of the act; none when it was refused. */
  act(intent: Intent): readonly Entry[] {
    const { register, today } = this;
    const newId = () => `id-${String(this.#ids++).padStart(5, '0')}`;
    const ruling = rule(intent, { register, today, policy: usualPolicy, device: 'laptop', newId });
    if (isRefusal(ruling)) return [];
    const act = newId();
    const entries = ruling.flatMap((fact) => this.#written(fact, act, newId()));
    register.add(entries);
    this.entries.push(...entries);
    return entries;
  }

  /** At noon of that day. */
  #written(fact: Fact, act: string, id: string): Entry[] {
    const clock = `0190${this.#ids.toString(16).padStart(8, '0')}-0000`;
    return logged({ ...fact, day: this.today }).map((entry) => ({
      ...entry,
      ...{ id, act, clock, loggedAt: `${this.today}T12:00:00.000Z` },
    }));
  }
}

/** A register that has just read these entries. */
export function registerWith(entries: readonly Entry[]): Register {
  const register = new Register();
  register.add(entries);
  return register;
}
