import type { ItemKind } from '../entries/itemFacts.ts';
import { leastSure, type ListField, mostSure, type TextField } from '../entries/limits.ts';
import type { Refusal } from './refusal.ts';
import type { Day } from '../time/day.ts';
import type { Turn } from '../items/item.ts';
import { sayAgreementField } from '../assignments/agreementText.ts';
import { sayFindings } from '../clarity/clarityText.ts';
import { sayDay, sayName, sayPeople } from '../text/days.ts';
import { t } from '../text/translate.ts';
import { wordsFor } from '../text/words.ts';

/** One sentence that says what is wrong and, where it is not obvious, what to do. */
export function sayRefusal(refusal: Refusal, today: Day): string {
  return (sentences[refusal.refused] as (refusal: Refusal, today: Day) => string)(refusal, today);
}

const sentences: {
  readonly [T in Refusal['refused']]: (refusal: Extract<Refusal, { readonly refused: T }>, today: Day) => string;
} = {
  missing: ({ field }) => t('{0} is missing. Type at least a word.', sayField(field)),
  tooLong: ({ field, length, limit }) => t('{0} has {1} characters; the limit is {2}.', sayField(field), length, limit),
  tooMany: ({ field, limit, count }) =>
    field === 'blockers'
      ? t('One item can be blocked by at most {0} others.', limit)
      : field === 'priorities'
        ? t('There can be at most {0} priorities. Retire one first.', limit)
        : t('{0} names {1}; the limit is {2}.', sayField(field), count, limit),
  unknownItem: ({ id }) =>
    t('There is no item “{0}” in the log. It may have been undone, or be in another log folder.', id),
  newerItem: ({ title }) =>
    t('A newer Pacesetter wrote about “{0}”. Update this one to change it; nothing is lost.', title),
  arrivedAlready: ({ title }) => t('“{0}” came from GitHub and is already waiting.', title),
  alreadyClosed: ({ title, on }, today) =>
    t('“{0}” was already closed on {1}. Reopen it to change that.', title, sayDay(on, today)),
  stillOpen: ({ title }) => t('“{0}” is open; there is nothing to reopen.', title),
  otherClosing: ({ kind }) => sayOtherClosing(kind),
  askedInFuture: ({ askedOn }, today) =>
    t(
      'It cannot have been asked on {0}, which is later than today. The asked day is when somebody first needed it.',
      sayDay(askedOn, today),
    ),
  closedInFuture: ({ closedOn }, today) =>
    t('It cannot have been closed on {0}, which is later than today.', sayDay(closedOn, today)),
  closedBeforeAsked: ({ closedOn, askedOn }, today) =>
    t('It cannot have been closed on {0}, before it was asked ({1}).', sayDay(closedOn, today), sayDay(askedOn, today)),
  notYourMoveThen: ({ title, closedOn, holder, name, to }, today) =>
    sayNotYourMoveThen(title, closedOn, holder, name, to, today),
  closedBeforeHandedOut: ({ closedOn, madeOn }, today) =>
    t(
      'It cannot have been closed on {0}, before it was handed out ({1}).',
      sayDay(closedOn, today),
      sayDay(madeOn, today),
    ),
  halfExpectation: () => t('Say both what should happen and how sure you are of it, or neither.'),
  expectationNeedsDay: () => t('What should happen needs a check day: the day to ask whether it did.'),
  impossibleSureness: ({ sureness }) =>
    t('How sure you are is a whole number of percent from {1} to {2}, not {0}.', sureness, leastSure, mostSure),
  impossibleRework: ({ reworkInDays }) => t('A reversal can cost 0 to 1,000 working days, not {0}.', reworkInDays),
  returnedInFuture: ({ returnedOn }, today) =>
    t('It cannot have come back on {0}, which is later than today.', sayDay(returnedOn, today)),
  returnedTooEarly: ({ returnedOn, holder, since }, today) =>
    holder === 'asker'
      ? t(
          'It cannot have come back on {0}, before it was sent back ({1}).',
          sayDay(returnedOn, today),
          sayDay(since, today),
        )
      : t(
          'It cannot have come back on {0}, before it was handed over ({1}).',
          sayDay(returnedOn, today),
          sayDay(since, today),
        ),
  noDisagreement: ({ title }) => t('No two machines disagree about “{0}”.', title),
  waitsForOwner: ({ owner }) =>
    t('{0} holds the assignment, so its holes wait for {0}. Reassign it instead.', sayName(owner)),
  namedInFuture: ({ since }, today) =>
    t('Nobody can have waited since {0}, which is later than today.', sayDay(since, today)),
  samePromise: ({ promisedOn }, today) => t('{0} is already the promised day.', sayDay(promisedOn, today)),
  promiseInPast: ({ promisedOn }, today) =>
    t('{0} has passed. Promise today or a later day.', sayDay(promisedOn, today)),
  alreadyResponded: ({ title, on }, today) => t('“{0}” was already answered on {1}.', title, sayDay(on, today)),
  theirMove: ({ title, holder, name }) => sayTheirMove(title, holder, name),
  yourMove: ({ title }) => t('“{0}” is already your move: it was neither sent back nor handed over.', title),
  dayPassed: ({ day }, today) => t('{0} has passed. Name today or a later day.', sayDay(day, today)),
  alreadyDeliberating: ({ title, until }, today) =>
    t('“{0}” is already on hold with that question until {1}.', title, sayDay(until, today)),
  blocksItself: ({ title }) => t('“{0}” cannot block itself.', title),
  blockingCircle: ({ chain }) => t('They would block each other: {0}. Unblock one of them first.', sayChain(chain)),
  notBlockedBy: ({ title, blocker }) => t('“{1}” is not recorded as a blocker of “{0}”.', title, blocker),
  alreadyBlockedBy: ({ title, blocker }) =>
    t('“{0}” is already blocked by “{1}”. Verify the blocker to say that it still is.', title, blocker),
  notADependency: ({ title }) => t('“{0}” is not a dependency, so there is nobody to chase.', title),
  chasedInFuture: ({ chasedOn }, today) =>
    t('It cannot have been chased on {0}, which is later than today.', sayDay(chasedOn, today)),
  chasedBeforeAsked: ({ chasedOn, askedOn }, today) =>
    t('It cannot have been chased on {0}, before it was asked ({1}).', sayDay(chasedOn, today), sayDay(askedOn, today)),
  noDefaultForDependency: ({ title }) =>
    t('“{0}” is neither a decision nor an approval, so it cannot have a default.', title),
  sameDefault: ({ title }) => t('“{0}” already has that default.', title),
  noDefault: ({ title }) =>
    t('“{0}” has no default. State one first: what happens if nobody decides, and by when.', title),
  defaultNotDue: ({ on }, today) =>
    t('The default takes effect on {0}; until then it can still be decided.', sayDay(on, today)),
  notClosed: ({ title }) => t('“{0}” is open. Once it is decided there is something to check.', title),
  nothingToCheck: ({ title }) => t('“{0}” was withdrawn, so there is nothing to check.', title),
  noCheckDay: ({ title }) => t('“{0}” has no check day. Set one first.', title),
  sameCheckDay: ({ checkOn }, today) => t('{0} is already the check day.', sayDay(checkOn, today)),
  alreadyHeld: ({ title, on }, today) => t('You already said on {1} that “{0}” stood.', title, sayDay(on, today)),
  alreadyReversed: ({ title, on }, today) =>
    t('“{0}” was reversed on {1}; it goes on as the new item.', title, sayDay(on, today)),
  unclear: ({ findings }, today) => t('Not clear yet: {0}', sayFindings(findings, today)),
  unknownAssignment: ({ id }) => t('There is no assignment “{0}” in the log. It may have been undone.', id),
  alreadyHandedOut: ({ outcome, on }, today) => t('“{0}” was already handed out on {1}.', outcome, sayDay(on, today)),
  stillADraft: ({ outcome }) => t('“{0}” is a draft; hand it out first.', outcome),
  nothingChanged: ({ outcome }) => t('That would change nothing about “{0}”.', outcome),
  impossibleCost: ({ costInDays }) => t('A change can cost 0 to 1,000 working days, not {0}.', costInDays),
  notAClarityItem: ({ title }) => t('“{0}” is not a clarity item, so there is nothing to settle.', title),
  kindStays: ({ title }) => t('A clarity item keeps its kind, and nothing else can become one: “{0}”.', title),
  needsDay: () => t('The day is missing. Name one.'),
  unknownPriority: ({ id }) => t('There is no priority “{0}” on the list. It may have been retired.', id),
  priorityThere: ({ title }) => t('“{0}” is already on the list.', title),
  pastLimit: ({ limit }) =>
    t('You allow {0} priorities. Say what stops or moves down for another one, why, and who is told.', limit),
  sameOrder: () => t('That is already the order.'),
  needsTwoNames: () => t('Name at least two names of one person.'),
  alreadyOnePerson: ({ names }) => t('{0} are already one person.', sayPeople(names)),
  notOnePerson: ({ names }) =>
    names.length === 1
      ? t('{0} is one person, with one name.', sayPeople(names))
      : t('{0} are different people already.', sayPeople(names)),
  nothingToUndo: () => t('There is nothing to undo on this machine.'),
  sampleThere: () => t('The sample items are already there.'),
  noSample: () => t('There are no sample items to remove.'),
  nothingToRedo: () =>
    t('There is nothing to redo: nothing was undone on this machine, or something else was done since.'),
  changedSince: () => t('Something else was changed since. “Undo Last Change” takes back the changes one by one.'),
};

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

