import type { Envelope, Fact, FactOf } from '../../src/core/entries/entry.ts';
import type { Agreement } from '../../src/core/entries/workFacts.ts';
import { captured, type TestFact } from './facts.ts';

/** An agreement without holes, due on Friday, 20 March 2026. It serves the priority `sound`. */
export const clear = {
  outcome: 'Customers can pay by invoice',
  excluded: 'Partners',
  deliverables: 'The form and its runbook',
  owner: 'Anna',
  doneWhen: '40 invoices are paid',
  dueOn: '2026-03-20',
  isAgreed: true,
  serves: 'sound',
} as const satisfies Agreement;

/** Handed out on Monday, 2 March 2026. */
export function made(
  overrides: Partial<FactOf<'assignmentMade'> & Envelope> = {},
): FactOf<'assignmentMade'> & Partial<Envelope> {
  return { type: 'assignmentMade', assignment: 'work', ...clear, madeOn: '2026-03-02', ...overrides };
}

export const drafted = {
  type: 'assignmentDrafted',
  assignment: 'work',
  outcome: 'Customers can pay',
  draftedOn: '2026-03-02',
} as const satisfies Fact;

export const changed = {
  type: 'assignmentChanged',
  assignment: 'work',
  doneWhen: '60 invoices are paid',
  reason: 'more customers',
  costInDays: 2,
  changedOn: '2026-03-03',
} as const satisfies Fact;

export const reassigned = {
  type: 'assignmentReassigned',
  assignment: 'work',
  owner: 'Sam',
  reason: 'Anna is on leave',
  costInDays: 3,
  reassignedOn: '2026-03-03',
} as const satisfies Fact;

export const ended = {
  type: 'assignmentClosed',
  assignment: 'work',
  result: 'met',
  closedOn: '2026-03-03',
} as const satisfies Fact;

/** A clarity item and the fact that links it to a hole. */
export function owed(
  hole: keyof Agreement,
  item: string = hole,
  overrides: Partial<FactOf<'itemCaptured'>> = {},
): TestFact[] {
  return [
    captured({
      item,
      kind: 'clarity',
      title: `Fill ${hole}`,
      askedOn: '2026-03-02',
      promisedOn: '2026-03-03',
      target: 1,
      waiting: ['Anna'],
      ...overrides,
    }),
    { type: 'clarityOwed', item, assignment: 'work', hole },
  ];
}

export function added(
  priority: string,
  title = `Priority ${priority}`,
  addedOn: `${number}-${number}-${number}` = '2026-03-02',
) {
  return { type: 'priorityAdded', priority, title, addedOn } as const satisfies Fact;
}

export function ranked(
  order: readonly string[],
  rankedOn: FactOf<'prioritiesRanked'>['rankedOn'] = '2026-03-03',
): FactOf<'prioritiesRanked'> {
  return { type: 'prioritiesRanked', order, stops: 'the audit', because: 'the law', told: 'Kim', rankedOn };
}

/** A list of one priority, which {@link clear} serves. */
export const sound = added('sound', 'Sound billing');
