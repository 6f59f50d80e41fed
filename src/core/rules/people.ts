import { mostNames } from '../entries/limits.ts';
import { allNames, haveSameNames, namesAfter } from '../people/people.ts';
import type { NamesFact } from '../entries/peopleFacts.ts';
import { uniqueNames } from '../text/names.ts';
import type { RuleContext, Ruling } from './context.ts';
import { dayOfAct } from './dayOfAct.ts';
import type { IntentOf } from './intents.ts';
import { checkFilled, checkList, tidyName } from './limits.ts';

/** Tells that names are one person, who is called by the first of them. */
export function samePerson(intent: IntentOf<'samePerson'>, context: RuleContext): Ruling {
  const names = tidied(intent.names);
  if (names.length < 2) return { refused: 'needsTwoNames' };
  const { people } = context.register;
  const all = uniqueNames(names.flatMap((name) => allNames(people, name)));
  if (all.length > mostNames) return { refused: 'tooMany', field: 'names', count: all.length, limit: mostNames };
  return changeOfNames(
    { type: 'namesJoined', names, joinedOn: dayOfAct(people.history, context.today) },
    { refused: 'alreadyOnePerson', names },
    context,
  );
}

/** Takes names of one person apart: each leaves the person of an earlier one of them, a single one that of the others. */
export function differentPerson(intent: IntentOf<'differentPerson'>, context: RuleContext): Ruling {
  const names = tidied(intent.names);
  if (names.length === 0) return { refused: 'missing', field: 'name' };
  if (names.length === 1 && intent.names.length > 1) return { refused: 'needsTwoNames' };
  return changeOfNames(
    { type: 'namesParted', names, partedOn: dayOfAct(context.register.people.history, context.today) },
    { refused: 'notOnePerson', names },
    context,
  );
}

/** Notes that the leader talked with somebody today about what waits between them. */
export function markDiscussed(intent: IntentOf<'markDiscussed'>, { register, today }: RuleContext): Ruling {
  const person = tidyName(intent.name);
  return (
    checkFilled('name', person) ?? [
      { type: 'personDiscussed', person: person ?? '', discussedOn: dayOfAct(register.people.history, today) },
    ]
  );
}

function tidied(names: readonly string[]): string[] {
  return uniqueNames(names.map(tidyName).filter((name) => name !== undefined));
}

/** Refuses what is too long, and what would change nobody's names. */
function changeOfNames(
  fact: NamesFact,
  unchanged: { readonly refused: 'alreadyOnePerson' | 'notOnePerson'; readonly names: readonly string[] },
  { register: { people } }: RuleContext,
): Ruling {
  const refusal = checkList('names', fact.names);
  if (refusal !== undefined) return refusal;
  return haveSameNames(people, namesAfter(people, fact)) ? unchanged : [fact];
}
