import { titleOf } from '../items/codedText.ts';
import type { Fact, FactOf } from '../entries/entry.ts';
import type { IntentOf } from './intents.ts';
import type { Owner } from '../assignments/assignment.ts';
import { foldItem } from '../items/foldItem.ts';
import { currentTurn, type Item } from '../items/item.ts';
import { checkFilled, checkList, checkTexts, tidy, tidyLines, tidyList, tidyName } from './limits.ts';
import type { Day } from '../time/day.ts';
import { promisedAsOf } from '../board/promise.ts';
import { mainName, mainNamesIn } from '../people/people.ts';
import { nameKey, namesWithout, uniqueNames } from '../text/names.ts';
import type { Register } from '../register/register.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import { dayOfAct } from './dayOfAct.ts';
import type { RuleContext, Ruling } from './context.ts';
import { changeable, openItem, theirMove } from './changeable.ts';

/** Corrects fields. Only real differences become facts; an edit never moves the promise or restarts a clock. */
export function edit(intent: IntentOf<'edit'>, { register, today }: RuleContext): Ruling {
  const item = changeable(register, intent.id);
  if (isRefusal(item)) return item;

  const typed = intent.title === undefined ? undefined : (tidy(intent.title) ?? '');
  // A prompt shows the title with the words of its hole; left as it is, it is no change.
  const title = typed === titleOf(item) ? undefined : typed;
  const tags = intent.tags && tidyList(intent.tags);
  const waiting = intent.waiting && tidyList(intent.waiting);
  const changes = {
    title,
    kind: intent.kind,
    door: intent.door,
    askedOn: intent.askedOn,
    askedBy: unlessSamePerson(tidyOrNull(intent.askedBy, tidyName), item.askedBy, register),
    owedBy: unlessSamePerson(tidyOrNull(intent.owedBy, tidyName), item.owedBy, register),
    link: tidyOrNull(intent.link, tidy),
    note: tidyOrNull(intent.note, tidyLines),
    tags,
  };
  const refusal =
    (title === undefined ? undefined : checkFilled('title', title)) ??
    checkTexts(['askedBy', 'owedBy', 'link', 'note'], changes) ??
    checkList('waiting', waiting) ??
    checkList('tags', tags);
  if (refusal !== undefined) return refusal;
  if (intent.kind !== undefined && (item.kind === 'clarity') !== (intent.kind === 'clarity')) {
    return { refused: 'kindStays', title: titleOf(item) };
  }
  if (intent.askedOn !== undefined) {
    if (intent.askedOn > today && intent.askedOn !== item.askedOn) {
      return { refused: 'askedInFuture', askedOn: intent.askedOn, today };
    }
    if (item.closing !== undefined && item.closing.on < intent.askedOn) {
      return { refused: 'closedBeforeAsked', closedOn: item.closing.on, askedOn: intent.askedOn };
    }
  }

  const facts: Fact[] = [];
  const differing = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && differs(value, item[field as keyof typeof changes]),
  );
  if (differing.length > 0) {
    facts.push({
      type: 'itemEdited',
      item: item.id,
      ...(Object.fromEntries(differing) as Partial<FactOf<'itemEdited'>>),
    });
  }
  if (waiting === undefined) return facts;
  return refusalOfOwner(item, waiting, register) ?? [...facts, ...waitingFacts(item, waiting, register)];
}

/** Changes who waits. People are counted from the day they are named, or since the day that is said. Facts keep names as they were typed. */
export function changeWaiting(intent: IntentOf<'changeWaiting'>, { register, today }: RuleContext): Ruling {
  const item = changeable(register, intent.id);
  if (isRefusal(item)) return item;
  const { since } = intent;
  if (since !== undefined && since > today) return { refused: 'namedInFuture', since };
  const add = tidyList(intent.add ?? []);
  const mainNameOf = mainNamesIn(register.people);
  const kept = namesWithout(item.waiting, tidyList(intent.remove ?? []), mainNameOf);
  const waiting = [...kept, ...namesWithout(add, kept, mainNameOf)];
  const refusal = checkList('waiting', waiting) ?? refusalOfOwner(item, waiting, register);
  if (refusal !== undefined) return refusal;
  if (since === undefined) return waitingFacts(item, waiting, register);
  const counted = uniqueNames(add).filter((name) => !hasWaitedSince(item, mainNameOf(name), since));
  return waitingFacts(item, waiting, register, { added: counted, since });
}

