import { isDay } from '../time/day.ts';
import type { Envelope, Fact, FactOf } from './entry.ts';
import {
  type Agreement,
  type AgreementChange,
  type AgreementField,
  type AssignmentResult,
  assignmentResults,
} from './workFacts.ts';
import { type ClosedAs, closedAs, type Door, doors, type ItemKind, itemKinds } from './itemFacts.ts';
import {
  leastSure,
  listLimits,
  longestCode,
  longestFileName,
  longestRecordStatus,
  longestSourceKey,
  longestSourceSystem,
  longestTeam,
  mostDays,
  mostDisagreeing,
  mostEntries,
  mostSure,
  mostWaiting,
  textLimits,
} from './limits.ts';

type Check<T> = (value: unknown) => value is T;
type Shape<F> = { readonly [K in Exclude<keyof F, 'type'>]-?: Check<F[K]> };

/** A text of at most this many UTF-16 code units. */
function text(limit: number): Check<string> {
  return (value): value is string => typeof value === 'string' && value.length <= limit;
}
/** The same, and not empty. */
function filled(limit: number): Check<string> {
  return (value): value is string => typeof value === 'string' && value !== '' && value.length <= limit;
}
function list(most: number, check: Check<string>): Check<readonly string[]> {
  return (value): value is readonly string[] => Array.isArray(value) && value.length <= most && value.every(check);
}
function upTo(most: number): Check<number> {
  return (value): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
}
function maybe<T>(check: Check<T>): Check<T | undefined> {
  return (value): value is T | undefined => value === undefined || check(value);
}
function orNull<T>(check: Check<T>): Check<T | null | undefined> {
  return (value): value is T | null | undefined => value === undefined || value === null || check(value);
}

const longestId = 100;
// The length is checked apart, because an expression that counts takes a third longer; this runs four times a line.
const idShape = /^[\w-]+$/;
/** Whether it can be the id of an entry, an act, a device or a subject. It is then safe in an address and a file name. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= longestId && idShape.test(value);

const isKind = (value: unknown): value is ItemKind => itemKinds.includes(value as ItemKind);
const isDoor = (value: unknown): value is Door => doors.includes(value as Door);
const isClosedAs = (value: unknown): value is ClosedAs => closedAs.includes(value as ClosedAs);
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';
const isAmount = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= mostDays;
const isSureness = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= leastSure && (value as number) <= mostSure;
const isResult = (value: unknown): value is AssignmentResult => assignmentResults.includes(value as AssignmentResult);

const isName = text(textLimits.name);
const isReason = filled(textLimits.reason);
const isQuestion = filled(textLimits.question);
const isOutcome = filled(textLimits.outcome);
const isTitle = filled(textLimits.title);
const isNote = text(textLimits.note);
const isLink = text(textLimits.link);
const isBecause = text(textLimits.because);
const isCode = text(longestCode);
const isFileName = text(longestFileName);
const source = { sourceSystem: maybe(text(longestSourceSystem)), sourceKey: maybe(text(longestSourceKey)) };
const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && timeShape.test(value) && isDay(value.slice(0, 10));
const outside = { via: maybe(isCode), at: maybe(isInstant) };
const isTeam = text(longestTeam);
const isRecordStatus = text(longestRecordStatus);
/** Of a change: it may take away everybody that several machines have named. */
const areNames = list(mostWaiting, isName);
const isFilledName = filled(textLimits.name);
const areFilledNames = list(listLimits.names, isFilledName);
const areTags = list(listLimits.tags, text(textLimits.tag));
const areItems = list(listLimits.dependsOn, isId);

const agreement: Shape<Agreement> = {
  outcome: isOutcome,
  excluded: maybe(text(textLimits.excluded)),
  deliverables: maybe(text(textLimits.deliverables)),
  owner: filled(textLimits.owner),
  doneWhen: maybe(text(textLimits.doneWhen)),
  dependsOn: maybe(areItems),
  dueOn: maybe(isDay),
  isAgreed: maybe(isFlag),
  serves: maybe(isId),
  displaces: maybe(text(textLimits.displaces)),
};
const change: Shape<AgreementChange> = {
  outcome: maybe(isOutcome),
  excluded: orNull(text(textLimits.excluded)),
  deliverables: orNull(text(textLimits.deliverables)),
  doneWhen: orNull(text(textLimits.doneWhen)),
  dependsOn: orNull(areItems),
  dueOn: orNull(isDay),
  isAgreed: orNull(isFlag),
  serves: orNull(isId),
  displaces: orNull(text(textLimits.displaces)),
};
const isField = (value: unknown): value is AgreementField =>
  typeof value === 'string' && Object.hasOwn(agreement, value);

