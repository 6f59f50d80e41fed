import { Calendar } from '../../src/core/time/calendar.ts';
import { defaultWords } from '../../src/core/clarity/words.ts';
import { defaultPriorityLimit, defaultTargets, type Policy } from '../../src/core/policy.ts';

export const mondayToFriday = new Calendar({ weekdays: [1, 2, 3, 4, 5], holidays: [] });

/** The policy of a leader who changed no setting. */
export const usualPolicy: Policy = {
  calendar: mondayToFriday,
  targets: defaultTargets,
  priorityLimit: defaultPriorityLimit,
  words: defaultWords,
};
