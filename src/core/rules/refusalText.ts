import type { ItemKind } from '../entries/itemFacts.ts';
import type { ListField, TextField } from '../entries/limits.ts';
import type { Refusal } from './refusal.ts';
import type { Day } from '../time/day.ts';
import type { Turn } from '../items/item.ts';
import { sayAgreementField } from '../assignments/agreementText.ts';
import { sayFindings } from '../clarity/clarityText.ts';
import { sayDay, sayName } from '../text/days.ts';
import { t } from '../text/translate.ts';

/** One sentence that says what is wrong and, where it is not obvious, what to do. */
export function sayRefusal(refusal: Refusal, today: Day): string {
  switch (refusal.refused) {
    case 'missing':
      return t('{0} is missing. Type at least a word.', sayField(refusal.field));
    case 'tooLong':
      return t('{0} has {1} characters; at most {2} fit.', sayField(refusal.field), refusal.length, refusal.limit);
    case 'tooMany':
      if (refusal.field === 'blockers') return t('At most {0} items can be in the way of one.', refusal.limit);
      if (refusal.field === 'priorities') return t('At most {0} priorities fit. Retire one first.', refusal.limit);
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
    case 'alreadyResponded':
      return t('“{0}” was answered on {1} already.', refusal.title, sayDay(refusal.on, today));
    case 'theirMove':
      return sayTheirMove(refusal.title, refusal.holder, refusal.name);
    case 'yourMove':
      return t('“{0}” is your move already: it was neither sent back nor handed over.', refusal.title);
    case 'dayPassed':
      return t('{0} has passed. Name today or a later day.', sayDay(refusal.day, today));
    case 'alreadyDeliberating':
      return t('“{0}” is held with that question until {1} already.', refusal.title, sayDay(refusal.until, today));
    case 'blocksItself':
      return t('“{0}” cannot be in its own way.', refusal.title);
    case 'blockingCircle':
      return t('They would wait for each other: {0}. Unblock one of them first.', sayChain(refusal.chain));
    case 'notBlockedBy':
      return t('Nothing says that “{1}” is in the way of “{0}”.', refusal.title, refusal.blocker);
    case 'alreadyBlockedBy':
      return t('“{0}” waits for “{1}” already. Verify it to say that it still does.', refusal.title, refusal.blocker);
    case 'notADependency':
      return t('“{0}” is not a dependency, so there is nobody to chase.', refusal.title);
    case 'chasedInFuture':
      return t('Chased {0} is later than today.', sayDay(refusal.chasedOn, today));
    case 'chasedBeforeAsked':
      return t(
        'Chased {0} is before it was asked, {1}.',
        sayDay(refusal.chasedOn, today),
        sayDay(refusal.askedOn, today),
      );
    case 'noDefaultForDependency':
      return t('“{0}” is a dependency: silence clears nothing, so it has no default.', refusal.title);
    case 'sameDefault':
      return t('“{0}” has that default already.', refusal.title);
    case 'noDefault':
      return t('“{0}” has no default. State one first: what happens if nobody decides, and by when.', refusal.title);
    case 'defaultNotDue':
      return t('The default takes effect on {0}; until then it can still be decided.', sayDay(refusal.on, today));
    case 'notClosed':
      return t('“{0}” is open. Once it is decided there is something to check.', refusal.title);
    case 'nothingToCheck':
      return t('“{0}” was withdrawn, so there is nothing to check.', refusal.title);
    case 'noCheckDay':
      return t('“{0}” has no check day. Set one first.', refusal.title);
    case 'sameCheckDay':
      return t('{0} is the check day already.', sayDay(refusal.checkOn, today));
    case 'alreadyHeld':
      return t('That “{0}” held was said on {1} already.', refusal.title, sayDay(refusal.on, today));
    case 'alreadyReversed':
      return t(
        '“{0}” was reversed on {1}; what goes on is the item that opened.',
        refusal.title,
        sayDay(refusal.on, today),
      );
    case 'unclear':
      return t('Not clear yet: {0}', sayFindings(refusal.findings, today));
    case 'unknownAssignment':
      return t('There is no assignment “{0}” in the log. It may have been undone.', refusal.id);
    case 'alreadyHandedOut':
      return t('“{0}” was handed out on {1} already.', refusal.outcome, sayDay(refusal.on, today));
    case 'stillADraft':
      return t('“{0}” is a draft; hand it out first.', refusal.outcome);
    case 'nothingChanged':
      return t('Nothing of that would change “{0}”.', refusal.outcome);
    case 'impossibleCost':
      return t('A change costs from 0 to 1,000 working days, not {0}.', refusal.costInDays);
    case 'notAClarityItem':
      return t('“{0}” is no hole in an assignment, so there is nothing to settle.', refusal.title);
    case 'kindStays':
      return t('What is owed as clarity stays that, and nothing else becomes it: “{0}”.', refusal.title);
    case 'needsDay':
      return t('A day is what is missing. Name one.');
    case 'unknownPriority':
      return t('There is no priority “{0}” on the list. It may have been retired.', refusal.id);
    case 'priorityThere':
      return t('“{0}” is on the list already.', refusal.title);
    case 'pastLimit':
      return t(
        'You allow {0} priorities. Say what stops or moves down for another one, why, and who is told.',
        refusal.limit,
      );
    case 'sameOrder':
      return t('That is the order already.');
    case 'nothingToUndo':
      return t('There is nothing to undo on this machine.');
    case 'sampleThere':
      return t('The sample items are there already.');
    case 'noSample':
      return t('There are no sample items to remove.');
    case 'nothingToRedo':
      return t('There is nothing to redo: nothing was undone on this machine, or something else was done since.');
    case 'changedSince':
      return t('Something else was changed since. “Undo Last Change” takes back the changes one by one.');
    default:
      return refusal satisfies never;
  }
}

/** Of a long chain, both ends and how many titles are left out. */
function sayChain(titles: readonly string[]): string {
  const quoted = titles.map((title) => `“${title}”`);
  if (quoted.length <= 7) return quoted.join(' → ');
  return [...quoted.slice(0, 3), t('{0} more', quoted.length - 5), ...quoted.slice(-2)].join(' → ');
}

function sayTheirMove(title: string, holder: Turn['holder'], name: string | undefined): string {
  if (holder === 'decider') {
    return t('“{0}” was handed over to {1}. Mark it returned first.', title, sayName(name ?? t('somebody')));
  }
  return name === undefined
    ? t('“{0}” was sent back and is their move. Mark it returned first.', title)
    : t('“{0}” was sent back to {1}, whose move it is. Mark it returned first.', title, sayName(name));
}

function sayOtherClosing(kind: ItemKind): string {
  if (kind === 'clarity') return t('What is owed as clarity is settled, with the answer.');
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
    case 'question':
      return t('The question');
    case 'answer':
      return t('The answer');
    case 'whom':
      return t('The name of whom you asked');
    case 'to':
      return t('Whose move it becomes');
    case 'blockers':
      return t('What is in the way');
    case 'dependsOn':
      return t('What it depends on');
    case 'excluded':
    case 'deliverables':
    case 'owner':
    case 'doneWhen':
    case 'displaces':
      return sayAgreementField(field);
    case 'stops':
      return t('What stops or moves down');
    case 'told':
      return t('Who is told');
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
    case 'priorities':
      return t('The priorities');
    default:
      return field satisfies never;
  }
}
