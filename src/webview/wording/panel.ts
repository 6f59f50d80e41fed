import type { PanelTab, StateFilter } from '../state/viewState.ts';
import type { Totals } from '../../core/board/totals.ts';
import { itemStates } from '../../core/board/row.ts';
import type { Day } from '../../core/time/day.ts';
import { itemKinds } from '../../core/entries/itemFacts.ts';
import type { TargetKind } from '../../core/policy.ts';
import type { OpenRow, Play } from '../../core/panel/protocol.ts';
import { sayName, sayNearDay, sayNumber, sayPeople } from '../../core/text/days.ts';
import { sayCountOf, sayPace } from '../../core/figures/figureText.ts';
import { sayKind } from '../../core/items/itemText.ts';
import { counted, t } from '../../core/text/translate.ts';
import { wordsFor } from '../../core/text/words.ts';

export const sayTab = wordsFor<PanelTab>({
  halves: () => t('Both Halves'),
  payback: () => t('Payback'),
  time: () => t('Over Time'),
  friction: () => t('Friction'),
  handedOut: () => t('Handed Out'),
});

export const sayPlay = wordsFor<Play>({
  waiting: () => t('Waiting'),
  acknowledged: () => t('Acknowledged'),
  deliberating: () => t('On hold'),
  sentBack: () => t('Sent back'),
  blocked: () => t('Blocked'),
});

export function sayStateFilter(state: StateFilter): string {
  switch (state) {
    case 'handedOver':
      return t('Handed over');
    case 'overdue':
      return t('Overdue');
    case 'today':
      return t('Due today');
    default:
      return sayPlay(state);
  }
}

/** The state with its detail: `Sent back to Sam`, `Blocked by “Pick a vendor”`. */
export function sayStanding(row: OpenRow, today: Day): string {
  const [blocker, ...others] = row.blockedBy;
  if (row.state === 'checkDue') return t('Closed; did it stand?');
  switch (row.play) {
    case 'sentBack':
      return row.with === undefined ? t('Sent back') : t('Sent back to {0}', sayName(row.with));
    case undefined:
      return row.with === undefined ? t('Handed over') : t('Handed over to {0}', sayName(row.with));
    case 'deliberating':
      return row.heldUntil === undefined ? t('On hold') : t('Held until {0}', sayNearDay(row.heldUntil, today));
    case 'blocked':
      if (blocker === undefined) return t('Blocked');
      return others.length === 0
        ? t('Blocked by “{0}”', blocker)
        : t('Blocked by “{0}” and {1} more', blocker, others.length);
    case 'waiting':
    case 'acknowledged':
      return sayPlay(row.play);
    default:
      return row.play satisfies never;
  }
}

/** `drifting, 4 over`, shown after the state; undefined when not overdue. */
export function sayOver(row: OpenRow): string | undefined {
  if (!row.overdue) return undefined;
  const over = row.daysOver > 0 ? t('{0} over', row.daysOver) : t('over');
  return row.drifting ? t('drifting, {0}', over) : t('overdue, {0}', over);
}

/** Accessibility label and tooltip of a point in the ageing chart. */
export function sayPoint(row: OpenRow, closed: number, today: Day): string {
  const age = counted(row.ageInDays, '{0} day old', '{0} days old');
  const who =
    row.waiting.length === 0
      ? t('nobody is named as waiting')
      : row.waiting.length === 1
        ? t('{0} waits', sayPeople(row.waiting))
        : t('{0} wait', sayPeople(row.waiting));
  const over = sayOver(row);
  return [
    t('{0}: {1}', sayKind(row.kind), row.title),
    age,
    sayStanding(row, today),
    ...(over === undefined ? [] : [over]),
    who,
    ...(closed === 0 ? [] : [sayPaceOf(row, closed)]),
  ].join('; ');
}

/** `older than 9 of 10 you closed`. */
export function sayPaceOf({ olderThan }: OpenRow, closed: number): string {
  return sayPace({ olderThan, of: closed, percent: (100 * olderThan) / closed });
}

/** `34 items, 12 to 13 days old, 9 of them overdue`: the label of a heap. */
export function sayHeap(count: number, youngest: number, oldest: number, overdue: number): string {
  const items = counted(count, '{0} item', '{0} items');
  const aged =
    youngest === oldest
      ? t('{0}, {1}', items, counted(oldest, '{0} day old', '{0} days old'))
      : t('{0}, {1} to {2} days old', items, youngest, oldest);
  return overdue === 0 ? aged : t('{0}, {1} of them overdue', aged, overdue);
}

/** `2 decisions, 1 dependency`. */
export function sayOverdueKinds(totals: Totals): string {
  if (totals.overdue === 0) return t('nothing is past its promise');
  return itemKinds
    .filter((kind) => totals.overdueByKind[kind] > 0)
    .map((kind) => sayCountOf(kind, totals.overdueByKind[kind]))
    .join(', ');
}

/** The differences between two snapshots, announced to screen readers. */
export function sayDifference(before: readonly OpenRow[], after: readonly OpenRow[]): string {
  const [old, now] = [new Map(before.map((row) => [row.id, row])), new Map(after.map((row) => [row.id, row]))];
  const gone = before.filter(({ id }) => !now.has(id));
  const added = after.filter(({ id }) => !old.has(id));
  const changed = after.filter((row) => {
    const then = old.get(row.id);
    return then !== undefined && JSON.stringify(then) !== JSON.stringify(row);
  });
  return [
    ...sayEach(
      gone,
      (title) => t('“{0}” is no longer on the list.', title),
      (count) => t('{0} items are no longer on the list.', count),
    ),
    ...sayEach(
      added,
      (title) => t('“{0}” is new.', title),
      (count) => t('{0} items are new.', count),
    ),
    ...sayEach(
      changed,
      (title) => t('“{0}” has changed.', title),
      (count) => t('{0} items have changed.', count),
    ),
    ...(gone.length + added.length > 0 ? [t('{0} on the list.', after.length)] : []),
  ].join(' ');
}

function sayEach(
  rows: readonly OpenRow[],
  one: (title: string) => string,
  several: (count: string) => string,
): string[] {
  const [row] = rows;
  if (row === undefined) return [];
  return [rows.length === 1 ? one(row.title) : several(sayNumber(rows.length))];
}

/** Sort order of the states. */
export const stateOrder = new Map(itemStates.map((state, index) => [state, index]));

/** The kind of one item, with the door of a decision: `One-way decision`. */
export const sayTargetKindOne = wordsFor<TargetKind>({
  approval: () => t('Approval'),
  twoWayDecision: () => t('Two-way decision'),
  oneWayDecision: () => t('One-way decision'),
  dependency: () => t('Dependency'),
  clarity: () => t('Clarity'),
});
