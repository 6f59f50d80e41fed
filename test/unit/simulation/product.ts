import type { BoardRow } from '../../../src/core/board/row.ts';
import type { Day } from '../../../src/core/time/day.ts';
import type { CalendarDay } from '../../../src/core/exchange/calendar/calendarDays.ts';
import type { ChangedAssignment, SlippedItem } from '../../../src/core/reports/activity.ts';
import type { SharedLedger } from '../../../src/core/reports/ledger.ts';
import type { LookBack } from '../../../src/core/reports/lookBack.ts';
import type { WorkFigures } from '../../../src/core/assignments/workFigures.ts';
import type { AssignmentRow, WorkBoard } from '../../../src/core/assignments/workBoard.ts';

/** What the product shows, in the shape in which the books say it. */

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id).toSorted();

/** The title of a hole quotes the outcome of its assignment; the books keep only that. */
function plainTitle<T extends { readonly title: string }>(one: T): T {
  return { ...one, title: /“(.*)”/.exec(one.title)?.[1] ?? one.title };
}

export function productRow(row: BoardRow): Record<string, unknown> {
  return {
    ...row,
    turns: row.turns.map(({ holder, name, words, from, to }) => [holder, name, words, from, to].join(' ')),
    waitingSpells: row.waitingSpells
      .filter(({ from = '', to = '9' }) => to > row.askedOn && to > from)
      .map(({ name, from = '', to }) => [name, from > row.askedOn ? from : '', to].join(' '))
      .toSorted(),
    deliberation: row.deliberation && { ...row.deliberation },
    default: row.default && { on: row.default.on, outcome: row.default.outcome, stated: row.default.statedOn },
    title: plainTitle(row).title,
    blockedBy: row.blockedBy.map(plainTitle).toSorted(byId),
    blocks: row.blocks.map(plainTitle).toSorted(byId),
    reverses: row.reverses && plainTitle(row.reverses),
    reversedBy: row.reversedBy && plainTitle(row.reversedBy),
    disagreement: row.disagreement && {
      about: row.disagreement.about,
      counts: row.disagreement.counts.act,
      others: row.disagreement.others.map(({ act }) => act),
    },
    waiting: row.waiting.toSorted(),
    clarity: row.clarity?.hole,
    closing: row.closing && [row.closing.how, row.closing.on],
    check: row.check && [row.check.on, row.check.answer?.how, row.check.answer?.on],
  };
}

const slips = (list: readonly SlippedItem[]): string[] =>
  list.map(({ item, slip: { on, from, to, reason } }) => [on, item.id, from, to, reason].join(' ')).toSorted();

const changes = (list: readonly ChangedAssignment[]): string[] =>
  list.map(({ assignment: { id }, amendment: { on, costInDays } }) => [on, id, costInDays].join(' ')).toSorted();

export function productLedger(ledger: SharedLedger): Record<string, unknown> {
  return {
    owed: ids(ledger.owed.map(({ row }) => row)),
    theirMove: ids(ledger.theirMove.map(({ row }) => row)),
    personDays: ledger.personDays,
    handedOver: ledger.handedOver,
    decided: ids(ledger.decided.map(({ row }) => row)),
    withdrawn: ids(ledger.withdrawn),
    slipped: slips(ledger.slipped),
    reversed: ids(ledger.reversed),
    clarityOwed: ids(ledger.clarity.owed.map(({ row }) => row)),
    claritySettled: ids(ledger.clarity.settled.map(({ row }) => row)),
    changed: changes(ledger.changed),
    halves: ledger.halves,
  };
}

export function productLookBack(back: LookBack | undefined): Record<string, unknown> {
  if (back === undefined) return {};
  const { today: _today, isUnderWay: _under, people, ...fields } = back;
  return {
    ...fields,
    onLeader: ids(back.onLeader),
    people: Object.fromEntries(people.map(({ name, items, personDays }) => [name, { items, personDays }])),
    decided: ids(back.decided),
    withdrawn: ids(back.withdrawn),
    slipped: slips(back.slipped),
    held: ids(back.held),
    reversed: ids(back.reversed),
    changed: changes(back.changed),
    clarity: ids(back.clarity),
  };
}

export function productWork({ assignments }: WorkBoard): Record<string, unknown> {
  return Object.fromEntries(assignments.map((row) => [row.id, productBrief(row)]));
}

function productBrief(row: AssignmentRow): Record<string, unknown> {
  return {
    owner: row.agreement.owner,
    age: row.ageInDays,
    overdue: row.overdue,
    daysOver: row.daysOver,
    changes: row.changes,
    cost: row.costInDays,
    drag: row.drag,
    isClear: row.anyway === undefined,
    ending: row.closing?.result,
    owed: ids(row.owed),
  };
}

export function productFigures({ interruptions, churn, ...figures }: WorkFigures): Record<string, unknown> {
  return {
    ...figures,
    interruptions: Object.fromEntries(
      interruptions.map(({ person, count, thisWeek }) => [person, { count, thisWeek }]),
    ),
    churn: churn.map(({ rerankings }) => rerankings),
  };
}

/** The days that are neither cancelled nor the end of a hold that has passed. */
export function productDays(days: readonly CalendarDay[], today: Day): string[] {
  return days
    .filter(({ isCancelled, kind, day }) => !isCancelled && (kind !== 'until' || day >= today))
    .map(({ kind, day, uid, owner }) => [kind, day, uid.slice(kind.length + 1, -'@pacesetter'.length), owner].join(' '))
    .toSorted();
}
