import type { Day } from '../time/day.ts';
import type { Fact } from '../entries/entry.ts';
import type { Policy } from '../policy.ts';
import type { Refusal } from './refusal.ts';
import type { Register } from '../register/register.ts';

/** What the rules may look at. Today and new ids are handed in: a rule has neither clock nor chance. */
export interface RuleContext {
  readonly register: Register;
  readonly today: Day;
  readonly policy: Policy;
  /** This machine. */
  readonly device: string;
  readonly newId: () => string;
}

/** The facts that follow, none when nothing would change; or why it may not be done. */
export type Ruling = readonly Fact[] | Refusal;
