import type { BoardRow } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import type { Slip } from '../board/promise.ts';
import type { Door, ItemKind } from '../entries/itemFacts.ts';
import { sayComingDay, sayDay, sayList, sayName, sayNearDay, sayPeople, sayWorkingDays } from '../text/days.ts';
import { t } from '../text/translate.ts';
import { sayRequest } from '../requests/requestText.ts';
import { wordsFor } from '../text/words.ts';

export const sayKind = wordsFor<ItemKind>({
  decision: () => t('Decision'),
  approval: () => t('Approval'),
  dependency: () => t('Dependency'),
  clarity: () => t('Clarity'),
});

export function sayDoor(door: Door): string {
  return door === 'one-way' ? t('one-way') : t('two-way');
}

/**
 * An age in two characters, rounded down so that it is never more than the true one: `9d`, `6w`, `8m`, `¾y`, `2y`. From
 * ten years on `9+`: years are the largest unit there is.
 */
export function shortAge(ageInDays: number): string {
  if (ageInDays < 10) return t('{0}d', ageInDays);
  if (ageInDays < 70) return t('{0}w', Math.floor(ageInDays / 7));
  if (ageInDays < 300) return t('{0}m', Math.floor(ageInDays / 30));
  if (ageInDays < 365) return t('{0}y', '¾');
  const years = Math.floor(ageInDays / 365);
  return years < 10 ? t('{0}y', years) : '9+';
}

/** `12 days old`. The day something was asked on is its first. */
export function sayAge(ageInDays: number): string {
  return ageInDays === 1 ? t('new today') : t('{0} days old', ageInDays);
}

/** `Tue 3 Mar: from Wed 4 Mar to Tue 10 Mar: no price yet`. */
export function saySlip({ on, from, to, reason }: Slip, today: Day): string {
  const moved = t('{0}: from {1} to {2}', sayDay(on, today), sayDay(from, today), sayDay(to, today));
  return t('{0}: {1}', moved, reason ?? t('no reason given'));
}

/** The facts of an item on one line, in lists that have no other place for its age: `9 over · Anna +1 · 12 days old`. */
export function rowDescription(row: BoardRow, today: Day): string {
  return row.closing === undefined ? `${rowFacts(row, today)} · ${sayAge(row.ageInDays)}` : rowFacts(row, today);
}

/** The short facts after a title in the tree: `9 over · Anna +1`, `due Fri · Anna`, `held until Fri`. */
export function rowFacts(row: BoardRow, today: Day): string {
  return [...stateFacts(row, today), ...waitingFacts(row), ...placeFacts(row)].join(' · ');
}

function waitingFacts({ waiting, closing }: BoardRow): string[] {
  const [first] = waiting;
  if (closing !== undefined || first === undefined) return [];
  return [waiting.length === 1 ? sayName(first) : t('{0} +{1}', sayName(first), waiting.length - 1)];
}

/** Where else an open item waits. */
export function placeFacts({ request, closing }: BoardRow): string[] {
  return request === undefined || closing !== undefined ? [] : [sayRequest(request)];
}

/** The facts of the promise and of what is in the way. */
export function stateFacts(row: BoardRow, today: Day): string[] {
  if (row.closing !== undefined) return [describeClosed(row, row.closing.on, today)];
  const facts = row.ball === 'leader' ? promiseFacts(row, today) : [turnFact(row, today)];
  if (row.isDefaultDue) facts.push(t('did the default take effect?'));
  const [blocker] = row.blockedBy;
  if (blocker !== undefined) {
    const others = row.blockedBy.length - 1;
    facts.push(others === 0 ? t('blocked by “{0}”', blocker.title) : t('blocked by “{0}” +{1}', blocker.title, others));
  }
  return facts;
}

function promiseFacts({ overdue, daysOver, dueOn, state, deliberation }: BoardRow, today: Day): string[] {
  const held =
    state === 'deliberating' && deliberation !== undefined
      ? [t('held until {0}', sayComingDay(deliberation.until, today))]
      : [];
  if (overdue) return [daysOver > 0 ? t('{0} over', daysOver) : t('over'), ...held];
  return held.length > 0 ? held : [t('due {0}', sayComingDay(dueOn, today))];
}

