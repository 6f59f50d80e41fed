import { answerOf, reasonOf } from '../items/codedText.ts';
import type { Day } from '../time/day.ts';
import type { ItemEntry } from '../entries/entry.ts';
import { sampleSource } from '../sample/source.ts';
import { sayDay, sayName, sayPeople } from '../text/days.ts';
import { t } from '../text/translate.ts';

/** One entry of an item's history, without the day it was logged. `titleOf` also resolves items no longer in force. */
export function sayEntry(entry: ItemEntry, today: Day, titleOf: (id: string) => string): string {
  switch (entry.type) {
    case 'itemCaptured':
      return sayCapture(entry.importedFrom, sayDay(entry.promisedOn, today));
    case 'itemEdited':
      return t('edited: {0}', sayChanges(entry));
    case 'promiseMoved':
      return t('promise moved to {0}: {1}', sayDay(entry.promisedOn, today), entry.reason);
    case 'waitingChanged':
      return [
        ...(entry.added === undefined ? [] : [t('now waiting: {0}', sayPeople(entry.added))]),
        ...(entry.removed === undefined ? [] : [t('no longer waiting: {0}', sayPeople(entry.removed))]),
      ].join('; ');
    case 'itemAcknowledged':
      return withWords(t('acknowledged'), entry.note);
    case 'itemSentBack':
      return entry.to === undefined
        ? t('sent back: {0}', entry.question)
        : t('sent back to {0}: {1}', sayName(entry.to), entry.question);
    case 'itemReturned':
      return withWords(t('returned'), entry.answer);
    case 'itemHandedOver':
      return withWords(t('handed over to {0}', sayName(entry.to)), entry.note);
    case 'deliberationStarted':
      return t('held on purpose until {0}, to settle: {1}', sayDay(entry.until, today), entry.question);
    case 'blockerNamed':
      return t('blocked by “{0}”', titleOf(entry.blocker));
    case 'blockerVerified':
      return t('still blocked by “{0}”', titleOf(entry.blocker));
    case 'blockerRemoved':
      return t('no longer blocked by “{0}”', titleOf(entry.blocker));
    case 'dependencyChased':
      return withWords(t('chased {0} on {1}', sayName(entry.whom), sayDay(entry.chasedOn, today)), entry.note);
    case 'defaultStated':
      return t('if nobody decides by {0}: {1}', sayDay(entry.takesEffectOn, today), entry.outcome);
    case 'defaultDropped':
      return t('default dropped');
    case 'itemDecidedBySilence':
      return t('decided by silence on {0}: {1}', sayDay(entry.decidedOn, today), entry.outcome);
    case 'clarityOwed':
      return t('left open when work was handed out');
    case 'itemSettled':
      return t('settled on {0}: {1}', sayDay(entry.settledOn, today), answerOf(entry));
    case 'checkDaySet':
      return t('to be checked on {0}', sayDay(entry.checkOn, today));
    case 'checkHeld':
      return withWords(t('held'), entry.note);
    case 'itemReversed':
      return t('reversed: {0}; it went on as “{1}”', entry.reason, titleOf(entry.successor));
    case 'itemDecided':
      return entry.because === undefined
        ? t('decided on {0}: {1}', sayDay(entry.decidedOn, today), entry.outcome)
        : t('decided on {0}: {1}, because {2}', sayDay(entry.decidedOn, today), entry.outcome, entry.because);
    case 'itemCleared':
      return entry.note === undefined
        ? t('cleared on {0}', sayDay(entry.clearedOn, today))
        : t('cleared on {0}: {1}', sayDay(entry.clearedOn, today), entry.note);
    case 'itemWithdrawn':
      return t('withdrawn: {0}', reasonOf(entry));
    case 'itemReopened':
      return t('reopened: {0}', entry.reason);
    default:
      return entry satisfies never;
  }
}

/** The act, followed by its words if there are any. */
function withWords(done: string, words: string | undefined): string {
  return words === undefined ? done : t('{0}: {1}', done, words);
}

function sayChanges(entry: Extract<ItemEntry, { type: 'itemEdited' }>): string {
  const parts = [
    entry.title && t('title “{0}”', entry.title),
    entry.kind && t('kind {0}', entry.kind),
    entry.askedOn && t('asked {0}', entry.askedOn),
    entry.door !== undefined && t('door {0}', entry.door ?? t('none')),
    entry.askedBy !== undefined && t('asked by {0}', entry.askedBy === null ? t('nobody') : sayName(entry.askedBy)),
    entry.owedBy !== undefined && t('owed by {0}', entry.owedBy === null ? t('nobody') : sayName(entry.owedBy)),
    entry.tags && t('tags {0}', entry.tags.join(', ')),
    entry.link !== undefined && t('link {0}', entry.link ?? t('none')),
    entry.note !== undefined && t('note {0}', entry.note ?? t('none')),
  ];
  return parts.filter((part) => typeof part === 'string').join('; ');
}

function sayCapture(importedFrom: string | undefined, promised: string): string {
  if (importedFrom === undefined) return t('captured, promised {0}', promised);
  if (importedFrom === sampleSource) return t('added as a sample, promised {0}', promised);
  return t('imported from {0}, promised {1}', importedFrom, promised);
}
