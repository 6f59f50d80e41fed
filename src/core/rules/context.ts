import type { Day } from '../time/day.ts';
import type { Fact } from '../entries/entry.ts';
import type { Policy } from '../policy.ts';
import type { Refusal } from './refusal.ts';
import type { Register } from '../register/register.ts';

/** The input of the rules. Today and new ids are passed in, because a rule has no clock and no randomness. */
export interface RuleContext {
  readonly register: Register;
  readonly today: Day;
  readonly policy: Policy;
  /** The id of this machine. */
  readonly device: string;
  readonly newId: () => string;
}

/** The resulting facts, none when nothing would change; or the refusal. */
export type Ruling = readonly Fact[] | Refusal;
