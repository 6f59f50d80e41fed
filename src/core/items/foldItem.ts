import { type Day, laterDay } from '../time/day.ts';
import type { FactOf, ItemEntry } from '../entries/entry.ts';
import { mostBlockers, mostWaiting } from '../entries/limits.ts';
import { type Blocker, type Closing, currentTurn, type Item, type Turn } from './item.ts';
import { nameKey, uniqueNames } from '../text/names.ts';

/**
 * Folds the entries of one item, which are in the order of the clock. Total: it never throws and never refuses.
 *
 * - Without a capture there is no item; its other entries take effect once the capture arrives.
 * - The first capture counts; a second one of the same item (the same import on two machines) has no effect.
 * - The first closing counts; a second one has no effect. Reopening an open item has no effect.
 * - Entries for open items have no effect on a closed one, and the other way round.
 * - People beyond {@link mostWaiting} and blockers beyond {@link mostBlockers} have no effect.
 * - Sending back has no effect unless the leader has the ball; returning has none if the leader has it.
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
    slips: none,
    target: capture.target,
    waiting: capture.waiting ?? none,
    owedBy: capture.owedBy,
    tags: capture.tags ?? none,
    link: capture.link,
    note: capture.note,
    importedFrom: capture.importedFrom,
    sourceSystem: capture.sourceSystem,
    sourceKey: capture.sourceKey,
    isAskedEstimated: capture.isAskedEstimated ?? false,
    acknowledgedOn: undefined,
    respondedOn: undefined,
    turns: none,
    deliberation: undefined,
    blockers: none,
    chases: none,
    default: undefined,
    clarity: undefined,
    closing: undefined,
    check: undefined,
    readOnly,
    history: entries,
  };
  const lists: Lists = { item, people: undefined, blockers: undefined, respondedBefore: undefined };
  for (const entry of entries) apply(lists, entry);
  if (lists.people !== undefined) item.waiting = [...lists.people.values()];
  if (lists.blockers !== undefined) item.blockers = [...lists.blockers.values()];
  return item;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const none: readonly never[] = [];

/**
 * The item under construction. Its lists that entries both add to and take from are kept by key until the end, because
 * rebuilding them for each entry would be quadratic.
 */
interface Lists {
  readonly item: Mutable<Item>;
  people: Map<string, string> | undefined;
  blockers: Map<string, Blocker> | undefined;
  /** The day of the first response other than the closing. */
  respondedBefore: Day | undefined;
}

function apply(lists: Lists, entry: ItemEntry): void {
  const { item } = lists;
  switch (entry.type) {
    case 'itemCaptured':
      return;
    case 'itemEdited':
      if (entry.title !== undefined) retitle(item, entry.title);
      item.kind = entry.kind ?? item.kind;
      if (entry.askedOn !== undefined) {
        item.askedOn = entry.askedOn;
        item.isAskedEstimated = entry.isAskedEstimated ?? false;
      }
      item.sourceSystem = entry.sourceSystem ?? item.sourceSystem;
      item.sourceKey = entry.sourceKey ?? item.sourceKey;
      item.tags = entry.tags ?? item.tags;
      item.door = edited(entry.door, item.door);
      item.askedBy = edited(entry.askedBy, item.askedBy);
      item.owedBy = edited(entry.owedBy, item.owedBy);
      item.link = edited(entry.link, item.link);
      item.note = edited(entry.note, item.note);
      return;
    case 'waitingChanged':
      return changeWaiting(lists, entry);
    case 'closingCorrected':
      return correctClosing(lists, entry);
    case 'itemReopened':
      // From the closing day on, the leader's clock runs again, as if the item had never been closed.
      if (item.closing !== undefined) endTurn(item, item.closing.on);
      // Reopening says that the default did not take effect.
      if (item.closing?.how === 'silence') item.default = undefined;
      item.closing = undefined;
      item.check = undefined;
      return;
    case 'checkDaySet':
      if (isCheckable(item) && item.check?.answer === undefined) {
        item.check = { on: entry.checkOn, answer: undefined };
      }
      return;
    case 'checkHeld':
      if (isCheckable(item) && item.check?.answer === undefined) {
        item.check = { on: item.check?.on, answer: { how: 'held', on: entry.answeredOn, note: entry.note } };
      }
      return;
    case 'itemReversed':
      if (isCheckable(item) && item.check?.answer?.how !== 'reversed') {
        const { answeredOn: on, reason, successor } = entry;
        item.check = { on: item.check?.on, answer: { how: 'reversed', on, reason, successor } };
      }
      return;
    default:
      if (item.closing === undefined) applyToOpen(lists, entry);
  }
}

