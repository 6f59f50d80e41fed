import { type Day, isDay } from './day.ts';

/**
 * The facts a log can hold. Names and shapes are on disk for ever: a released one is never changed or reused. A new
 * type of entry needs no new version, because a reader that does not know it treats it like one from a newer version.
 */

export const itemKinds = ['decision', 'approval', 'dependency'] as const;
/** What waits on the leader: choose, say yes or no, or clear something the team needs from elsewhere. */
export type ItemKind = (typeof itemKinds)[number];

export const doors = ['two-way', 'one-way'] as const;
/** Whether a decision is reversible (two-way) or hard to undo (one-way). */
export type Door = (typeof doors)[number];

/** What every entry carries besides its fact. */
export interface Envelope {
  /** Time-ordered and unique; reading the same id twice counts once. */
  readonly id: string;
  /** Hybrid logical clock: the order of all entries of all devices. See `hybridClock.ts`. */
  readonly clock: string;
  /** The machine that wrote it. */
  readonly device: string;
  /** Shared by the entries one act wrote together; undo takes back an act. */
  readonly act: string;
  /** What the wall clock said, ISO 8601 in UTC. */
  readonly loggedAt: string;
}

export interface ItemCaptured {
  readonly type: 'itemCaptured';
  readonly item: string;
  readonly kind: ItemKind;
  readonly title: string;
  /** The day somebody first needed it from the leader; every clock starts here. */
  readonly askedOn: Day;
  /** The first promise. Frozen: a later move is a fact of its own. */
  readonly promisedOn: Day;
  /** Working days from asked to promised when no day was given and the leader's target set the promise. */
  readonly target?: number | undefined;
  readonly door?: Door | undefined;
  readonly askedBy?: string | undefined;
  readonly waiting?: readonly string[] | undefined;
  /** Who owes a dependency. */
  readonly owedBy?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly link?: string | undefined;
  readonly note?: string | undefined;
  /** Name of the file the item was imported from, without its folders. */
  readonly importedFrom?: string | undefined;
}

/** Corrections. A field that is absent stays; `null` empties it. No edit moves a promise or restarts a clock. */
export interface ItemEdited {
  readonly type: 'itemEdited';
  readonly item: string;
  readonly title?: string | undefined;
  readonly kind?: ItemKind | undefined;
  readonly askedOn?: Day | undefined;
  readonly door?: Door | null | undefined;
  readonly askedBy?: string | null | undefined;
  readonly owedBy?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly link?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** The leader promised another day. The first promise stays in the capture; each move is a slip with its reason. */
export interface PromiseMoved {
  readonly type: 'promiseMoved';
  readonly item: string;
  readonly promisedOn: Day;
  readonly reason: string;
  readonly movedOn: Day;
}

export interface WaitingChanged {
  readonly type: 'waitingChanged';
  readonly item: string;
  readonly added?: readonly string[] | undefined;
  readonly removed?: readonly string[] | undefined;
}

export interface ItemDecided {
  readonly type: 'itemDecided';
  readonly item: string;
  readonly outcome: string;
  readonly because?: string | undefined;
  readonly decidedOn: Day;
}

/** A dependency is no longer in the way. */
export interface ItemCleared {
  readonly type: 'itemCleared';
  readonly item: string;
  readonly note?: string | undefined;
  readonly clearedOn: Day;
}

export interface ItemWithdrawn {
  readonly type: 'itemWithdrawn';
  readonly item: string;
  readonly reason: string;
  readonly withdrawnOn: Day;
}

export interface ItemReopened {
  readonly type: 'itemReopened';
  readonly item: string;
  readonly reason: string;
  readonly reopenedOn: Day;
}

/** Takes an earlier act out of force. Undoing an undo puts the act back into force. */
export interface ActUndone {
  readonly type: 'actUndone';
  readonly undoes: string;
}

export type ItemFact =
  ItemCaptured | ItemEdited | PromiseMoved | WaitingChanged | ItemDecided | ItemCleared | ItemWithdrawn | ItemReopened;
export type Fact = ItemFact | ActUndone;
export type Entry = Fact & Envelope;
export type ItemEntry = ItemFact & Envelope;

type Check<T> = (value: unknown) => value is T;
type Shape<F> = { readonly [K in Exclude<keyof F, 'type'>]-?: Check<F[K]> };

const isText = (value: unknown): value is string => typeof value === 'string';
const isFilled = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;
const isKind = (value: unknown): value is ItemKind => itemKinds.includes(value as ItemKind);
const isDoor = (value: unknown): value is Door => doors.includes(value as Door);

function maybe<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}
function orNull<T>(check: Check<T>): Check<T | null | undefined> {
  return (value): value is T | null | undefined => value === undefined || value === null || check(value);
}

