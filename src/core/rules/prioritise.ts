import { listLimits } from '../entries/limits.ts';
import type { IntentOf } from './intents.ts';
import { checkFilled, tidy, tidyLines } from './limits.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Register } from '../register/register.ts';
import type { Some } from '../entries/fields.ts';
import type { Displacement } from '../entries/workFacts.ts';
import { inOrder } from '../assignments/foldPriorities.ts';
import type { Priority } from '../assignments/priorities.ts';
import { dayOfAct } from './dayOfAct.ts';
import type { RuleContext, Ruling } from './context.ts';

/** Adds a priority at the end. Past the limit it needs a displacement: a list without a limit ranks nothing. */
export function addPriority(intent: IntentOf<'addPriority'>, { register, policy, today, newId }: RuleContext): Ruling {
  const title = tidy(intent.title);
  const filled = checkFilled('title', title);
  if (filled !== undefined) return filled;
  const { ranked } = register.priorities;
  const refusal = duplicateOf(title, register) ?? checkRoom(ranked.length + 1);
  if (refusal !== undefined) return refusal;
  const isPast = ranked.length >= policy.priorityLimit;
  const displacement = displacementOf(intent);
  if (isPast && isRefusal(displacement)) {
    return hasNone(intent) ? { refused: 'pastLimit', limit: policy.priorityLimit } : displacement;
  }
  const said = isRefusal(displacement) ? {} : displacement;
  return [
    {
      type: 'priorityAdded',
      priority: newId(),
      title: title ?? '',
      ...said,
      addedOn: dayOfAct(register.priorities.history, today),
    },
  ];
}

function checkRoom(count: number): Refusal | undefined {
  const limit = listLimits.priorities;
  return count > limit ? { refused: 'tooMany', field: 'priorities', count, limit } : undefined;
}

/** Refuses a title that another ranked priority has, ignoring case: the two could not be told apart. */
function duplicateOf(title: string | undefined, { priorities }: Register, self?: string): Refusal | undefined {
  const key = title?.toLowerCase();
  const duplicate = priorities.ranked.find((other) => other.id !== self && other.title.toLowerCase() === key);
  return duplicate && { refused: 'priorityThere', title: duplicate.title };
}

export function renamePriority(intent: IntentOf<'renamePriority'>, { register }: RuleContext): Ruling {
  const priority = ranked(register, intent.id);
  if (isRefusal(priority)) return priority;
  const title = tidy(intent.title);
  return (
    checkFilled('title', title) ??
    duplicateOf(title, register, priority.id) ??
    (title === priority.title ? [] : [{ type: 'priorityRenamed', priority: priority.id, title: title ?? '' }])
  );
}

export function retirePriority(intent: IntentOf<'retirePriority'>, { register, today }: RuleContext): Ruling {
  const priority = ranked(register, intent.id);
  if (isRefusal(priority)) return priority;
  const reason = tidyLines(intent.reason);
  return (
    checkFilled('reason', reason) ?? [
      {
        type: 'priorityRetired',
        priority: priority.id,
        reason: reason ?? '',
        retiredOn: dayOfAct(register.priorities.history, today),
      },
    ]
  );
}

/** Changes the order; needs what moves down or stops for it, why, and who is told. */
export function rankPriorities(intent: IntentOf<'rankPriorities'>, { register, today }: RuleContext): Ruling {
  const { ranked: current, history } = register.priorities;
  for (const id of intent.order) {
    const priority = ranked(register, id);
    if (isRefusal(priority)) return priority;
  }
  const next = inOrder(current, intent.order);
  if (next.every((priority, place) => current[place] === priority)) return { refused: 'sameOrder' };
  const displacement = displacementOf(intent);
  if (isRefusal(displacement)) return displacement;
  return [
    { type: 'prioritiesRanked', order: next.map(({ id }) => id), ...displacement, rankedOn: dayOfAct(history, today) },
  ];
}

function ranked(register: Register, id: string): Priority | Refusal {
  return register.priorities.ranked.find((priority) => priority.id === id) ?? { refused: 'unknownPriority', id };
}

function displacementOf(said: Some<Displacement>): Displacement | Refusal {
  const stops = tidyLines(said.stops);
  const because = tidyLines(said.because);
  const told = tidy(said.told);
  return (
    checkFilled('stops', stops) ??
    checkFilled('because', because) ??
    checkFilled('told', told) ?? { stops: stops ?? '', because: because ?? '', told: told ?? '' }
  );
}

function hasNone({ stops, because, told }: Some<Displacement>): boolean {
  return [stops, because, told].every((text) => tidyLines(text) === undefined);
}
