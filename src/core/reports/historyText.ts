import { closingOfEntry } from '../items/closingOfEntry.ts';
import { closingOf } from '../items/decidedBySilence.ts';
import type { Item } from '../items/item.ts';
import type { Calendar } from '../time/calendar.ts';
import { answerOf } from '../items/codedText.ts';
import { reasonOf } from '../items/reasonText.ts';
import type { Day } from '../time/day.ts';
import { dayOfEntry, type FactOf, type ItemEntry } from '../entries/entry.ts';
import type { Some } from '../entries/fields.ts';
import { sampleSource } from '../sample/source.ts';
import { sayDay, sayDayOrEstimate, sayName, sayPeople, sayWorkingDays } from '../text/days.ts';
import { sayCoded } from '../requests/eventText.ts';
import { sayVia } from '../requests/requestText.ts';
import { t } from '../text/translate.ts';

/** One line of a history: the day on which it was written down, and what. */
export interface HistoryLine {
  readonly day: string;
  readonly text: string;
}

/**
 * The history of an item, in the order of the clock: each with the leader's day on which it was written down. What had
 * no effect says so.
 */
export function historyLines(
  item: Item,
  today: Day,
  calendar: Calendar,
  titleOf: (id: string) => string,
): HistoryLine[] {
  const idle = new Set(item.withoutEffect);
  return historyAsShown(item, calendar).map((entry) => {
    const text = sayEntry(entry, today, titleOf);
    const where = viaOf(entry);
    const told = where === undefined ? text : t('{0} (on {1})', text, sayVia(where));
    return {
      day: sayDay(where === undefined ? dayOfEntry(entry) : dayOutside(entry), today),
      text: idle.has(entry.id) ? t('{0} (no effect)', told) : told,
    };
  });
}

/** The entries of the history that had an effect, in the order of the clock. */
export function effectiveHistory(item: Item, calendar: Calendar): ItemEntry[] {
  const idle = new Set(item.withoutEffect);
  return historyAsShown(item, calendar).filter(({ id }) => !idle.has(id));
}

function historyAsShown({ history }: Item, calendar: Calendar): ItemEntry[] {
  let stated: FactOf<'defaultStated'> | undefined;
  return history.map((entry) => {
    if (entry.type === 'defaultStated') stated = entry;
    return asShown(entry, stated, calendar);
  });
}

function viaOf(entry: ItemEntry): string | undefined {
  return 'via' in entry ? entry.via : undefined;
}

/** The day on which something happened outside, which may be long before it was written down. */
function dayOutside(entry: ItemEntry): Day {
  switch (entry.type) {
    case 'itemCaptured':
      return entry.askedOn;
    case 'itemEdited':
      return entry.changedOn ?? dayOfEntry(entry);
    case 'waitingChanged':
      return entry.since ?? dayOfEntry(entry);
    case 'itemSentBack':
      return entry.sentBackOn;
    case 'itemReturned':
      return entry.returnedOn;
    case 'itemDecided':
      return entry.decidedOn;
    case 'itemWithdrawn':
      return entry.withdrawnOn;
    case 'itemReopened':
      return entry.reopenedOn;
    default:
      return dayOfEntry(entry);
  }
}

/** A default that was not stated in time is a decision, here as everywhere. */
function asShown(entry: ItemEntry, stated: FactOf<'defaultStated'> | undefined, calendar: Calendar): ItemEntry {
  const isDecision =
    entry.type === 'itemDecidedBySilence' && closingOf(closingOfEntry(entry, stated), calendar)?.how === 'decided';
  return isDecision ? { ...entry, type: 'itemDecided' } : entry;
}

/** One entry of an item's history, without the day it was logged. `titleOf` also resolves items no longer in force. */
export function sayEntry(entry: ItemEntry, today: Day, titleOf: (id: string) => string): string {
  return (sentences[entry.type] as Sentence<ItemEntry>)(entry, today, titleOf);
}