/**
 * The shape of each fact; the compiler checks it against the type. Every line of a log is validated, and this table costs
 * about a third of a schema library (docs/decisions/0002). Arguments of commands and messages of the panel use zod.
 */
const shapes: { readonly [T in Fact['type']]: Shape<FactOf<T>> } = {
  itemCaptured: {
    item: isId,
    kind: isKind,
    title: isTitle,
    askedOn: isDay,
    promisedOn: isDay,
    target: maybe(upTo(mostDays)),
    door: maybe(isDoor),
    askedBy: maybe(isName),
    waiting: maybe(list(listLimits.waiting, isName)),
    owedBy: maybe(isName),
    tags: maybe(areTags),
    link: maybe(isLink),
    note: maybe(isNote),
    importedFrom: maybe(isFileName),
    ...source,
    isAskedEstimated: maybe(isFlag),
    team: maybe(isTeam),
    ...outside,
  },
  itemEdited: {
    item: isId,
    title: maybe(isTitle),
    kind: maybe(isKind),
    askedOn: maybe(isDay),
    isAskedEstimated: maybe(isFlag),
    door: orNull(isDoor),
    askedBy: orNull(isName),
    owedBy: orNull(isName),
    tags: maybe(areTags),
    link: orNull(isLink),
    note: orNull(isNote),
    team: orNull(isTeam),
    ...source,
    ...outside,
    changedOn: maybe(isDay),
  },
  promiseMoved: { item: isId, promisedOn: isDay, reason: isReason, reasonCode: maybe(isCode), movedOn: isDay },
  waitingChanged: { item: isId, added: maybe(areNames), removed: maybe(areNames), since: maybe(isDay), ...outside },
  itemAcknowledged: { item: isId, note: maybe(isNote), acknowledgedOn: isDay },
  itemSentBack: {
    item: isId,
    question: isQuestion,
    questionCode: maybe(isCode),
    to: maybe(isName),
    sentBackOn: isDay,
    ...outside,
  },
  itemReturned: { item: isId, answer: maybe(text(textLimits.answer)), returnedOn: isDay, ...outside },
  itemHandedOver: { item: isId, to: filled(textLimits.to), note: maybe(isNote), handedOverOn: isDay },
  deliberationStarted: { item: isId, question: isQuestion, until: isDay, startedOn: isDay },
  blockerNamed: { item: isId, blocker: isId, namedOn: isDay },
  blockerVerified: { item: isId, blocker: isId, verifiedOn: isDay },
  blockerRemoved: { item: isId, blocker: isId, removedOn: isDay },
  dependencyChased: { item: isId, whom: filled(textLimits.whom), note: maybe(isNote), chasedOn: isDay },
  defaultStated: { item: isId, outcome: isOutcome, takesEffectOn: isDay, statedOn: isDay },
  defaultDropped: { item: isId, droppedOn: isDay },
  itemDecided: {
    item: isId,
    outcome: isOutcome,
    because: maybe(isBecause),
    decidedOn: isDay,
    isEstimated: maybe(isFlag),
    recordStatus: maybe(isRecordStatus),
    expect: maybe(filled(textLimits.expect)),
    sureness: maybe(isSureness),
    ...outside,
  },
  itemCleared: { item: isId, note: maybe(isNote), clearedOn: isDay, isEstimated: maybe(isFlag) },
  itemWithdrawn: {
    item: isId,
    reason: isReason,
    reasonCode: maybe(isCode),
    withdrawnOn: isDay,
    isEstimated: maybe(isFlag),
    ...outside,
  },
  closingCorrected: {
    item: isId,
    closedAs: isClosedAs,
    closedOn: isDay,
    isEstimated: maybe(isFlag),
    outcome: maybe(isOutcome),
    because: maybe(isBecause),
    recordStatus: maybe(isRecordStatus),
    note: maybe(isNote),
    reason: maybe(isReason),
    promisedOn: maybe(isDay),
    correctedOn: isDay,
  },
  itemDecidedBySilence: { item: isId, outcome: isOutcome, decidedOn: isDay, confirmedOn: isDay },
  checkDaySet: { item: isId, checkOn: isDay, setOn: isDay },
  checkHeld: { item: isId, note: maybe(isNote), answeredOn: isDay },
  itemReversed: {
    item: isId,
    reason: isReason,
    successor: isId,
    replaces: maybe(isId),
    reworkInDays: maybe(isAmount),
    answeredOn: isDay,
  },
  disagreementSettled: { item: isId, counts: isId, over: list(mostDisagreeing, isId), settledOn: isDay },
  itemReopened: { item: isId, reason: isReason, reasonCode: maybe(isCode), reopenedOn: isDay, ...outside },
  clarityOwed: { item: isId, assignment: isId, hole: isField, titleIs: maybe(isCode) },
  itemSettled: { item: isId, answer: filled(textLimits.answer), answerCode: maybe(isCode), settledOn: isDay },
  assignmentDrafted: {
    assignment: isId,
    ...agreement,
    outcome: maybe(text(textLimits.outcome)),
    owner: maybe(isName),
    draftedOn: isDay,
  },
  draftDropped: { assignment: isId, droppedOn: isDay },
  assignmentMade: { assignment: isId, ...agreement, anyway: maybe(text(textLimits.reason)), madeOn: isDay },
  assignmentChanged: { assignment: isId, ...change, reason: isReason, costInDays: isAmount, changedOn: isDay },
  agreementFilled: {
    assignment: isId,
    ...change,
    owner: maybe(filled(textLimits.owner)),
    settles: isId,
    filledOn: isDay,
  },
  assignmentReassigned: {
    assignment: isId,
    owner: filled(textLimits.owner),
    reason: isReason,
    costInDays: isAmount,
    reassignedOn: isDay,
  },
  assignmentClosed: { assignment: isId, result: isResult, note: maybe(isNote), closedOn: isDay },
  priorityAdded: {
    priority: isId,
    title: isTitle,
    stops: maybe(text(textLimits.stops)),
    because: maybe(isBecause),
    told: maybe(text(textLimits.told)),
    addedOn: isDay,
  },
  priorityRenamed: { priority: isId, title: isTitle },
  priorityRetired: { priority: isId, reason: isReason, retiredOn: isDay },
  prioritiesRanked: {
    order: list(listLimits.priorities, isId),
    stops: filled(textLimits.stops),
    because: filled(textLimits.because),
    told: filled(textLimits.told),
    rankedOn: isDay,
  },
  namesJoined: { names: areFilledNames, joinedOn: isDay },
  namesParted: { names: areFilledNames, partedOn: isDay },
  personDiscussed: { person: isFilledName, discussedOn: isDay },
  entriesImported: { from: isFileName, count: upTo(mostEntries), importedOn: isDay },
  actUndone: { undoes: isId },
};