/**
 * The shape of each fact, tied to its type by the compiler. Reading a log checks every line, and this table does it
 * at about a third of the cost of a schema library (docs/decisions/0002); whatever comes from a person is parsed with zod.
 */
const shapes: { readonly [T in Fact['type']]: Shape<Extract<Fact, { type: T }>> } = {
  itemCaptured: {
    item: isFilled,
    kind: isKind,
    title: isFilled,
    askedOn: isDay,
    promisedOn: isDay,
    target: maybe(isCount),
    door: maybe(isDoor),
    askedBy: maybe(isText),
    waiting: maybe(isTexts),
    owedBy: maybe(isText),
    tags: maybe(isTexts),
    link: maybe(isText),
    note: maybe(isText),
    importedFrom: maybe(isText),
  },
  itemEdited: {
    item: isFilled,
    title: maybe(isFilled),
    kind: maybe(isKind),
    askedOn: maybe(isDay),
    door: orNull(isDoor),
    askedBy: orNull(isText),
    owedBy: orNull(isText),
    tags: maybe(isTexts),
    link: orNull(isText),
    note: orNull(isText),
  },
  promiseMoved: { item: isFilled, promisedOn: isDay, reason: isFilled, movedOn: isDay },
  waitingChanged: { item: isFilled, added: maybe(isTexts), removed: maybe(isTexts) },
  itemDecided: { item: isFilled, outcome: isFilled, because: maybe(isText), decidedOn: isDay },
  itemCleared: { item: isFilled, note: maybe(isText), clearedOn: isDay },
  itemWithdrawn: { item: isFilled, reason: isFilled, withdrawnOn: isDay },
  itemReopened: { item: isFilled, reason: isFilled, reopenedOn: isDay },
  actUndone: { undoes: isFilled },
};

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && timeShape.test(value) && isDay(value.slice(0, 10));
const timeShape = /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

const isClock = (value: unknown): value is string => typeof value === 'string' && clockShape.test(value);
// Twelve hexadecimal digits of milliseconds up to the year 9999, then a counter: a line from beyond the calendar
// would otherwise push every later clock past what the format can hold.
const clockShape = /^(?!e[7-9a-f]|f)[0-9a-f]{12}-[0-9a-f]{4}$/;

const envelope: Shape<Envelope> = {
  id: isFilled,
  clock: isClock,
  device: isFilled,
  act: isFilled,
  loggedAt: isInstant,
};

/** For each type its fields and their checks, side by side: this is walked for every line of every log. */
const checks: ReadonlyMap<string, Checks> = new Map(
  Object.entries(shapes).map(([type, shape]) => {
    const all: Readonly<Record<string, AnyCheck>> = { ...envelope, ...shape };
    const check = Object.values(all);
    return [type, { fields: Object.keys(all), check, optional: check.map((isFine) => isFine(undefined)) }];
  }),
);
type AnyCheck = (value: unknown) => boolean;
interface Checks {
  readonly fields: readonly string[];
  readonly check: readonly AnyCheck[];
  /** Whether the field may be absent, which most are: asked once here instead of for every line. */
  readonly optional: readonly boolean[];
}

/** Whether this version knows the type of entry. */
export function isKnownType(type: unknown): boolean {
  return typeof type === 'string' && checks.has(type);
}

/** The name of the first field that is not what an entry of its type must have; undefined when all are. */
export function faultyField(candidate: Readonly<Record<string, unknown>>): string | undefined {
  const shape = checks.get(candidate['type'] as string);
  if (shape === undefined) return 'type';
  const { fields, check, optional } = shape;
  for (let at = 0; at < fields.length; at++) {
    const value = candidate[fields[at]!];
    if (value === undefined ? !optional[at] : !check[at]!(value)) return fields[at];
  }
  return undefined;
}