type Sentence<E> = (entry: E, today: Day, titleOf: (id: string) => string) => string;
const sentences: { readonly [T in ItemEntry['type']]: Sentence<Extract<ItemEntry, { readonly type: T }>> } = {
  itemCaptured: ({ importedFrom, sourceKey, via, promisedOn }, today) =>
    via === undefined
      ? sayCapture(importedFrom, sourceKey, sayDay(promisedOn, today))
      : t('review requested, promised {0}', sayDay(promisedOn, today)),
  itemEdited: (entry, today) =>
    entry.via === undefined ? t('edited: {0}', sayChanges(entry, today)) : sayChanges(entry, today),
  promiseMoved: ({ promisedOn, reason, reasonCode }, today) =>
    withWords(t('promise moved to {0}', sayDay(promisedOn, today)), reasonCode === undefined ? reason : undefined),
  waitingChanged: ({ added, removed, since }, today) =>
    [
      ...(added === undefined ? [] : [sayAdded(sayPeople(added), since && sayDay(since, today))]),
      ...(removed === undefined ? [] : [t('no longer waiting: {0}', sayPeople(removed))]),
    ].join('; '),
  itemAcknowledged: ({ note }) => withWords(t('acknowledged'), note),
  itemSentBack: ({ to, question, questionCode }) => {
    const words = sayCoded(questionCode, question);
    return to === undefined ? t('sent back: {0}', words) : t('sent back to {0}: {1}', sayName(to), words);
  },
  itemReturned: (entry, today) => withWords(sayReturned(entry, today), entry.answer),
  itemHandedOver: ({ to, note }) => withWords(t('handed over to {0}', sayName(to)), note),
  deliberationStarted: ({ until, question }, today) =>
    t('held until {0}, to settle: {1}', sayDay(until, today), question),
  blockerNamed: ({ blocker }, today, titleOf) => t('blocked by “{0}”', titleOf(blocker)),
  blockerVerified: ({ blocker }, today, titleOf) => t('still blocked by “{0}”', titleOf(blocker)),
  blockerRemoved: ({ blocker }, today, titleOf) => t('no longer blocked by “{0}”', titleOf(blocker)),
  dependencyChased: ({ whom, chasedOn, note }, today) =>
    withWords(t('chased {0} on {1}', sayName(whom), sayDay(chasedOn, today)), note),
  defaultStated: ({ takesEffectOn, outcome }, today) =>
    t('if nobody decides by {0}: {1}', sayDay(takesEffectOn, today), outcome),
  defaultDropped: () => t('default dropped'),
  itemDecidedBySilence: ({ decidedOn, outcome }, today) =>
    t('decided by silence on {0}: {1}', sayDay(decidedOn, today), outcome),
  clarityOwed: () => t('left open when work was handed out'),
  itemSettled: (entry, today) => t('settled on {0}: {1}', sayDay(entry.settledOn, today), answerOf(entry)),
  checkDaySet: ({ checkOn }, today) => t('to be checked on {0}', sayDay(checkOn, today)),
  checkHeld: ({ note }) => withWords(t('stood'), note),
  itemReversed: ({ reason, successor, reworkInDays }, today, titleOf) =>
    withRework(t('reversed: {0}; it went on as “{1}”', reason, titleOf(successor)), reworkInDays),
  itemDecided: (entry, today) =>
    withExpectation(sayDecided(entry, sayDayOrEstimate(entry.decidedOn, entry.isEstimated, today)), entry),
  itemCleared: (entry, today) => sayCleared(entry.note, sayDayOrEstimate(entry.clearedOn, entry.isEstimated, today)),
  itemWithdrawn: (entry) => t('withdrawn: {0}', reasonOf(entry)),
  disagreementSettled: () => t('two machines disagreed; chosen which counts'),
  closingCorrected: (entry, today) => t('corrected by an import: {0}', sayCorrected(entry, today)),
  itemReopened: ({ reason, reasonCode }) => t('reopened: {0}', sayCoded(reasonCode, reason)),
};