/** The holes of an assignment wait for whoever holds it. */
function refusalOfOwner(
  { clarity, waiting: before }: Item,
  waiting: readonly string[],
  register: Register,
): Refusal | undefined {
  const owner = clarity && register.assignments.get(clarity.assignment)?.agreement.owner;
  return owner !== undefined &&
    namesWithout(before, waiting, mainNamesIn(register.people)).some((name) => nameKey(name) === nameKey(owner))
    ? { refused: 'waitsForOwner', owner }
    : undefined;
}

function hasWaitedSince({ waitingSpells }: Item, name: string, since: Day): boolean {
  const last = waitingSpells.findLast((spell) => nameKey(spell.name) === nameKey(name));
  return last !== undefined && last.to === undefined && (last.from === undefined || last.from <= since);
}

/**
 * Moves the promise. A day later than people were told is a slip and needs a reason. The first promise stays frozen in
 * the capture.
 */
export function movePromise(intent: IntentOf<'movePromise'>, { register, today, policy }: RuleContext): Ruling {
  const item = openItem(register, intent.id);
  if (isRefusal(item)) return item;
  const turn = currentTurn(item);
  if (turn?.holder === 'decider') return theirMove(item, turn);
  const { promisedOn } = intent;
  const movedOn = dayOfAct(item.history, today);
  const { dueOn, saidOn } = promisedAsOf(item, movedOn, policy.calendar);
  const reason = tidyLines(intent.reason);
  const refusal = promisedOn > saidOn || reason !== undefined ? checkFilled('reason', reason) : undefined;
  if (refusal !== undefined) return refusal;
  if (promisedOn === item.promisedOn && promisedOn === dueOn) return { refused: 'samePromise', promisedOn };
  if (promisedOn < today) return { refused: 'promiseInPast', promisedOn, today };
  const why = reason === undefined ? { reason: 'earlier', reasonCode: 'earlier' } : { reason };
  return [{ type: 'promiseMoved', item: item.id, promisedOn, ...why, movedOn }];
}

/** Another name of the person who is there already is no change. */
function unlessSamePerson<N extends string | null | undefined>(
  name: N,
  current: string | undefined,
  { people }: Register,
): N | undefined {
  if (typeof name !== 'string') return name;
  const main = mainName(people, name);
  return main !== name && main === current ? undefined : name;
}

/** The names of these people that wait for an item, as they were written: each of them has to be left out. */
function writtenNames(item: Item, people: readonly string[], register: Register): readonly string[] {
  if (register.people.namesOf.size === 0) return people;
  const mainNameOf = mainNamesIn(register.people);
  const keys = new Set(people.map(nameKey));
  const ownersOf = (assignment: string): readonly Owner[] => register.assignments.get(assignment)?.owners ?? [];
  const written = foldItem(item.history, item.readOnly, ownersOf)?.waiting ?? [];
  return written.filter((name) => keys.has(nameKey(mainNameOf(name))));
}

/** @param counted who is counted from an earlier day than today, whether named anew or not */
function waitingFacts(
  item: Item,
  waiting: readonly string[],
  register: Register,
  counted?: { readonly added: readonly string[]; readonly since: Day },
): Fact[] {
  const mainNameOf = mainNamesIn(register.people);
  const { added, since } = counted ?? { added: namesWithout(waiting, item.waiting, mainNameOf) };
  const removed = writtenNames(item, namesWithout(item.waiting, waiting, mainNameOf), register);
  if (added.length + removed.length === 0) return [];
  return [
    {
      type: 'waitingChanged',
      item: item.id,
      added: added.length > 0 ? added : undefined,
      removed: removed.length > 0 ? removed : undefined,
      ...(since !== undefined && { since }),
    },
  ];
}

/** An empty text clears the field, as `null` does. */
function tidyOrNull(
  text: string | null | undefined,
  tidied: (text: string | undefined) => string | undefined,
): string | null | undefined {
  return text === undefined ? undefined : (tidied(text ?? undefined) ?? null);
}

function differs(wanted: unknown, current: unknown): boolean {
  return JSON.stringify(wanted ?? null) !== JSON.stringify(current ?? null);
}
