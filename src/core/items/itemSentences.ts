import { answerOf } from './codedText.ts';
import { reasonOf, wordsOf } from './reasonText.ts';
import type { BoardRow, ItemName } from '../board/row.ts';
import { type Day, daysBetween } from '../time/day.ts';
import { disagreementSentence } from './disagreementText.ts';
import type { Closing, Expectation } from './item.ts';
import { blockerHoldsInDays } from '../policy.ts';
import { sayDay, sayDayOrEstimate, sayList, sayName, sayPeople, sayWorkingDays } from '../text/days.ts';
import { sayPersonDays } from '../figures/figureText.ts';
import { sayVia } from '../requests/requestText.ts';
import { sayCheckQuestion, sayDoor, sayKind } from './itemText.ts';
import { counted, t } from '../text/translate.ts';

/** Sentences about the state and the details of an item; the first is its title. */
export function itemSentences(row: BoardRow, today: Day): string[] {
  return [
    row.title,
    ...pageSentences(row, today),
    ...(row.link === undefined ? [] : [row.link]),
    ...(row.note === undefined ? [] : [row.note]),
  ];
}

/**
 * The same without title, link and note, which the page of an item shows in places of their own.
 *
 * @param target the target that set the promise, in working days; undefined where a day was given
 */
export function pageSentences(row: BoardRow, today: Day, target?: number): string[] {
  return [
    ...standingSentences(row, today, target),
    ...(row.askedOn > row.firstAskedOn
      ? [t('The asked day was corrected from {0} to {1}.', sayDay(row.firstAskedOn, today), sayDay(row.askedOn, today))]
      : []),
    ...(row.logDelayInDays === 0
      ? []
      : [counted(row.logDelayInDays, 'Logged {0} day after it was asked.', 'Logged {0} days after it was asked.')]),
    ...(row.tags.length > 0 ? [row.tags.map((tag) => `#${tag}`).join(' ')] : []),
    ...(row.readOnly ? [t('A newer Pacesetter wrote about this item, so it can only be read here.')] : []),
  ];
}

/** Sentences about the state of an item today. */
export function standingSentences(row: BoardRow, today: Day, target?: number): string[] {
  return [
    askedSentence(row, today),
    ...(row.closing === undefined ? openSentences(row, today, target) : closedSentences(row, row.closing, today)),
    ...requestSentences(row),
    ...reopenedSentences(row, today),
    ...(row.disagreement === undefined ? [] : [disagreementSentence(row.disagreement, today)]),
    ...(row.reverses === undefined ? [] : [t('It reverses “{0}”.', row.reverses.title)]),
  ];
}

/** `It was closed from Thu 5 Nov to Thu 19 Nov and reopened: those days are not counted as waiting.` */
function reopenedSentences({ turns }: BoardRow, today: Day): string[] {
  return turns.flatMap(({ holder, from, to }) =>
    holder === 'nobody'
      ? [
          t(
            'It was closed from {0} to {1} and reopened; those days are not counted as waiting.',
            sayDay(from, today),
            sayDay(to, today),
          ),
        ]
      : [],
  );
}

/** `One-way decision, asked Mon 2 Nov by Lee.` */
function askedSentence(row: BoardRow, today: Day): string {
  const kind = row.door === undefined ? sayKind(row.kind) : `${sayKind(row.kind)}, ${sayDoor(row.door)}`;
  const what = row.owedBy === undefined ? kind : t('{0}, owed by {1}', kind, sayName(row.owedBy));
  const on = sayDayOrEstimate(row.askedOn, row.isAskedEstimated, today);
  return row.askedBy === undefined
    ? t('{0}, asked {1}.', what, on)
    : t('{0}, asked {1} by {2}.', what, on, sayName(row.askedBy));
}

/** `Asked of your team acme/core on GitHub.` */
function requestSentences({ request, closing }: BoardRow): string[] {
  if (request === undefined) return [];
  const where = sayVia(request.via);
  return [
    request.team === undefined
      ? t('Asked of you on {0}.', where)
      : t('Asked of your team {0} on {1}.', request.team, where),
    ...(closing !== undefined && request.waitsThere ? [t('It is still open on {0}.', where)] : []),
  ];
}

