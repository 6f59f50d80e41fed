import type { OpenRow } from '../../core/panel/protocol.ts';
import { counted, t } from '../../core/text/translate.ts';

/** How rows of the list stand. `waiting`, `toCheck` and `withOthers` add up to all of them. */
export interface RowCounts {
  /** What waits on the leader. */
  readonly waiting: number;
  /** Closed with a check due or two answers, or with others and a default to confirm. */
  readonly toCheck: number;
  readonly withOthers: number;
  /** Sent back, with a default to confirm or without. */
  readonly sentBack: number;
}

export function countRows(rows: readonly OpenRow[]): RowCounts {
  const [sentBack, handedOver] = [rows.filter(isSentBack), rows.filter(({ state }) => state === 'handedOver')];
  const waiting = rows.filter(waitsOnYou).length;
  // What is with others is in the group *Today* only when it asks the leader something.
  const withOthers = [...sentBack, ...handedOver].filter(({ isToday }) => !isToday).length;
  return { waiting, toCheck: rows.length - waiting - withOthers, withOthers, sentBack: sentBack.length };
}

function isSentBack({ play }: OpenRow): boolean {
  return play === 'sentBack';
}

function waitsOnYou(row: OpenRow): boolean {
  return row.play !== undefined && !isSentBack(row);
}

/** `17 items: 14 wait on you, 1 to check, 2 with others`, or `5 of 17 items` when a filter hides some. */
export function sayFound(found: number, of: readonly OpenRow[]): string {
  if (found !== of.length) return t('{0} of {1} items', found, of.length);
  const all = counted(found, '{0} item', '{0} items');
  const { waiting, toCheck, withOthers } = countRows(of);
  if (waiting === found) return all;
  const parts = [
    sayWaiting(waiting),
    ...(toCheck === 0 ? [] : [t('{0} to check', toCheck)]),
    ...(withOthers === 0 ? [] : [t('{0} with others', withOthers)]),
  ];
  return t('{0}: {1}', all, parts.join(', '));
}

/** `All 17 (2 with others)`: the button to the list. */
export function sayAll(rows: readonly OpenRow[]): string {
  const { withOthers } = countRows(rows);
  return withOthers === 0
    ? t('All {0}', rows.length)
    : t('All {0} ({1})', rows.length, t('{0} with others', withOthers));
}

/**
 * What the ageing chart draws: `21 items wait on you; 1 is sent back.`, or of how many when a filter hides some:
 * `Drawn: 5 of 21 that wait on you, 0 of 1 sent back.`
 */
export function sayDrawn(shown: readonly OpenRow[], all: readonly OpenRow[]): string {
  const [drawn, of] = [countRows(shown), countRows(all)];
  if (shown.length === all.length) {
    return of.sentBack === 0
      ? counted(of.waiting, '{0} item waits on you.', '{0} items wait on you.')
      : t('{0}; {1}.', sayItems(of.waiting), counted(of.sentBack, '{0} is sent back', '{0} are sent back'));
  }
  return of.sentBack === 0
    ? t('Drawn: {0} of {1} that wait on you.', drawn.waiting, of.waiting)
    : t(
        'Drawn: {0} of {1} that wait on you, {2} of {3} sent back.',
        drawn.waiting,
        of.waiting,
        drawn.sentBack,
        of.sentBack,
      );
}

function sayWaiting(count: number): string {
  return counted(count, '{0} waits on you', '{0} wait on you');
}

function sayItems(count: number): string {
  return counted(count, '{0} item waits on you', '{0} items wait on you');
}
