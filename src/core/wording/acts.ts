import type { Entry, Fact } from '../entries.ts';
import type { Item } from '../item.ts';
import { sayName } from './days.ts';
import { counted, t } from './translate.ts';

/** What an act did, in the past tense, naming it: the words on an Undo. */
export function sayAct(facts: readonly Fact[], items: ReadonlyMap<string, Item>): string {
  const first = facts[0];
  if (first === undefined) return t('nothing');
  const imported = facts.filter((fact) => fact.type === 'itemCaptured' && fact.importedFrom !== undefined);
  if (first.type === 'itemCaptured' && first.importedFrom !== undefined) {
    return counted(imported.length, 'Imported {0} item from {1}', 'Imported {0} items from {1}', first.importedFrom);
  }
  return sayFact(first, titleOf(first, items));
}

/** The title as it is now; of an item that is not in force any more, as it was captured. */
function titleOf(fact: Fact, items: ReadonlyMap<string, Item>): string {
  if (fact.type === 'actUndone') return '';
  if (fact.type === 'itemCaptured') return fact.title;
  return items.get(fact.item)?.title ?? fact.item;
}

function sayFact(fact: Fact, title: string): string {
  switch (fact.type) {
    case 'itemCaptured':
      return t('Captured “{0}”', title);
    case 'itemEdited':
      return t('Edited “{0}”', title);
    case 'promiseMoved':
      return t('Moved the promise of “{0}”', title);
    case 'waitingChanged':
      return t('Changed who waits for “{0}”', title);
    case 'itemAcknowledged':
      return t('Acknowledged “{0}”', title);
    case 'itemSentBack':
      return t('Sent back “{0}”', title);
    case 'itemReturned':
      return t('Marked “{0}” returned', title);
    case 'itemHandedOver':
      return t('Handed over “{0}” to {1}', title, sayName(fact.to));
    case 'deliberationStarted':
      return t('Held “{0}” on purpose', title);
    case 'blockerNamed':
      return t('Blocked “{0}”', title);
    case 'blockerVerified':
      return t('Verified what blocks “{0}”', title);
    case 'blockerRemoved':
      return t('Unblocked “{0}”', title);
    case 'dependencyChased':
      return t('Chased “{0}”', title);
    case 'defaultStated':
      return t('Stated a default for “{0}”', title);
    case 'defaultDropped':
      return t('Dropped the default of “{0}”', title);
    case 'itemDecidedBySilence':
      return t('Confirmed the default of “{0}”', title);
    case 'checkDaySet':
      return t('Set the check day of “{0}”', title);
    case 'checkHeld':
      return t('Noted that “{0}” held', title);
    case 'itemReversed':
      return t('Reversed “{0}”', title);
    case 'itemDecided':
      return t('Decided “{0}”', title);
    case 'itemCleared':
      return t('Cleared “{0}”', title);
    case 'itemWithdrawn':
      return t('Withdrew “{0}”', title);
    case 'itemReopened':
      return t('Reopened “{0}”', title);
    case 'actUndone':
      return t('Undid the last change');
    default:
      return fact satisfies never;
  }
}

/** `Undone: Decided “Pick a vendor”`. */
export function sayUndone(entries: readonly Entry[], items: ReadonlyMap<string, Item>): string {
  return t('Undone: {0}', sayAct(entries, items));
}