function openSentences(row: BoardRow, today: Day, target: number | undefined): string[] {
  return [
    waitSentence(row),
    promiseSentence(row, today, target),
    ...turnSentences(row, today),
    ...deliberationSentences(row, today),
    ...blockingSentences(row, today),
    ...chaseSentences(row, today),
    ...defaultSentences(row, today),
  ];
}

/** `Anna and Sam have waited 14 working days for you: 28 person-days.` */
function waitSentence(row: BoardRow): string {
  const days = sayWorkingDays(row.workingDaysWaited);
  if (row.waiting.length === 0) return t('Waited {0} on you; nobody is named as waiting.', days);
  const people = sayPeople(row.waiting);
  const cost = sayPersonDays(row.personDays);
  if (row.personDays !== row.waiting.length * row.workingDaysWaited) {
    return t('Waited {0} on you: {2} for {1}, each counted from the day they were named.', days, people, cost);
  }
  return row.waiting.length === 1
    ? t('{0} has waited {1} on you: {2}.', people, days, cost)
    : t('{0} have waited {1} on you: {2}.', people, days, cost);
}

/** `by default: asked day + 2 working days`: how the target set a promise. */
export function sayByDefault(target: number): string {
  return target === 0 ? t('by default: the asked day') : t('by default: asked day + {0}', sayWorkingDays(target));
}

/**
 * `Promised Tue 10 Nov, 2 slips, first promised Wed 4 Nov: 9 working days over.`, or `Promised Thu 12 Nov (by default:
 * asked day + 2 working days).`
 */
export function promiseSentence(row: BoardRow, today: Day, target?: number): string {
  const on = sayDay(row.promisedOn, today);
  const parts = [target === undefined ? t('Promised {0}', on) : t('Promised {0} ({1})', on, sayByDefault(target))];
  if (row.slips > 0) parts.push(counted(row.slips, '{0} slip', '{0} slips'));
  if (row.promisedOn !== row.firstPromisedOn) parts.push(t('first promised {0}', sayDay(row.firstPromisedOn, today)));
  const due = sayDay(row.dueOn, today);
  if (row.restedInDays === 0 && row.dueOn !== row.promisedOn) parts.push(t('due {0}, when it came back', due));
  if (row.restedInDays > 0) {
    parts.push(
      counted(
        row.restedInDays,
        'and {0} working day that was not yours, so due {1}',
        'and {0} working days that were not yours, so due {1}',
        due,
      ),
    );
  }
  const promised = parts.join(', ');
  if (!row.overdue) return t('{0}.', promised);
  return row.daysOver > 0
    ? t('{0}: {1} over.', promised, sayWorkingDays(row.daysOver))
    : t('{0}: over by less than a working day.', promised);
}

function turnSentences(row: BoardRow, today: Day): string[] {
  const turn = row.ball === 'leader' ? undefined : row.turns.at(-1);
  const sentences: string[] = [];
  if (turn !== undefined) {
    const since = sayDay(turn.from, today);
    if (turn.holder === 'decider')
      sentences.push(t('Handed over {1}; {0} decides it now.', sayName(turn.name ?? ''), since));
    else if (turn.name === undefined)
      sentences.push(t('Sent back {0}, to nobody in particular; it is their move.', since));
    else sentences.push(t('Sent back to {0} {1}; it is their move.', sayName(turn.name), since));
    const words = wordsOf(turn);
    if (words !== undefined) sentences.push(t('“{0}”', words));
  }
  if (row.workingDaysWithAsker > 0) {
    sentences.push(
      counted(
        row.workingDaysWithAsker,
        'Of the time since, {0} working day was with whoever asked.',
        'Of the time since, {0} working days were with whoever asked.',
      ),
    );
  }
  return sentences;
}

export function deliberationSentences({ deliberation }: BoardRow, today: Day): string[] {
  if (deliberation === undefined) return [];
  const until = sayDay(deliberation.until, today);
  return [
    deliberation.until >= today
      ? t('Held until {0}, to settle: {1}', until, deliberation.question)
      : t('It was to be settled by {0}: {1}', until, deliberation.question),
  ];
}

