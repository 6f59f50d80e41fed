import type { Intent } from '../../../src/core/rules/intents.ts';
import { itemHabits } from './itemHabits.ts';
import type { Moment } from './moment.ts';
import { workHabits } from './workHabits.ts';

const habits = [...itemHabits, ...workHabits];
const weights = habits.reduce((sum, [weight]) => sum + weight, 0);

/** What the leader does next; nothing if there is no occasion for it. */
export function nextIntent(moment: Moment): Intent | undefined {
  let at = moment.chance.number(weights);
  for (const [weight, habit] of habits) {
    if (at < weight) return habit(moment);
    at -= weight;
  }
  return undefined;
}
