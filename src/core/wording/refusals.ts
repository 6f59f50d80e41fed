import type { ItemKind } from '../entries.ts';
import type { ListField, Refusal, TextField } from '../refusal.ts';
import type { Day } from '../day.ts';
import { sayDay } from './days.ts';
import { t } from './translate.ts';

/** One sentence that says what is wrong and, where it is not plain, what to do. */
export function sayRefusal(refusal: Refusal, today: Day): string {
  switch (refusal.refused) {
    case 'missing':
      return t('{0} is missing. Type at least a word.', sayField(refusal.field));
    case 'tooLong':
      return t('{0} has {1} characters; at most {2} fit.', sayField(refusal.field), refusal.length, refusal.limit);
    case 'tooMany':
      return t('{0} names {1}; at most {2} fit.', sayField(refusal.field), refusal.count, refusal.limit);
    case 'unknownItem':
      return t('There is no item “{0}” in the log. It may have been undone, or be in another log folder.', refusal.id);
    case 'newerItem':
      return t('A newer Pacesetter wrote about “{0}”. Update this one to change it; nothing is lost.', refusal.title);
    case 'alreadyClosed':
      return t('“{0}” was closed on {1} already. Reopen it to change that.', refusal.title, sayDay(refusal.on, today));
    case 'stillOpen':
      return t('“{0}” is open; there is nothing to reopen.', refusal.title);
    case 'otherClosing':
      return sayOtherClosing(refusal.kind);
    case 'askedInFuture':
      return t(
        'Asked {0} is later than today. The asked day is when somebody first needed it.',
        sayDay(refusal.askedOn, today),
      );
    case 'closedInFuture':
      return t('Closed {0} is later than today.', sayDay(refusal.closedOn, today));
    case 'closedBeforeAsked':
      return t(
        'Closed {0} is before it was asked, {1}.',
        sayDay(refusal.closedOn, today),
        sayDay(refusal.askedOn, today),
      );
    case 'samePromise':
      return t('{0} is what is promised already.', sayDay(refusal.promisedOn, today));
    case 'promiseInPast':
      return t('{0} has passed. Promise today or a later day.', sayDay(refusal.promisedOn, today));
    case 'nothingToUndo':
      return t('There is nothing to undo on this machine.');
    case 'changedSince':
      return t('Something else was changed since. “Undo Last Change” takes back the changes one by one.');
    default:
      return refusal satisfies never;
  }
}

function sayOtherClosing(kind: ItemKind): string {
  return kind === 'dependency'
    ? t('A dependency is cleared, not decided.')
    : t('Only a dependency is cleared; this one is decided, with its outcome.');
}

function sayField(field: TextField | ListField): string {
  switch (field) {
    case 'title':
      return t('The title');
    case 'outcome':
      return t('The outcome');
    case 'because':
      return t('The because');
    case 'reason':
      return t('The reason');
    case 'note':
      return t('The note');
    case 'link':
      return t('The link');
    case 'askedBy':
      return t('Who asked');
    case 'owedBy':
      return t('Who owes it');
    case 'name':
      return t('A name');
    case 'tag':
      return t('A tag');
    case 'waiting':
      return t('Who waits');
    case 'tags':
      return t('The tags');
    default:
      return field satisfies never;
  }
}
