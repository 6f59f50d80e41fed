import { isCorrection } from '../entries/correction.ts';
import type { Fact, FactOf } from '../entries/entry.ts';
import { sampleSource } from '../sample/source.ts';
import type { Act } from '../register/acts.ts';
import type { BoardSource } from '../register/register.ts';
import { sayVia } from '../requests/requestText.ts';
import { titleOf as itemTitle } from '../items/codedText.ts';
import { sayDay, sayName, sayPeople } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';
import type { Day } from '../time/day.ts';

/**
 * What an act did, in the past tense, for its answer and for undo and redo: `Decided “Pick a vendor”`.
 *
 * @param today with it, an act that is dated otherwise says its day: `Closed “…” as met on Mon 16 Nov`
 */
export function sayAct(facts: readonly Fact[], source: BoardSource, today?: Day): string {
  const first = facts[0];
  if (first === undefined) return t('nothing');
  if (facts.some((fact) => fact.type === 'itemCaptured' && fact.importedFrom === sampleSource)) {
    return t('Added the sample items');
  }
  const imported = facts.filter((fact) => fact.type === 'itemCaptured' && fact.importedFrom !== undefined);
  if (first.type === 'itemCaptured' && first.importedFrom !== undefined) {
    return counted(imported.length, 'Imported {0} item from {1}', 'Imported {0} items from {1}', first.importedFrom);
  }
  const corrected = new Set(facts.flatMap((fact) => (isCorrection(fact) ? [fact.item] : [])));
  if (corrected.size > 1) {
    return counted(corrected.size, 'Corrected {0} imported item', 'Corrected {0} imported items');
  }
  const said = sayFact(first, titleOf(first, source));
  const on = today === undefined ? undefined : typedDayOf(first);
  return today === undefined || on === undefined || on === today ? said : t('{0} on {1}', said, sayDay(on, today));
}

/** The day of what a person may say the day of. */
function typedDayOf(fact: Fact): Day | undefined {
  switch (fact.type) {
    case 'assignmentClosed':
      return fact.closedOn;
    case 'itemReturned':
      return fact.returnedOn;
    case 'dependencyChased':
      return fact.chasedOn;
    case 'itemDecided':
      return fact.decidedOn;
    case 'itemCleared':
      return fact.clearedOn;
    case 'itemWithdrawn':
      return fact.withdrawnOn;
    default:
      return undefined;
  }
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
  return (sentences[fact.type] as (title: string, fact: Fact) => string)(title, fact);
}

const sentences: {
  readonly [T in Fact['type']]: (title: string, fact: FactOf<T>) => string;
} = {
  itemCaptured: (title) => t('Captured “{0}”', title),
  itemEdited: (title) => t('Edited “{0}”', title),
  promiseMoved: (title) => t('Moved the promise of “{0}”', title),
  waitingChanged: (title) => t('Changed who waits for “{0}”', title),
  itemAcknowledged: (title) => t('Acknowledged “{0}”', title),
  itemSentBack: (title) => t('Sent back “{0}”', title),
  itemReturned: (title) => t('Marked “{0}” returned', title),
  itemHandedOver: (title, { to }) => t('Handed over “{0}” to {1}', title, sayName(to)),
  deliberationStarted: (title) => t('Put “{0}” on hold', title),
  blockerNamed: (title) => t('Blocked “{0}”', title),
  blockerVerified: (title) => t('Verified what blocks “{0}”', title),
  blockerRemoved: (title) => t('Unblocked “{0}”', title),
  dependencyChased: (title) => t('Chased “{0}”', title),
  defaultStated: (title) => t('Stated a default for “{0}”', title),
  defaultDropped: (title) => t('Dropped the default of “{0}”', title),
  itemDecidedBySilence: (title) => t('Confirmed the default of “{0}”', title),
  checkDaySet: (title) => t('Set the check day of “{0}”', title),
  checkHeld: (title) => t('Noted that “{0}” stood', title),
  itemReversed: (title) => t('Reversed “{0}”', title),
  disagreementSettled: (title) => t('Chose what counts for “{0}”', title),
  itemDecided: (title) => t('Decided “{0}”', title),
  itemCleared: (title) => t('Cleared “{0}”', title),
  itemWithdrawn: (title) => t('Withdrew “{0}”', title),
  closingCorrected: (title) => t('Corrected the closing of “{0}”', title),
  itemReopened: (title) => t('Reopened “{0}”', title),
  clarityOwed: (title) => t('Left a hole: “{0}”', title),
  itemSettled: (title) => t('Settled “{0}”', title),
  assignmentDrafted: (title) => t('Kept a draft of “{0}”', title),
  draftDropped: (title) => t('Dropped the draft of “{0}”', title),
  assignmentMade: (title, { owner }) => t('Handed out “{0}” to {1}', title, sayName(owner)),
  assignmentChanged: (title) => t('Changed what was agreed on “{0}”', title),
  agreementFilled: (title) => t('Filled a hole in “{0}”', title),
  assignmentReassigned: (title, { owner }) => t('Reassigned “{0}” to {1}', title, sayName(owner)),
  assignmentClosed: (title, { result }) =>
    result === 'met' ? t('Closed “{0}” as met', title) : t('Closed “{0}” as missed', title),
  priorityAdded: (_, { title }) => t('Added the priority “{0}”', title),
  priorityRenamed: (_, { title }) => t('Renamed a priority to “{0}”', title),
  priorityRetired: (title) => t('Retired the priority “{0}”', title),
  prioritiesRanked: () => t('Changed the order of priorities'),
  namesJoined: (_, { names }) => t('Joined the names of one person: {0}', sayPeople(names)),
  namesParted: (_, { names }) => t('Took names apart: {0}', sayPeople(names)),
  personDiscussed: (_, { person }) => t('Discussed with {0}', sayName(person)),
  entriesImported: (_, { count, from }) =>
    counted(count, 'Imported {0} entry from {1}', 'Imported {0} entries from {1}', from),
  actUndone: () => t('Undid the last change'),
};

/** What an act in the log did; {@link sayAct} for one that takes back what came from the outside, too. */
export function sayDone({ entries, takesBack: [first] = [] }: Act, source: BoardSource): string {
  if (first === undefined || !('via' in first)) return sayAct(entries, source);
  return t('Took back what came from {0} about “{1}”', sayVia(first.via ?? ''), titleOf(first, source));
}

/** `Redone: Decided “Pick a vendor”`. */
export function sayRedone(act: Act, source: BoardSource): string {
  return t('Redone: {0}', sayDone(act, source));
}

/** `Undone: Decided “Pick a vendor”`. */
export function sayUndone(act: Act, source: BoardSource): string {
  return t('Undone: {0}', sayDone(act, source));
}
