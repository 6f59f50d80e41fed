import fc from 'fast-check';
import { addDays, type Day } from '../../src/core/time/day.ts';
import type { Intent } from '../../src/core/rules/intents.ts';
import { capturedKinds, doors } from '../../src/core/entries/itemFacts.ts';
import type { BoardSource } from '../../src/core/register/register.ts';

/** One step of a random session. {@link intentOf} resolves `item` and `days` against the register at that time. */
export interface Step {
  readonly type: Exclude<Intent['type'], 'undo' | 'redo' | 'bringBack'>;
  readonly item: number;
  readonly other: number;
  /** Calendar days from today. */
  readonly days: number;
  readonly words: string;
  readonly flip: boolean;
  /** Calendar days that pass before this step. */
  readonly later: number;
}

interface StepContext extends Omit<Step, 'type' | 'item' | 'other'> {
  readonly id: string;
  readonly other: string;
  /** An open clarity item, or `id` if there is none. */
  readonly hole: string;
  /** An entry that another machine's entry disagrees with, or a placeholder. */
  readonly disagreed: string;
  /** Ids of an assignment, a draft and a priority; a placeholder or undefined if there are none. */
  readonly assignment: string;
  readonly draft: string | undefined;
  readonly priority: string;
  /** Ids of all priorities, lowest rank first. */
  readonly backwards: readonly string[];
  readonly place: number;
  readonly day: Day;
  readonly today: Day;
}

/** One builder per intent. A new intent does not compile until it is added here. */
const intents: { readonly [T in Step['type']]: (context: StepContext) => Extract<Intent, { type: T }> } = {
  capture: ({ words, flip, days, day }) => ({
    type: 'capture',
    title: words,
    kind: capturedKinds[Math.abs(days) % capturedKinds.length],
    door: flip ? doors[0] : doors[1],
    ...(days <= 0 && { askedOn: day }),
    waiting: flip ? ['anna', 'sam'] : [],
    askedBy: flip ? 'ida' : undefined,
    owedBy: 'legal',
  }),
  edit: ({ id, words, flip, days, day }) => ({
    type: 'edit',
    id,
    title: words,
    note: flip ? words : null,
    ...(days <= 0 && { askedOn: day }),
    ...(flip && { kind: capturedKinds[Math.abs(days) % capturedKinds.length] }),
  }),
  changeWaiting: ({ id, words, flip, days, day }) => ({
    type: 'changeWaiting',
    id,
    [flip ? 'add' : 'remove']: [words, 'anna'],
    ...(days < 0 && { since: day }),
  }),
  movePromise: ({ id, days, day, words }) => ({
    type: 'movePromise',
    id,
    promisedOn: day,
    ...(days > 2 && { reason: words }),
  }),
  takeBackRequest: ({ id, words }) => ({ type: 'takeBackRequest', id, act: words }),
  acknowledge: ({ id }) => ({ type: 'acknowledge', id }),
  sendBack: ({ id, words }) => ({ type: 'sendBack', id, question: words }),
  markReturned: ({ id, words, days, day }) => ({
    type: 'markReturned',
    id,
    answer: words,
    ...(days <= 0 && { returnedOn: day }),
  }),
  deliberate: ({ id, day, words }) => ({ type: 'deliberate', id, question: words, until: day }),
  handOver: ({ id, words }) => ({ type: 'handOver', id, to: words }),
  block: ({ id, other }) => ({ type: 'block', id, blocker: other }),
  unblock: ({ id, other }) => ({ type: 'unblock', id, blocker: other }),
  verifyBlocker: ({ id, other }) => ({ type: 'verifyBlocker', id, blocker: other }),
  chase: ({ id, words }) => ({ type: 'chase', id, note: words }),
  stateDefault: ({ id, day, today, flip, words }) => ({
    type: 'stateDefault',
    id,
    outcome: words,
    takesEffectOn: flip ? today : day,
  }),
  dropDefault: ({ id }) => ({ type: 'dropDefault', id }),
  confirmDefault: ({ id }) => ({ type: 'confirmDefault', id }),
  decide: ({ id, words, flip, days, day }) => ({
    type: 'decide',
    id,
    outcome: words,
    ...(days >= 0 && { checkOn: day }),
    ...(days >= 0 && flip && { expect: words, sureness: 60 + days }),
  }),
  clear: ({ id, words }) => ({ type: 'clear', id, note: words }),
  withdraw: ({ id, words }) => ({ type: 'withdraw', id, reason: words }),
  reopen: ({ id, words }) => ({ type: 'reopen', id, reason: words }),
  setCheckDay: ({ id, day }) => ({ type: 'setCheckDay', id, checkOn: day }),
  answerCheck: ({ id, words, flip, days }) =>
    flip
      ? { type: 'answerCheck', id, answer: 'held', note: words }
      : { type: 'answerCheck', id, answer: 'reversed', reason: words, ...(days >= 0 && { reworkInDays: days / 2 }) },
  settleDisagreement: ({ id, disagreed }) => ({ type: 'settleDisagreement', id, counts: disagreed }),
  assign: ({ id, draft, day, flip, words, priority, place }) => ({
    type: 'assign',
    draft: place === 0 ? draft : undefined,
    outcome: words,
    owner: flip ? 'anna' : 'sam and kim',
    excluded: flip ? words : undefined,
    deliverables: words,
    doneWhen: flip ? '3 of them' : 'soon',
    dependsOn: place < 4 ? [id] : undefined,
    dueOn: flip ? day : undefined,
    isAgreed: flip,
    serves: place < 3 ? priority : undefined,
    displaces: place === 5 ? words : undefined,
    anyway: words,
  }),
  keepDraft: ({ draft, flip, words, day }) => ({
    type: 'keepDraft',
    draft: flip ? draft : undefined,
    outcome: words,
    dueOn: flip ? day : undefined,
  }),
  dropDraft: ({ draft }) => ({ type: 'dropDraft', id: draft ?? 'nothing' }),
  changeAssignment: ({ assignment, words, flip, days, day, id, priority }) => ({
    type: 'changeAssignment',
    id: assignment,
    doneWhen: flip ? words : null,
    ...(days > 4 && { dueOn: day, dependsOn: [id] }),
    ...(days < 0 && { serves: priority }),
    reason: words,
    costInDays: Math.abs(days) / 2,
  }),
  reassign: ({ assignment, words, days }) => ({
    type: 'reassign',
    id: assignment,
    owner: words,
    reason: words,
    costInDays: Math.abs(days),
  }),
  closeAssignment: ({ assignment, flip, words, days, day }) => ({
    type: 'closeAssignment',
    id: assignment,
    result: flip ? 'met' : 'missed',
    note: words,
    ...(days <= 0 && { closedOn: day }),
  }),
  settle: ({ hole, words, flip, day, place }) => ({
    type: 'settle',
    id: hole,
    answer: place === 0 ? undefined : words,
    dueOn: flip ? day : undefined,
  }),
  addPriority: ({ words, place, flip }) => ({
    type: 'addPriority',
    title: `${words} ${place}`,
    ...(flip && { stops: words, because: words, told: words }),
  }),
  renamePriority: ({ priority, words, place }) => ({
    type: 'renamePriority',
    id: priority,
    title: `${words} ${place}!`,
  }),
  retirePriority: ({ priority, words }) => ({ type: 'retirePriority', id: priority, reason: words }),
  rankPriorities: ({ backwards, place, words }) => ({
    type: 'rankPriorities',
    order: backwards.slice(0, place + 1),
    stops: words,
    because: words,
    told: words,
  }),
  samePerson: ({ words, place }) => ({ type: 'samePerson', names: place > 2 ? ['anna', words] : ['sam', 'anna'] }),
  differentPerson: ({ words, flip }) => ({ type: 'differentPerson', names: flip ? ['anna', 'sam'] : [words] }),
  markDiscussed: ({ words }) => ({ type: 'markDiscussed', name: words }),
};

