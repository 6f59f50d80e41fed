import { type Day, laterDay } from '../time/day.ts';
import type { FactOf, ItemEntry } from '../entries/entry.ts';
import {
  type Blocker,
  currentTurn,
  type Disagreement,
  type Expectation,
  type Item,
  type PassedTurn,
  type ToldDay,
  type Turn,
} from './item.ts';
import type { WaitingPeople } from './waitingPeople.ts';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const none: readonly never[] = [];

/**
 * The item under construction. Its lists that entries both add to and take from are kept by key until the end, because
 * rebuilding them for each entry would be quadratic.
 */
export interface ItemDraft {
  readonly item: Mutable<Item>;
  readonly people: WaitingPeople;
  blockers: Map<string, Blocker> | undefined;
  /** The entry that closed it, and the one that answered its check. */
  closedBy: ItemEntry | undefined;
  answeredBy: ItemEntry | undefined;
  /** What is expected of the decision that closed it, kept while an import says that it was closed in another way. */
  expectation: Expectation | undefined;
  /** What two machines wrote differently and the leader has not settled, by what it is about. */
  readonly disagreements: Map<Disagreement['about'], Disagreement>;
  /** The disagreement that was settled last, and by what. */
  settled: { readonly by: FactOf<'disagreementSettled'> & ItemEntry; readonly disagreement: Disagreement } | undefined;
  /** Ids of the entries without effect. */
  idle: Set<string> | undefined;
  /** When a person here last passed it on, took it back, closed or reopened it, ISO 8601 in UTC. */
  movedByHandAt: string | undefined;
  /** When it got its title outside, ISO 8601 in UTC; empty: as it was captured. Undefined: a person wrote the title. */
  titledOutsideAt: string | undefined;
  /** The day of the first response other than the closing. */
  respondedBefore: Day | undefined;
}

export function ignore(draft: ItemDraft, { id }: ItemEntry): void {
  (draft.idle ??= new Set()).add(id);
}

export function respond(item: Mutable<Item>, on: Day): void {
  if (item.respondedOn === undefined || on < item.respondedOn) item.respondedOn = on;
}

/** Ends a hold as well: whoever has the ball now settles the question. */
export function startTurn({ item }: ItemDraft, turn: Omit<PassedTurn, 'from' | 'to'>, on: Day): void {
  // Entries of two machines can have days that run backwards. Overlapping turns would be subtracted twice.
  const from = laterDay(on, item.turns.at(-1)?.to ?? on);
  item.turns = appended<Turn>(item.turns, { ...turn, from, to: undefined });
  endHold(item, from);
}

export function endHold(item: Mutable<Item>, on: Day): void {
  if (item.deliberation === undefined) return;
  item.deliberation = undefined;
  const hold = item.toldDays.findLastIndex(({ by }) => by === 'hold');
  const told = item.toldDays[hold];
  if (told !== undefined) (item.toldDays as ToldDay[])[hold] = { ...told, endedOn: on };
}

export function endTurn(item: Mutable<Item>, on: Day): void {
  const turn = currentTurn(item);
  if (turn === undefined) return;
  (item.turns as Turn[])[item.turns.length - 1] = { ...turn, to: laterDay(turn.from, on) };
}

/** Appends in place: a non-empty list belongs to this fold, and copying it each time would be quadratic. */
export function appended<T>(list: readonly T[], next: T): readonly T[] {
  if (list === none) return [next];
  (list as T[]).push(next);
  return list;
}