type OpenItemEntry = Exclude<
  ItemEntry,
  {
    type:
      | 'itemCaptured'
      | 'itemEdited'
      | 'waitingChanged'
      | 'closingCorrected'
      | 'itemReopened'
      | 'checkDaySet'
      | 'checkHeld'
      | 'itemReversed';
  }
>;

function applyToOpen(lists: Lists, entry: OpenItemEntry): void {
  const { item } = lists;
  switch (entry.type) {
    case 'itemAcknowledged':
      item.acknowledgedOn ??= entry.acknowledgedOn;
      return respond(item, entry.acknowledgedOn);
    case 'promiseMoved':
      item.slips = appended(item.slips, {
        from: item.promisedOn,
        to: entry.promisedOn,
        reason: entry.reason,
        on: entry.movedOn,
      });
      item.promisedOn = entry.promisedOn;
      return;
    case 'deliberationStarted': {
      const { question, until, startedOn: since } = entry;
      // The last day people were told: the promise, or an earlier deliberation past it.
      const from = laterDay(item.promisedOn, item.slips.at(-1)?.to ?? item.promisedOn);
      if (until > from) item.slips = appended(item.slips, { from, to: until, reason: question, on: since });
      item.deliberation = { question, since, until };
      return respond(item, since);
    }
    case 'itemSentBack':
      if (currentTurn(item) !== undefined) return;
      startTurn(item, { holder: 'asker', name: entry.to ?? item.askedBy, words: entry.question }, entry.sentBackOn);
      return respond(item, entry.sentBackOn);
    case 'itemHandedOver':
      endTurn(item, entry.handedOverOn);
      return startTurn(item, { holder: 'decider', name: entry.to, words: entry.note }, entry.handedOverOn);
    case 'itemReturned':
      return endTurn(item, entry.returnedOn);
    case 'blockerNamed':
      return nameBlocker(lists, entry.blocker, entry.namedOn);
    case 'blockerVerified':
      if (lists.blockers?.has(entry.blocker) === true) {
        lists.blockers.set(entry.blocker, { id: entry.blocker, verifiedOn: entry.verifiedOn });
      }
      return;
    case 'blockerRemoved':
      lists.blockers?.delete(entry.blocker);
      return;
    case 'dependencyChased':
      item.chases = appended(item.chases, { on: entry.chasedOn, whom: entry.whom, note: entry.note });
      return;
    case 'defaultStated':
      item.default = { on: entry.takesEffectOn, outcome: entry.outcome };
      return;
    case 'defaultDropped':
      item.default = undefined;
      return;
    case 'itemDecided':
      return close(lists, {
        how: 'decided',
        on: entry.decidedOn,
        outcome: entry.outcome,
        because: entry.because,
        ...estimated(entry),
        ...recorded(entry),
      });
    case 'itemDecidedBySilence':
      return close(lists, { how: 'silence', on: entry.decidedOn, outcome: entry.outcome });
    case 'itemCleared':
      return close(lists, { how: 'cleared', on: entry.clearedOn, note: entry.note, ...estimated(entry) });
    case 'clarityOwed':
      item.clarity ??= {
        assignment: entry.assignment,
        hole: entry.hole,
        ...(entry.titleIs !== undefined && { titleIs: entry.titleIs }),
      };
      return;
    case 'itemSettled':
      return close(lists, {
        how: 'settled',
        on: entry.settledOn,
        answer: entry.answer,
        ...(entry.answerCode !== undefined && { answerCode: entry.answerCode }),
      });
    case 'itemWithdrawn':
      return close(lists, {
        how: 'withdrawn',
        on: entry.withdrawnOn,
        reason: entry.reason,
        ...(entry.reasonCode !== undefined && { reasonCode: entry.reasonCode }),
        ...estimated(entry),
      });
    default:
      entry satisfies never;
  }
}

