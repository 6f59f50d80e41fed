import { titlesIn } from '../register/titles.ts';
import { titleOf } from '../items/codedText.ts';
import type { IntentOf } from './intents.ts';
import type { Item } from '../items/item.ts';
import { checkFilled, checkList, checkText, tidyLines, tidyName } from './limits.ts';
import { isRefusal, type Refusal } from './refusal.ts';
import type { Register } from '../register/register.ts';
import { openItem } from './changeable.ts';
import { dayOfAct, typedDay } from './dayOfAct.ts';
import type { RuleContext, Ruling } from './context.ts';

/** Claims that another open item is in the way. Refused if that would close a circle of any length. */
export function block(intent: IntentOf<'block'>, { register, today }: RuleContext): Ruling {
  const item = openItem(register, intent.id);
  if (isRefusal(item)) return item;
  if (intent.blocker === item.id) return { refused: 'blocksItself', title: titleOf(item) };
  const blocker = openOrRefused(register, intent.blocker);
  if (isRefusal(blocker)) return blocker;
  if (item.blockers.some(({ id }) => id === blocker.id)) {
    return { refused: 'alreadyBlockedBy', title: titleOf(item), blocker: titleOf(blocker) };
  }
  const chain = chainBetween(blocker, item, register);
  if (chain !== undefined) return { refused: 'blockingCircle', chain: [item, ...chain].map(titleOf) };
  return (
    // Closed blockers do not count towards the limit; otherwise they would fill the list over time.
    checkList('blockers', [...openBlockers(item, register), blocker.id]) ?? [
      { type: 'blockerNamed', item: item.id, blocker: blocker.id, namedOn: dayOfAct(item.history, today) },
    ]
  );
}

/** Removes the claim, even if the other item is closed or gone. */
export function unblock(intent: IntentOf<'unblock'>, { register, today }: RuleContext): Ruling {
  const item = claimed(intent, register);
  if (isRefusal(item)) return item;
  return [{ type: 'blockerRemoved', item: item.id, blocker: intent.blocker, removedOn: dayOfAct(item.history, today) }];
}

/** Confirms that the claim still holds. A second time on the same day changes nothing. */
export function verifyBlocker(intent: IntentOf<'verifyBlocker'>, { register, today }: RuleContext): Ruling {
  const item = claimed(intent, register);
  if (isRefusal(item)) return item;
  const blocker = openOrRefused(register, intent.blocker);
  if (isRefusal(blocker)) return blocker;
  const on = dayOfAct(item.history, today);
  if (item.blockers.some(({ id, verifiedOn }) => id === blocker.id && verifiedOn === on)) return [];
  return [{ type: 'blockerVerified', item: item.id, blocker: blocker.id, verifiedOn: on }];
}

/** Records that the leader chased a dependency, with the day. */
export function chase(intent: IntentOf<'chase'>, { register, today }: RuleContext): Ruling {
  const item = openItem(register, intent.id);
  if (isRefusal(item)) return item;
  if (item.kind !== 'dependency') return { refused: 'notADependency', title: titleOf(item) };
  const on = dayOfAct(item.history, today);
  const chasedOn = typedDay(intent.chasedOn, today, on);
  if (chasedOn > on) return { refused: 'chasedInFuture', chasedOn, today };
  if (chasedOn < item.askedOn) return { refused: 'chasedBeforeAsked', chasedOn, askedOn: item.askedOn };
  const whom = tidyName(intent.whom) ?? item.owedBy;
  const note = tidyLines(intent.note);
  return (
    checkFilled('whom', whom) ??
    checkText('note', note) ?? [{ type: 'dependencyChased', item: item.id, whom: whom ?? '', note, chasedOn }]
  );
}

function openBlockers({ blockers }: Item, register: Register): string[] {
  return blockers.flatMap(({ id }) => (register.items.get(id)?.closing === undefined ? [id] : []));
}

function claimed({ id, blocker }: IntentOf<'unblock' | 'verifyBlocker'>, register: Register): Item | Refusal {
  const item = openItem(register, id);
  if (isRefusal(item) || item.blockers.some((claim) => claim.id === blocker)) return item;
  return { refused: 'notBlockedBy', title: titleOf(item), blocker: titlesIn(register)(blocker) };
}

/** A read-only item is accepted as a blocker, because it is only named, not changed. */
function openOrRefused(register: Register, id: string): Item | Refusal {
  const blocker = register.items.get(id);
  if (blocker === undefined) return { refused: 'unknownItem', id };
  if (blocker.closing !== undefined)
    return { refused: 'alreadyClosed', title: titleOf(blocker), on: blocker.closing.on };
  return blocker;
}

/** The path from one item along its blockers to the other, both included; undefined when there is none. */
function chainBetween(from: Item, to: Item, register: Register): Item[] | undefined {
  const cameFrom = new Map<Item, Item | undefined>([[from, undefined]]);
  for (const item of cameFrom.keys()) {
    if (item === to) return pathTo(item, cameFrom);
    for (const { id } of item.blockers) {
      const blocker = register.items.get(id);
      if (blocker === undefined || blocker.closing !== undefined || cameFrom.has(blocker)) continue;
      cameFrom.set(blocker, item);
    }
  }
  return undefined;
}

function pathTo(end: Item, cameFrom: ReadonlyMap<Item, Item | undefined>): Item[] {
  const path: Item[] = [];
  for (let item: Item | undefined = end; item !== undefined; item = cameFrom.get(item)) path.push(item);
  return path.toReversed();
}
