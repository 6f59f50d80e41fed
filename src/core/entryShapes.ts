import { isDay } from './day.ts';
import type { Envelope, Fact } from './entries.ts';
import { type Door, doors, type ItemKind, itemKinds } from './itemFacts.ts';

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
  itemAcknowledged: { item: isFilled, note: maybe(isText), acknowledgedOn: isDay },
  itemSentBack: { item: isFilled, question: isFilled, to: maybe(isText), sentBackOn: isDay },
  itemReturned: { item: isFilled, answer: maybe(isText), returnedOn: isDay },
  itemHandedOver: { item: isFilled, to: isFilled, note: maybe(isText), handedOverOn: isDay },
  deliberationStarted: { item: isFilled, question: isFilled, until: isDay, startedOn: isDay },
  blockerNamed: { item: isFilled, blocker: isFilled, namedOn: isDay },
  blockerVerified: { item: isFilled, blocker: isFilled, verifiedOn: isDay },
  blockerRemoved: { item: isFilled, blocker: isFilled, removedOn: isDay },
  dependencyChased: { item: isFilled, whom: isFilled, note: maybe(isText), chasedOn: isDay },
  defaultStated: { item: isFilled, outcome: isFilled, takesEffectOn: isDay, statedOn: isDay },
  defaultDropped: { item: isFilled, droppedOn: isDay },
  itemDecided: { item: isFilled, outcome: isFilled, because: maybe(isText), decidedOn: isDay },
  itemCleared: { item: isFilled, note: maybe(isText), clearedOn: isDay },
  itemWithdrawn: { item: isFilled, reason: isFilled, withdrawnOn: isDay },
  itemDecidedBySilence: { item: isFilled, outcome: isFilled, decidedOn: isDay, confirmedOn: isDay },
  checkDaySet: { item: isFilled, checkOn: isDay, setOn: isDay },
  checkHeld: { item: isFilled, note: maybe(isText), answeredOn: isDay },
  itemReversed: { item: isFilled, reason: isFilled, successor: isFilled, answeredOn: isDay },
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