export function blockingSentences(row: BoardRow, today: Day): string[] {
  return [
    ...row.blockedBy.map(({ title, verifiedOn, unverifiedInDays }) =>
      unverifiedInDays > blockerHoldsInDays
        ? t('Waits for “{0}” (claimed, unverified {1} d).', title, unverifiedInDays)
        : t('Waits for “{0}” (verified {1}).', title, sayDay(verifiedOn, today)),
    ),
    ...(row.blocks.length === 0 ? [] : [t('In the way of {0}.', sayTitles(row.blocks))]),
    ...(row.circle.length === 0
      ? []
      : [
          t(
            'This item and {0} block each other in a circle, so none of them counts as blocked. Unblock one.',
            sayTitles(row.circle),
          ),
        ]),
  ];
}

/** How many titles a sentence lists; the rest are counted. */
const titleLimit = 3;

function sayTitles(items: readonly ItemName[]): string {
  const titles = items.slice(0, titleLimit).map(({ title }) => `“${title}”`);
  return items.length <= titleLimit
    ? sayList(titles)
    : t('{0} and {1} more', titles.join(', '), items.length - titleLimit);
}

function chaseSentences({ chases }: BoardRow, today: Day): string[] {
  const last = chases.at(-1);
  if (last === undefined) return [];
  const days = daysBetween(last.on, today);
  const when =
    days < 1 ? t('today') : t('on {0}, {1}', sayDay(last.on, today), counted(days, '{0} day ago', '{0} days ago'));
  return [counted(chases.length, 'Chased once: {1} {2}.', 'Chased {0} times, last {1} {2}.', sayName(last.whom), when)];
}

export function defaultSentences(row: BoardRow, today: Day): string[] {
  if (row.default === undefined) return [];
  const on = sayDay(row.default.on, today);
  return [
    row.isDefaultDue
      ? t('If nobody decided by {0}: {1}. Did that take effect?', on, row.default.outcome)
      : t('If nobody decides by {0}: {1}.', on, row.default.outcome),
  ];
}

function closedSentences(row: BoardRow, closing: Closing, today: Day): string[] {
  const waited = t('It waited {0} on you.', sayWorkingDays(row.workingDaysWaited));
  return [...closingSentences(closing, today), waited, ...checkSentences(row, today)];
}

function closingSentences(closing: Closing, today: Day): string[] {
  const on = sayDayOrEstimate(closing.on, closing.isEstimated, today);
  switch (closing.how) {
    case 'decided':
      return [
        t('Decided {0}: {1}', on, closing.outcome),
        ...(closing.because === undefined ? [] : [t('Because {0}', closing.because)]),
        ...(closing.recordStatus === undefined ? [] : [t('Its record says: {0}', closing.recordStatus)]),
        ...(closing.expectation === undefined ? [] : [expectationSentence(closing.expectation)]),
      ];
    case 'silence':
      return [t('Decided by silence {0}: {1}', on, closing.outcome)];
    case 'cleared':
      return [closing.note === undefined ? t('Cleared {0}.', on) : t('Cleared {0}: {1}', on, closing.note)];
    case 'settled':
      return [t('Settled {0}: {1}', on, answerOf(closing))];
    case 'withdrawn':
      return [t('Withdrawn {0}: {1}', on, reasonOf(closing))];
    default:
      return closing satisfies never;
  }
}

/** `You expected, 80 % sure: half the tickets`. */
export function expectationSentence({ expect, sureness }: Expectation): string {
  return t('You expected, {0} % sure: {1}', sureness, expect);
}

function checkSentences(row: BoardRow, today: Day): string[] {
  const { check, state, reversedBy } = row;
  if (check === undefined) return [];
  const { on, answer } = check;
  if (answer === undefined) {
    if (on === undefined) return [];
    return [
      state === 'checkDue'
        ? t('To be checked since {0}: {1}', sayDay(on, today), sayCheckQuestion(row))
        : t('To be checked {0}.', sayDay(on, today)),
    ];
  }
  const answered = sayDay(answer.on, today);
  if (answer.how === 'held') {
    return [
      answer.note === undefined ? t('It stood ({0}).', answered) : t('It stood ({0}): {1}', answered, answer.note),
    ];
  }
  return [
    t('Reversed {0}: {1}', answered, answer.reason),
    ...(answer.reworkInDays === undefined ? [] : [t('It cost {0} of rework.', sayWorkingDays(answer.reworkInDays))]),
    ...(reversedBy === undefined ? [] : [t('It went on as “{0}”.', reversedBy.title)]),
  ];
}