function sayAdded(people: string, since: string | undefined): string {
  return since === undefined ? t('now waiting: {0}', people) : t('now waiting, since {1}: {0}', people, since);
}

/** With the day that was said, where it is another one than that of the entry. */
function sayReturned(entry: Extract<ItemEntry, { type: 'itemReturned' }>, today: Day): string {
  // What happened outside stands under its own day.
  return viaOf(entry) !== undefined || entry.returnedOn === dayOfEntry(entry)
    ? t('returned')
    : t('returned on {0}', sayDay(entry.returnedOn, today));
}

function withRework(reversed: string, reworkInDays: number | undefined): string {
  return reworkInDays === undefined ? reversed : t('{0}; {1} of rework', reversed, sayWorkingDays(reworkInDays));
}

function withExpectation(decided: string, { expect, sureness }: Some<{ expect: string; sureness: number }>): string {
  return expect === undefined || sureness === undefined
    ? decided
    : t('{0}; expected, {1} % sure: {2}', decided, sureness, expect);
}

/** The act, followed by its words if there are any. */
function withWords(done: string, words: string | undefined): string {
  return words === undefined ? done : t('{0}: {1}', done, words);
}

function sayDecided({ outcome = '', because }: Some<{ outcome: string; because: string }>, on: string): string {
  return because === undefined
    ? t('decided on {0}: {1}', on, outcome)
    : t('decided on {0}: {1}, because {2}', on, outcome, because);
}

function sayCleared(note: string | undefined, on: string): string {
  return note === undefined ? t('cleared on {0}', on) : t('cleared on {0}: {1}', on, note);
}

function sayCorrected(entry: Extract<ItemEntry, { type: 'closingCorrected' }>, today: Day): string {
  const on = sayDayOrEstimate(entry.closedOn, entry.isEstimated, today);
  switch (entry.closedAs) {
    case 'decided':
      return sayDecided(entry, on);
    case 'cleared':
      return sayCleared(entry.note, on);
    case 'withdrawn':
      return t('withdrawn on {0}: {1}', on, entry.reason ?? '');
    default:
      return entry.closedAs satisfies never;
  }
}

function sayChanges(entry: Extract<ItemEntry, { type: 'itemEdited' }>, today: Day): string {
  const parts = [
    entry.title && t('title “{0}”', entry.title),
    entry.kind && t('kind {0}', entry.kind),
    entry.askedOn && t('asked {0}', sayDay(entry.askedOn, today)),
    entry.door !== undefined && t('door {0}', entry.door ?? t('none')),
    entry.askedBy !== undefined && t('asked by {0}', entry.askedBy === null ? t('nobody') : sayName(entry.askedBy)),
    entry.owedBy !== undefined && t('owed by {0}', entry.owedBy === null ? t('nobody') : sayName(entry.owedBy)),
    entry.tags && t('tags {0}', entry.tags.join(', ')),
    entry.link !== undefined && t('link {0}', entry.link ?? t('none')),
    entry.note !== undefined && t('note {0}', entry.note ?? t('none')),
  ];
  const said = parts.filter((part) => typeof part === 'string');
  if (entry.via !== undefined && entry.title === undefined) {
    const team = entry.team ?? undefined;
    said.push(team === undefined ? t('asked of you') : t('asked of your team {0}', team));
  }
  // An import that recognised the item names its source, also where it changed nothing else.
  if (said.length === 0 && entry.sourceKey !== undefined) said.push(t('source {0}', entry.sourceKey));
  return said.join('; ');
}

function sayCapture(importedFrom: string | undefined, sourceKey: string | undefined, promised: string): string {
  if (importedFrom === undefined) return t('captured, promised {0}', promised);
  if (importedFrom === sampleSource) return t('added as a sample, promised {0}', promised);
  return sourceKey === undefined
    ? t('imported from {0}, promised {1}', importedFrom, promised)
    : t('imported from {0} as {1}, promised {2}', importedFrom, sourceKey, promised);
}