const types = Object.keys(intents) as Step['type'][];

const anyStep: fc.Arbitrary<Step> = fc.record({
  // All types, and extra weight for those that other steps build on.
  type: fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...types) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<Step['type']>(
        'capture',
        'block',
        'block',
        'verifyBlocker',
        'unblock',
        'stateDefault',
        'stateDefault',
        'dropDefault',
        'confirmDefault',
        'confirmDefault',
        'decide',
        'setCheckDay',
        'answerCheck',
        'answerCheck',
        'markReturned',
        'addPriority',
        'addPriority',
        'assign',
        'assign',
        'keepDraft',
        'settle',
        'settle',
        'rankPriorities',
      ),
    },
  ),
  item: fc.nat(5),
  other: fc.nat(5),
  days: fc.integer({ min: -4, max: 12 }),
  words: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom('one', 'two', 'three') },
    { weight: 1, arbitrary: fc.constant(' ') },
  ),
  flip: fc.boolean(),
  later: fc.constantFrom(0, 0, 1, 3),
});

/** Up to three captures, then any steps. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(
      anyStep.map((step): Step => ({ ...step, type: 'capture', words: 'one' })),
      { maxLength: 3, size: 'max' },
    ),
    fc.array(anyStep, { maxLength: 60, size: 'max' }),
  )
  .map(([first, then]) => [...first, ...then]);

/**
 * The intent of a step for the current register. Steps on blockers use an existing blocker of the item if there is one.
 */
export function intentOf(step: Step, { items, assignments, priorities }: BoardSource, today: Day): Intent {
  const nth = (ids: Iterable<string>, index: number): string | undefined => {
    const sorted = [...ids].toSorted();
    return sorted[index % Math.max(1, sorted.length)];
  };
  const id = nth(items.keys(), step.item) ?? 'nothing';
  const blocker = step.type === 'block' ? undefined : items.get(id)?.blockers[0]?.id;
  const owed = [...items.values()].filter(({ clarity, closing }) => clarity !== undefined && closing === undefined);
  const [drafts, made] = [true, false].map((isDraft) =>
    [...assignments.values()].filter(({ madeOn }) => (madeOn === undefined) === isDraft).map(({ id }) => id),
  );
  const ranked = priorities.ranked.map(({ id }) => id);
  return intents[step.type]({
    ...step,
    id,
    other: blocker ?? nth(items.keys(), step.other) ?? 'nothing',
    hole:
      nth(
        owed.map(({ id }) => id),
        step.item,
      ) ?? id,
    disagreed: items.get(id)?.disagreement?.others[0]?.id ?? 'nothing',
    assignment: nth(made ?? [], step.item) ?? 'nothing',
    draft: nth(drafts ?? [], step.item),
    priority: nth(ranked, step.item) ?? 'nothing',
    backwards: ranked.toReversed(),
    place: step.other,
    day: addDays(today, step.days),
    today,
  });
}
