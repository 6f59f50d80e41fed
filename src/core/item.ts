import type { Day } from './day.ts';
import { namesWithout, uniqueNames } from './names.ts';
import type { Door, ItemEntry, ItemKind } from './entries.ts';

export type Closing =
  | { readonly how: 'decided'; readonly on: Day; readonly outcome: string; readonly because: string | undefined }
  | { readonly how: 'cleared'; readonly on: Day; readonly note: string | undefined }
  | { readonly how: 'withdrawn'; readonly on: Day; readonly reason: string };

/** A promise that was moved. */
export interface Slip {
  readonly from: Day;
  readonly to: Day;
  readonly reason: string;
  readonly on: Day;
}

/** Something that waits on the leader, as the log tells it. Nothing here depends on the day it is looked at. */
export interface Item {
  readonly id: string;
  readonly kind: ItemKind;
  readonly title: string;
  readonly door: Door | undefined;
  readonly askedOn: Day;
  readonly askedBy: string | undefined;
  /** Instant of the capture, ISO 8601 in UTC. */
  readonly loggedAt: string;
  /** The promise in force: the first one, or the last it was moved to. */
  readonly promisedOn: Day;
  /** Frozen at the capture; whether a promise was kept is judged on this day. */
  readonly firstPromisedOn: Day;
  readonly slips: readonly Slip[];
  /** Working days the leader's target gave when no day was named; undefined when somebody named the day. */
  readonly target: number | undefined;
  readonly waiting: readonly string[];
  readonly owedBy: string | undefined;
  readonly tags: readonly string[];
  readonly link: string | undefined;
  readonly note: string | undefined;
  readonly importedFrom: string | undefined;
  /** Undefined while it is open. */
  readonly closing: Closing | undefined;
  /** A newer Pacesetter wrote about it: shown, never changed here. */
  readonly readOnly: boolean;
  /** Everything in force that was said about it, oldest first. */
  readonly history: readonly ItemEntry[];
}

/**
 * Folds what is known about one item, in the order of the clock. Total: it never throws and never refuses.
 *
 * - Without a capture there is no item yet; what was said about it waits until the capture arrives.
 * - The first capture counts; a second one of the same item (the same import on two machines) changes nothing.
 * - A second closing changes nothing: the item was closed by the first. Reopening an open item changes nothing.
 */
export function foldItem(entries: readonly ItemEntry[], readOnly: boolean): Item | undefined {
  const capture = entries.find((entry) => entry.type === 'itemCaptured');
  if (capture === undefined) return undefined;
  const item: Mutable<Item> = {
    id: capture.item,
    kind: capture.kind,
    title: capture.title,
    door: capture.door,
    askedOn: capture.askedOn,
    askedBy: capture.askedBy,
    loggedAt: capture.loggedAt,
    promisedOn: capture.promisedOn,
    firstPromisedOn: capture.promisedOn,
    slips: [],
    target: capture.target,
    waiting: capture.waiting ?? [],
    owedBy: capture.owedBy,
    tags: capture.tags ?? [],
    link: capture.link,
    note: capture.note,
    importedFrom: capture.importedFrom,
    closing: undefined,
    readOnly,
    history: entries,
  };
  for (const entry of entries) apply(item, entry);
  return item;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function apply(item: Mutable<Item>, entry: ItemEntry): void {
  switch (entry.type) {
    case 'itemCaptured':
      return;
    case 'itemEdited':
      item.title = entry.title ?? item.title;
      item.kind = entry.kind ?? item.kind;
      item.askedOn = entry.askedOn ?? item.askedOn;
      item.tags = entry.tags ?? item.tags;
      item.door = edited(entry.door, item.door);
      item.askedBy = edited(entry.askedBy, item.askedBy);
      item.owedBy = edited(entry.owedBy, item.owedBy);
      item.link = edited(entry.link, item.link);
      item.note = edited(entry.note, item.note);
      return;
    case 'promiseMoved':
      item.slips = [
        ...item.slips,
        { from: item.promisedOn, to: entry.promisedOn, reason: entry.reason, on: entry.movedOn },
      ];
      item.promisedOn = entry.promisedOn;
      return;
    case 'waitingChanged': {
      item.waiting = uniqueNames([...namesWithout(item.waiting, entry.removed ?? []), ...(entry.added ?? [])]);
      return;
    }
    case 'itemDecided':
      item.closing ??= { how: 'decided', on: entry.decidedOn, outcome: entry.outcome, because: entry.because };
      return;
    case 'itemCleared':
      item.closing ??= { how: 'cleared', on: entry.clearedOn, note: entry.note };
      return;
    case 'itemWithdrawn':
      item.closing ??= { how: 'withdrawn', on: entry.withdrawnOn, reason: entry.reason };
      return;
    case 'itemReopened':
      item.closing = undefined;
      return;
    default:
      entry satisfies never;
  }
}

/** `undefined` leaves a field as it is, `null` empties it. */
function edited<T>(change: T | null | undefined, current: T | undefined): T | undefined {
  return change === undefined ? current : (change ?? undefined);
}