const timeShape = /^.{10}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?Z$/;

const isClock = (value: unknown): value is string => typeof value === 'string' && clockShape.test(value);
// Twelve hexadecimal digits of milliseconds up to the year 10018, then a counter. Without this limit, one line with a
// greater clock would push every later clock beyond the format.
const clockShape = /^(?!e[7-9a-f]|f)[0-9a-f]{12}-[0-9a-f]{4}$/;

const envelope: Shape<Envelope> = {
  id: isId,
  clock: isClock,
  device: isId,
  act: isId,
  loggedAt: isInstant,
  day: maybe(isDay),
  importedBy: maybe(isId),
};

/** By type, the check of each field, and which fields must be there. */
const checks: ReadonlyMap<string, Checks> = new Map(
  Object.entries(shapes).map(([type, shape]) => {
    const all: [string, AnyCheck][] = Object.entries({ ...envelope, ...shape });
    const required = all.filter(([, isFine]) => !isFine(undefined)).map(([field]) => field);
    return [type, { type: type as Fact['type'], check: new Map(all), required }];
  }),
);
type AnyCheck = (value: unknown) => boolean;
interface Checks {
  readonly type: Fact['type'];
  readonly check: ReadonlyMap<string, AnyCheck>;
  /** Fields that may not be absent, as most may. */
  readonly required: readonly string[];
}

/** The type of entry as this version knows it: the same text, in one copy; undefined if this version does not know it. */
export function knownType(type: unknown): Fact['type'] | undefined {
  return typeof type === 'string' ? checks.get(type)?.type : undefined;
}

/**
 * The name of the first field that is invalid for the type of the entry; undefined when all are valid. Fields this
 * version does not know are kept, as long as an entry stays flat and bounded. Hot path: runs for every line.
 */
export function faultyField(candidate: Readonly<Record<string, unknown>>): string | undefined {
  const shape = checks.get(candidate['type'] as string);
  if (shape === undefined) return 'type';
  let extras = 0;
  for (const field in candidate) {
    const isFine = shape.check.get(field);
    if (isFine !== undefined) {
      if (!isFine(candidate[field])) return field;
    } else if (field !== 'v' && field !== 'type') {
      if (++extras > mostExtras || !extraName.test(field) || !isFlat(candidate[field])) return field;
    }
  }
  for (const field of shape.required) if (candidate[field] === undefined) return field;
  return undefined;
}

const mostExtras = 20;
const extraName = /^[A-Za-z]\w{0,99}$/;
const isShort = text(textLimits.note);

function isFlat(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= mostWaiting && value.every(isPrimitive);
  return isPrimitive(value);
}

function isPrimitive(value: unknown): boolean {
  return value === null || isFlag(value) || typeof value === 'number' || value === undefined || isShort(value);
}
