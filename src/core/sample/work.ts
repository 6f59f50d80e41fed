import type { Day } from '../time/day.ts';
import type { Intent } from '../rules/intents.ts';

/** One sample act on a priority or assignment, `ago` days ago. `name` is the subject it creates or refers to. */
export interface SampleWork {
  readonly ago: number;
  readonly name: string;
  readonly intent: (day: (ago: number) => Day, idOf: (name: string) => string, id: string) => Intent;
}

/** The sample's priorities and assignments. */
export const sampleWork: readonly SampleWork[] = [
  { ago: 85, name: 'checkout', intent: () => ({ type: 'addPriority', title: 'A checkout people finish' }) },
  { ago: 85, name: 'hiring', intent: () => ({ type: 'addPriority', title: 'Two engineers for search' }) },
  { ago: 30, name: 'centre', intent: () => ({ type: 'addPriority', title: 'Out of the old data centre' }) },
  {
    ago: 16,
    name: 'order',
    intent: (_, idOf) => ({
      type: 'rankPriorities',
      order: [idOf('checkout'), idOf('centre'), idOf('hiring')],
      stops: 'Interviews wait until the move is planned',
      because: 'The lease ends in March',
      told: 'Priya, by me, in our one-to-one',
    }),
  },
  {
    ago: 26,
    name: 'fast checkout',
    intent: (day, idOf) => ({
      type: 'assign',
      outcome: 'The checkout answers within 300 ms',
      excluded: 'The mobile app',
      deliverables: 'The change, and a dashboard of the times',
      owner: 'anna',
      doneWhen: 'P95 is below 300 ms on seven days in a row',
      dueOn: day(-6),
      isAgreed: true,
      serves: idOf('checkout'),
    }),
  },
  {
    ago: 12,
    name: 'fast checkout',
    intent: (day, _, id) => ({
      type: 'changeAssignment',
      id,
      dueOn: day(-12),
      reason: 'The vendor is picked later than I had said',
      costInDays: 3,
    }),
  },
  {
    ago: 12,
    name: 'fast checkout',
    intent: (_, idOf, id) => ({
      type: 'changeAssignment',
      id,
      dependsOn: [idOf('Pick the on-call vendor')],
      reason: 'The vendor has to run the new probes',
      costInDays: 0,
    }),
  },
  {
    ago: 20,
    name: 'inventory',
    intent: (day, idOf) => ({
      type: 'assign',
      outcome: 'Everybody can look up what runs in the old data centre',
      excluded: 'Who pays for it',
      deliverables: 'A list with an owner for each machine',
      owner: 'tom',
      doneWhen: 'All 140 machines are on the list',
      dueOn: day(5),
      isAgreed: true,
      serves: idOf('centre'),
    }),
  },
  {
    ago: 6,
    name: 'inventory',
    intent: (_, __, id) => ({ type: 'closeAssignment', id, result: 'met', note: 'All 140, and nine nobody knew' }),
  },
  {
    ago: 1,
    name: 'move plan',
    intent: (day, idOf) => ({
      type: 'assign',
      outcome: 'The move has a plan the finance team has signed',
      deliverables: 'A plan with dates and costs',
      owner: 'tom',
      doneWhen: 'Finance has signed it',
      dueOn: day(-20),
      isAgreed: true,
      serves: idOf('centre'),
      anyway: 'Finance meets tomorrow',
    }),
  },
  {
    ago: 0,
    name: 'draft',
    intent: (_, idOf) => ({
      type: 'keepDraft',
      outcome: 'The search team interviews without me',
      owner: 'priya',
      serves: idOf('hiring'),
    }),
  },
];