function sayNotYourMoveThen(
  title: string,
  closedOn: Day,
  holder: Turn['holder'],
  name: string | undefined,
  to: Day,
  today: Day,
): string {
  const [on, until] = [sayDay(closedOn, today), sayDay(to, today)];
  if (holder === 'nobody')
    return t('“{0}” was closed on {1}, until it was reopened on {2}. Name that day or a later one.', title, on, until);
  return name === undefined
    ? t('“{0}” was not your move on {1}; it came back on {2}. Name that day or a later one.', title, on, until)
    : t(
        '“{0}” was with {3} on {1}; it came back on {2}. Name that day or a later one.',
        title,
        on,
        until,
        sayName(name),
      );
}

function sayOtherClosing(kind: ItemKind): string {
  if (kind === 'clarity') return t('A clarity item is settled, with the answer.');
  return kind === 'dependency'
    ? t('A dependency is cleared, not decided.')
    : t('Only a dependency is cleared; this one is decided, with its outcome.');
}

const sayField = wordsFor<TextField | ListField>({
  title: () => t('The title'),
  outcome: () => t('The outcome'),
  because: () => t('The because'),
  expect: () => t('What you expect'),
  reason: () => t('The reason'),
  question: () => t('The question'),
  answer: () => t('The answer'),
  whom: () => t('The name of who you asked'),
  to: () => t('Whose move it becomes'),
  blockers: () => t('What is in the way'),
  dependsOn: () => t('What it depends on'),
  excluded: () => sayAgreementField('excluded'),
  deliverables: () => sayAgreementField('deliverables'),
  owner: () => sayAgreementField('owner'),
  doneWhen: () => sayAgreementField('doneWhen'),
  displaces: () => sayAgreementField('displaces'),
  stops: () => t('What stops or moves down'),
  told: () => t('Who is told'),
  note: () => t('The note'),
  link: () => t('The link'),
  askedBy: () => t('Who asked'),
  owedBy: () => t('Who owes it'),
  name: () => t('A name'),
  tag: () => t('A tag'),
  waiting: () => t('Who waits'),
  tags: () => t('The tags'),
  priorities: () => t('The priorities'),
  names: () => t('The names of one person'),
});