function turnFact(row: BoardRow, today: Day): string {
  const turn = row.turns.at(-1);
  const since = sayNearDay(turn?.from ?? today, today);
  if (turn?.name === undefined) return t('sent back {0}, to nobody in particular', since);
  return turn.holder === 'asker'
    ? t('with {0} since {1}', sayName(turn.name), since)
    : t('handed to {0} {1}', sayName(turn.name), since);
}

/**
 * The row for a screen reader, in words: `Pick a vendor, Decision, overdue, 9 working days over, drifting, Anna and Sam
 * wait, 12 days old`.
 */
export function spokenRow(row: BoardRow, today: Day): string {
  const kind = sayKind(row.kind);
  if (row.closing !== undefined) return [row.title, kind, describeClosed(row, row.closing.on, today)].join(', ');
  return [
    row.title,
    kind,
    ...spokenState(row, today),
    ...(row.isDefaultDue ? [t('did the default take effect?')] : []),
    ...(row.blockedBy.length === 0
      ? []
      : [t('blocked by {0}', sayList(row.blockedBy.map(({ title }) => `“${title}”`)))]),
    sayWaiting(row.waiting),
    ...(row.request === undefined ? [] : [t('asked on {0}', sayRequest(row.request))]),
    sayAge(row.ageInDays),
  ].join(', ');
}

function spokenState(row: BoardRow, today: Day): string[] {
  if (row.ball !== 'leader') return [turnFact(row, today)];
  const { overdue, daysOver, drifting, dueOn, deliberation, state } = row;
  return [
    ...(overdue ? [t('overdue'), ...(daysOver > 0 ? [t('{0} over', sayWorkingDays(daysOver))] : [])] : []),
    ...(drifting ? [t('drifting')] : []),
    ...(state === 'deliberating' && deliberation !== undefined
      ? [t('held until {0}', sayNearDay(deliberation.until, today))]
      : []),
    ...(overdue || state === 'deliberating' ? [] : [t('due {0}', sayNearDay(dueOn, today))]),
  ];
}

function sayWaiting(names: readonly string[]): string {
  if (names.length === 0) return t('nobody named waits');
  return names.length === 1 ? t('{0} waits', sayPeople(names)) : t('{0} wait', sayPeople(names));
}

function describeClosed(row: BoardRow, closedOn: Day, today: Day): string {
  const facts = closedFacts(row, closedOn, today);
  if (row.request === undefined) return facts;
  return row.request.waitsThere
    ? t('{0} · still open on {1}', facts, sayRequest(row.request))
    : t('{0} · {1}', facts, sayRequest(row.request));
}

function closedFacts(row: BoardRow, closedOn: Day, today: Day): string {
  const closed = t('{0} {1}', sayClosing(row), sayNearDay(closedOn, today));
  if (row.disagreement?.about === 'closing') return t('{0} · closed twice', closed);
  if (row.disagreement?.about === 'check') return t('{0} · checked twice', closed);
  if (row.state === 'checkDue') return t('{0} · did it stand?', closed);
  if (row.check?.answer?.how === 'reversed') return t('{0} · reversed', closed);
  if (row.check?.answer?.how === 'held') return t('{0} · stood', closed);
  return row.check?.on === undefined ? closed : t('{0} · check {1}', closed, sayNearDay(row.check.on, today));
}

/** What a check asks: what was expected, where the leader said it at deciding. */
export function sayCheckQuestion({ closing }: Pick<BoardRow, 'closing'>): string {
  return closing?.how === 'decided' && closing.expectation !== undefined
    ? t('did what you expected happen?')
    : t('did it stand?');
}

function sayClosing(row: BoardRow): string {
  const how = row.closing?.how;
  switch (how) {
    case 'decided':
      return t('decided');
    case 'silence':
      return t('decided by silence');
    case 'cleared':
      return t('cleared');
    case 'settled':
      return t('settled');
    case 'withdrawn':
      return t('withdrawn');
    case undefined:
      return t('open');
    default:
      return how satisfies never;
  }
}
