import assert from 'node:assert/strict';
import type { Day } from '../../src/core/time/day.ts';
import type { Fact, FactOf } from '../../src/core/entries/entry.ts';
import type { Intent, IntentOf } from '../../src/core/rules/intents.ts';
import type { Policy } from '../../src/core/policy.ts';
import { isRefusal, type Refusal } from '../../src/core/rules/refusal.ts';
import { Register } from '../../src/core/register/register.ts';
import { rule } from '../../src/core/rules/rule.ts';
import { logged, withoutUndefined, type TestFact } from './facts.ts';
import { mondayToFriday, usualPolicy } from './policy.ts';

export { mondayToFriday };

/** Wednesday, 4 March 2026, unless the test calls {@link Given.on}. */
const today: Day = '2026-03-04';

/** `given(facts).when(intent).then(facts)`: the content of the log, the request, the result. */
export function given(...facts: readonly TestFact[]): Given {
  const register = new Register();
  register.add(logged(...facts));
  return new Given(register, today, usualPolicy);
}

class Given {
  constructor(
    readonly register: Register,
    readonly today: Day,
    readonly policy: Policy,
  ) {}

  /** The log has entries of a newer Pacesetter about this item. */
  andNewerEntriesAbout(item: string): Given {
    this.register.add([], [item]);
    return this;
  }

  on(day: Day): Given {
    return new Given(this.register, day, this.policy);
  }

  under(policy: Partial<Policy>): Given {
    return new Given(this.register, this.today, { ...this.policy, ...policy });
  }

  /** @param changes other values of some of its fields */
  when<I extends Intent>(intent: I, changes: Partial<IntentOf<I['type']>> = {}): Answer {
    const { register, today, policy } = this;
    let ids = 0;
    const newId = () => (++ids === 1 ? 'new' : `new ${ids}`);
    return new Answer(rule({ ...intent, ...changes }, { register, today, policy, device: 'laptop', newId }));
  }
}

class Answer {
  constructor(readonly ruling: readonly Fact[] | Refusal) {}

  /** Asserts exactly these facts in this order. Without arguments: nothing changes. */
  then(...facts: readonly Fact[]): void {
    assert.deepEqual(
      isRefusal(this.ruling) ? this.ruling : this.ruling.map(withoutUndefined),
      facts.map(withoutUndefined),
    );
  }

  /** Asserts exactly this fact, with other values of some of its fields. */
  thenWith<F extends Fact>(fact: F, changes: Partial<FactOf<F['type']>>): void {
    this.then({ ...fact, ...changes });
  }

  isRefused(refusal: Refusal): void {
    assert.deepEqual(this.ruling, refusal);
  }

  /** The name of the refusal, or the types of the facts. For tables. */
  get inShort(): string {
    return isRefusal(this.ruling) ? this.ruling.refused : this.ruling.map(({ type }) => type).join(' ');
  }
}
