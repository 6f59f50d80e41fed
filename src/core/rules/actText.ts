import type { Entry, Fact } from '../entries/entry.ts';
import { sampleSource } from '../sample/source.ts';
import type { BoardSource } from '../register/register.ts';
import { titleOf as itemTitle } from '../items/codedText.ts';
import { sayName } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';

/** What an act did, in the past tense, for undo and redo: `Decided “Pick a vendor”`. */
export function sayAct(facts: readonly Fact[], source: BoardSource): string {
  const first = facts[0];
  if (first === undefined) return t('nothing');
  if (facts.some((fact) => fact.type === 'itemCaptured' && fact.importedFrom === sampleSource)) {
    return t('Added the sample items');
  }
  const imported = facts.filter((fact) => fact.type === 'itemCaptured' && fact.importedFrom !== undefined);
  if (first.type === 'itemCaptured' && first.importedFrom !== undefined) {
    return counted(imported.length, 'Imported {0} item from {1}', 'Imported {0} items from {1}', first.importedFrom);
  }
  return sayFact(first, titleOf(first, source));
}

/** The current title, or the id of a subject that is not in force. A capture has its own title. */
function titleOf(fact: Fact, { items, assignments, priorities }: BoardSource): string {
  if (fact.type === 'itemCaptured') return fact.title;
  if ('item' in fact) {
    const item = items.get(fact.item);
    return item === undefined ? fact.item : itemTitle(item);
  }
  if ('assignment' in fact) {
    const written = 'outcome' in fact ? fact.outcome : undefined;
    return assignments.get(fact.assignment)?.agreement.outcome ?? written ?? t('an assignment without an outcome');
  }
  if (fact.type !== 'priorityRetired') return '';
  const all = [...priorities.ranked, ...priorities.retired];
  return all.find(({ id }) => id === fact.priority)?.title ?? fact.priority;
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
    case 'clarityOwed':
      return t('Left a hole: “{0}”', title);
    case 'itemSettled':
      return t('Settled “{0}”', title);
    case 'assignmentDrafted':
      return t('Kept a draft of “{0}”', title);
    case 'draftDropped':
      return t('Dropped the draft of “{0}”', title);
    case 'assignmentMade':
      return t('Handed out “{0}” to {1}', title, sayName(fact.owner));
    case 'assignmentChanged':
      return t('Changed what was agreed on “{0}”', title);
    case 'agreementFilled':
      return t('Filled a hole in “{0}”', title);
    case 'assignmentReassigned':
      return t('Reassigned “{0}” to {1}', title, sayName(fact.owner));
    case 'assignmentClosed':
      return fact.result === 'met' ? t('Closed “{0}” as met', title) : t('Closed “{0}” as missed', title);
    case 'priorityAdded':
      return t('Added the priority “{0}”', fact.title);
    case 'priorityRenamed':
      return t('Renamed a priority to “{0}”', fact.title);
    case 'priorityRetired':
      return t('Retired the priority “{0}”', title);
    case 'prioritiesRanked':
      return t('Changed the order of priorities');
    case 'entriesImported':
      return counted(fact.count, 'Imported {0} entry from {1}', 'Imported {0} entries from {1}', fact.from);
    case 'actUndone':
      return t('Undid the last change');
    default:
      return fact satisfies never;
  }
}

/** `Redone: Decided “Pick a vendor”`. */
export function sayRedone(entries: readonly Entry[], source: BoardSource): string {
  return t('Redone: {0}', sayAct(entries, source));
}

/** `Undone: Decided “Pick a vendor”`. */
export function sayUndone(entries: readonly Entry[], source: BoardSource): string {
  return t('Undone: {0}', sayAct(entries, source));
}
