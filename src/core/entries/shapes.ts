import { isDay } from '../time/day.ts';
import type { Envelope, Fact, FactOf } from './entry.ts';
import {
  type Agreement,
  type AgreementChange,
  type AgreementField,
  type AssignmentResult,
  assignmentResults,
} from './workFacts.ts';
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

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isAmount = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isResult = (value: unknown): value is AssignmentResult => assignmentResults.includes(value as AssignmentResult);

const agreement: Shape<Agreement> = {
  outcome: isFilled,
  excluded: maybe(isText),
  deliverables: maybe(isText),
  owner: isFilled,
  doneWhen: maybe(isText),
  dependsOn: maybe(isTexts),
  dueOn: maybe(isDay),
  isAgreed: maybe(isFlag),
  serves: maybe(isText),
  displaces: maybe(isText),
};
const change: Shape<AgreementChange> = {
  outcome: maybe(isFilled),
  excluded: orNull(isText),
  deliverables: orNull(isText),
  doneWhen: orNull(isText),
  dependsOn: orNull(isTexts),
  dueOn: orNull(isDay),
  isAgreed: orNull(isFlag),
  serves: orNull(isText),
  displaces: orNull(isText),
};
const isField = (value: unknown): value is AgreementField =>
  typeof value === 'string' && Object.hasOwn(agreement, value);

/**
 * The shape of each fact; the compiler checks it against the type. Every line of a log is validated, and this table costs
 * about a third of a schema library (docs/decisions/0002). Arguments of commands and messages of the panel use zod.
 */
const shapes: { readonly [T in Fact['type']]: Shape<FactOf<T>> } = {
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
  itemWithdrawn: { item: isFilled, reason: isFilled, reasonCode: maybe(isText), withdrawnOn: isDay },
  itemDecidedBySilence: { item: isFilled, outcome: isFilled, decidedOn: isDay, confirmedOn: isDay },
  checkDaySet: { item: isFilled, checkOn: isDay, setOn: isDay },
  checkHeld: { item: isFilled, note: maybe(isText), answeredOn: isDay },
  itemReversed: { item: isFilled, reason: isFilled, successor: isFilled, answeredOn: isDay },
  itemReopened: { item: isFilled, reason: isFilled, reopenedOn: isDay },
  clarityOwed: { item: isFilled, assignment: isFilled, hole: isField, titleIs: maybe(isText) },
  itemSettled: { item: isFilled, answer: isFilled, answerCode: maybe(isText), settledOn: isDay },
  assignmentDrafted: {
    assignment: isFilled,
    ...agreement,
    outcome: maybe(isText),
    owner: maybe(isText),
    draftedOn: isDay,
  },
  draftDropped: { assignment: isFilled, droppedOn: isDay },
  assignmentMade: { assignment: isFilled, ...agreement, anyway: maybe(isText), madeOn: isDay },
  assignmentChanged: { assignment: isFilled, ...change, reason: isFilled, costInDays: isAmount, changedOn: isDay },
  agreementFilled: { assignment: isFilled, ...change, owner: maybe(isFilled), settles: isFilled, filledOn: isDay },
  assignmentReassigned: {
    assignment: isFilled,
    owner: isFilled,
    reason: isFilled,
    costInDays: isAmount,
    reassignedOn: isDay,
  },
  assignmentClosed: { assignment: isFilled, result: isResult, note: maybe(isText), closedOn: isDay },
  priorityAdded: {
    priority: isFilled,
    title: isFilled,
    stops: maybe(isText),
    because: maybe(isText),
    told: maybe(isText),
    addedOn: isDay,
  },
  priorityRenamed: { priority: isFilled, title: isFilled },
  priorityRetired: { priority: isFilled, reason: isFilled, retiredOn: isDay },
  prioritiesRanked: { order: isTexts, stops: isFilled, because: isFilled, told: isFilled, rankedOn: isDay },
  entriesImported: { from: isText, count: isCount, importedOn: isDay },
  actUndone: { undoes: isFilled },
};

const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && timeShape.test(value) && isDay(value.slice(0, 10));
const timeShape = /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

const isClock = (value: unknown): value is string => typeof value === 'string' && clockShape.test(value);
// Twelve hexadecimal digits of milliseconds up to the year 10018, then a counter. Without this limit, one line with a
// greater clock would push every later clock beyond the format.
const clockShape = /^(?!e[7-9a-f]|f)[0-9a-f]{12}-[0-9a-f]{4}$/;

const envelope: Shape<Envelope> = {
  id: isFilled,
  clock: isClock,
  device: isFilled,
  act: isFilled,
  loggedAt: isInstant,
  importedBy: maybe(isFilled),
};

/** For each type its fields and their checks, as parallel arrays: they are iterated for every line of a log. */
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
  /** Whether the field may be absent, as most are: computed once instead of for every line. */
  readonly optional: readonly boolean[];
}

/** Whether this version knows the type of entry. */
export function isKnownType(type: unknown): boolean {
  return typeof type === 'string' && checks.has(type);
}

/** The name of the first field that is invalid for the type of the entry; undefined when all are valid. */
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
