import fc from 'fast-check';
import { addDays, type Day } from '../../src/core/day.ts';
import type { Intent } from '../../src/core/intents.ts';
import type { Item } from '../../src/core/item.ts';
import { doors, itemKinds } from '../../src/core/itemFacts.ts';

/** What a person might ask for next; which item and which day it is about is only known once that is known. */
export interface Step {
  readonly type: Exclude<Intent['type'], 'undo' | 'redo'>;
  readonly item: number;
  readonly other: number;
  /** Calendar days from today. */
  readonly days: number;
  readonly words: string;
  readonly flip: boolean;
  /** Calendar days that pass before it. */
  readonly later: number;
}

interface Asked extends Omit<Step, 'type' | 'item' | 'other'> {
  readonly id: string;
  readonly other: string;
  readonly day: Day;
  readonly today: Day;
}

/** One of each; the compiler asks for a new one when an intent is added. */
const intents: { readonly [T in Step['type']]: (asked: Asked) => Extract<Intent, { type: T }> } = {
  capture: ({ words, flip, days, day }) => ({
    type: 'capture',
    title: words,
    kind: itemKinds[Math.abs(days) % itemKinds.length],
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
    ...(flip && { kind: itemKinds[Math.abs(days) % itemKinds.length] }),
  }),
  changeWaiting: ({ id, words, flip }) => ({ type: 'changeWaiting', id, [flip ? 'add' : 'remove']: [words, 'anna'] }),
  movePromise: ({ id, day, words }) => ({ type: 'movePromise', id, promisedOn: day, reason: words }),
  acknowledge: ({ id }) => ({ type: 'acknowledge', id }),
  sendBack: ({ id, words }) => ({ type: 'sendBack', id, question: words }),
  markReturned: ({ id, words }) => ({ type: 'markReturned', id, answer: words }),
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
  decide: ({ id, words, days, day }) => ({ type: 'decide', id, outcome: words, ...(days >= 0 && { checkOn: day }) }),
  clear: ({ id, words }) => ({ type: 'clear', id, note: words }),
  withdraw: ({ id, words }) => ({ type: 'withdraw', id, reason: words }),
  reopen: ({ id, words }) => ({ type: 'reopen', id, reason: words }),
  setCheckDay: ({ id, day }) => ({ type: 'setCheckDay', id, checkOn: day }),
  answerCheck: ({ id, words, flip }) =>
    flip
      ? { type: 'answerCheck', id, answer: 'held', note: words }
      : { type: 'answerCheck', id, answer: 'reversed', reason: words },
};

const types = Object.keys(intents) as Step['type'][];

const anyStep: fc.Arbitrary<Step> = fc.record({
  // All of them, and once more those that the others follow on.
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

/** A few items to begin with, then anything. */
export const anySteps: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.array(
      anyStep.map((step): Step => ({ ...step, type: 'capture', words: 'one' })),
      { maxLength: 3, size: 'max' },
    ),
    fc.array(anyStep, { maxLength: 60, size: 'max' }),
  )
  .map(([first, then]) => [...first, ...then]);

/** What is asked for, given the items there are; about what is in the way of an item where there is something. */
export function intentOf(step: Step, items: ReadonlyMap<string, Item>, today: Day): Intent {
  const ids = [...items.keys()].toSorted();
  const idAt = (index: number) => ids[index % Math.max(1, ids.length)] ?? 'nothing';
  const id = idAt(step.item);
  const blocker = step.type === 'block' ? undefined : items.get(id)?.blockers[0]?.id;
  return intents[step.type]({ ...step, id, other: blocker ?? idAt(step.other), day: addDays(today, step.days), today });
}