function changeWaiting(lists: Lists, { added = none, removed = none }: FactOf<'waitingChanged'>): void {
  lists.people ??= new Map(uniqueNames(lists.item.waiting).map((name) => [nameKey(name), name]));
  for (const name of removed) lists.people.delete(nameKey(name));
  for (const name of added) {
    const key = nameKey(name);
    if (!lists.people.has(key) && lists.people.size < mostWaiting) lists.people.set(key, name);
  }
}

function nameBlocker(lists: Lists, id: string, verifiedOn: Day): void {
  if (id === lists.item.id) return;
  lists.blockers ??= new Map();
  if (!lists.blockers.has(id) && lists.blockers.size < mostBlockers) lists.blockers.set(id, { id, verifiedOn });
}

/** A title that somebody typed is shown as it is. */
function retitle(item: Mutable<Item>, title: string): void {
  item.title = title;
  if (item.clarity?.titleIs === undefined) return;
  const { assignment, hole } = item.clarity;
  item.clarity = { assignment, hole };
}

function close(lists: Lists, closing: Closing): void {
  lists.respondedBefore = lists.item.respondedOn;
  lists.item.closing = closing;
  respond(lists.item, closing.on);
}

/** An open item has no closing to correct: it was reopened on purpose, or its closing was undone. */
function correctClosing(lists: Lists, entry: FactOf<'closingCorrected'>): void {
  const { item } = lists;
  if (item.closing === undefined) return;
  if (entry.promisedOn !== undefined) item.promisedOn = item.firstPromisedOn = entry.promisedOn;
  item.respondedOn = lists.respondedBefore;
  close(lists, correctedClosing(entry));
}

function correctedClosing(entry: FactOf<'closingCorrected'>): Closing {
  const { closedAs: how, closedOn: on, outcome = '', because, note, reason = '' } = entry;
  switch (how) {
    case 'decided':
      return { how, on, outcome, because, ...estimated(entry), ...recorded(entry) };
    case 'cleared':
      return { how, on, note, ...estimated(entry) };
    case 'withdrawn':
      return { how, on, reason, ...estimated(entry) };
    default:
      return how satisfies never;
  }
}

function recorded({ recordStatus }: { readonly recordStatus?: string | undefined }): {
  readonly recordStatus?: string;
} {
  return recordStatus === undefined ? {} : { recordStatus };
}

function estimated({ isEstimated }: { readonly isEstimated?: boolean | undefined }): { readonly isEstimated?: true } {
  return isEstimated === true ? { isEstimated } : {};
}

function respond(item: Mutable<Item>, on: Day): void {
  if (item.respondedOn === undefined || on < item.respondedOn) item.respondedOn = on;
}

/** Ends a deliberation as well: whoever has the ball now settles the question. */
function startTurn(item: Mutable<Item>, turn: Omit<Turn, 'from' | 'to'>, on: Day): void {
  // Entries of two machines can have days that run backwards. Overlapping turns would be subtracted twice.
  const from = laterDay(on, item.turns.at(-1)?.to ?? on);
  item.turns = appended(item.turns, { ...turn, from, to: undefined });
  item.deliberation = undefined;
}

function endTurn(item: Mutable<Item>, on: Day): void {
  const turn = currentTurn(item);
  if (turn === undefined) return;
  (item.turns as Turn[])[item.turns.length - 1] = { ...turn, to: laterDay(turn.from, on) };
}

/** Appends in place: a non-empty list belongs to this fold, and copying it each time would be quadratic. */
function appended<T>(list: readonly T[], next: T): readonly T[] {
  if (list === none) return [next];
  (list as T[]).push(next);
  return list;
}

/** A withdrawn item has nothing to check; entries of another machine can still try to. */
function isCheckable({ closing }: Pick<Item, 'closing'>): boolean {
  return closing !== undefined && closing.how !== 'withdrawn';
}

/** `undefined` keeps the current value, `null` clears it. */
function edited<T>(change: T | null | undefined, current: T | undefined): T | undefined {
  return change === undefined ? current : (change ?? undefined);
}
