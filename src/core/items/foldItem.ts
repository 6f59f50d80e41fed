import { dayOfEntry, type FactOf, type ItemEntry } from '../entries/entry.ts';
import { mostBlockers } from '../entries/limits.ts';
import { isOutside } from '../entries/sameEntry.ts';
import type { Owner } from '../assignments/assignment.ts';
import { closingOfEntry } from './closingOfEntry.ts';
import {
  answerCheck,
  close,
  correctClosing,
  disagree,
  isCheckable,
  reopen,
  settleDisagreement,
} from './foldClosing.ts';
import { appended, endTurn, ignore, type ItemDraft, type Mutable, none, respond, startTurn } from './itemDraft.ts';
import { currentTurn, type Item, type Request, type ToldDay } from './item.ts';
import type { MainNameOf } from '../people/people.ts';
import { useMainNames } from './mainNames.ts';
import { namesWaiting, WaitingPeople } from './waitingPeople.ts';

/** The owners of an assignment, oldest first. */
export type OwnersOf = (assignment: string) => readonly Owner[];

/**
 * Folds the entries of one item, which are in the order of the clock. Total: it never throws and never refuses.
 *
 * - Without a capture there is no item; its other entries take effect once the capture arrives.
 * - The first capture counts; a second one of the same item (the same import on two machines) has no effect.
 * - The first closing counts; a second one has no effect, and is a disagreement if another machine wrote it. So is a
 *   second answer to a check, unless it names the one it replaces. Reopening an open item has no effect.
 * - Of two machines that decide alike, the one that says what is expected counts, and where both do, they disagree if that
 *   differs.
 * - Entries for open items have no effect on a closed one, and the other way round.
 * - People beyond `mostWaiting` and blockers beyond {@link mostBlockers} have no effect.
 * - Sending back has no effect unless the leader has the ball; returning has none if the leader has it.
 * - What returned or reopened outside makes it the leader's move, whichever of the two the item needs. What happened
 *   outside before a person last moved it here has no effect.
 * - A title of the outside has no effect on one that a person wrote, nor on a later one of the outside.
 * - Several names of one person count once: the person waits while one of their names does.
 * - A hole waits for whoever owns the assignment, whoever that was when it was captured.
 * - Whether a request still waits outside is told by all that happened there, also by what was taken back here.
 *
 * @param entries those in force
 * @param written all of them
 */
export function foldItem(
  entries: readonly ItemEntry[],
  readOnly: boolean,
  ownersOf: OwnersOf = () => none,
  mainNameOf: MainNameOf = (name) => name,
  written: readonly ItemEntry[] = entries,
): Item | undefined {
  const capture = entries.find((entry) => entry.type === 'itemCaptured');
  if (capture === undefined) return undefined;
  const item: Mutable<Item> = {
    id: capture.item,
    kind: capture.kind,
    title: capture.title,
    door: capture.door,
    askedOn: capture.askedOn,
    firstAskedOn: capture.askedOn,
    askedBy: capture.askedBy,
    loggedOn: dayOfEntry(capture),
    promisedOn: capture.promisedOn,
    firstPromisedOn: capture.promisedOn,
    toldDays: none,
    target: capture.target,
    waiting: none,
    waitingSpells: none,
    owedBy: capture.owedBy,
    tags: capture.tags ?? none,
    link: capture.link,
    note: capture.note,
    importedFrom: capture.importedFrom,
    sourceSystem: capture.sourceSystem,
    sourceKey: capture.sourceKey,
    request: requestOf(capture),
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
    disagreement: undefined,
    readOnly,
    history: entries,
    withoutEffect: none,
  };
  const captured = capture.waiting ?? none;
  const people = new WaitingPeople(captured);
  const draft: ItemDraft = {
    item,
    people,
    blockers: undefined,
    closedBy: undefined,
    answeredBy: undefined,
    expectation: undefined,
    movedByHandAt: undefined,
    titledOutsideAt: isOutside(capture) ? '' : undefined,
    respondedBefore: undefined,
    disagreements: new Map(),
    settled: undefined,
    idle: undefined,
  };
  for (const entry of entries) {
    apply(draft, entry, entry === capture);
    if (isMove(entry) && !isOutside(entry) && draft.idle?.has(entry.id) !== true) draft.movedByHandAt = entry.loggedAt;
  }
  // Nothing is left to ask about until an import says again that it was decided.
  if (!isCheckable(item) && item.check?.answer === undefined) item.check = undefined;
  if (item.request !== undefined) item.request = { ...item.request, waitsThere: waitsOutside(written) };
  if (item.clarity !== undefined) people.replaceByOwners(captured, ownersOf(item.clarity.assignment));
  item.waitingSpells = people.spellsOf(mainNameOf);
  item.waiting = namesWaiting(item.waitingSpells);
  useMainNames(item, mainNameOf);
  if (draft.blockers !== undefined) item.blockers = [...draft.blockers.values()];
  item.disagreement = draft.disagreements.get('closing') ?? draft.disagreements.get('check');
  if (draft.idle !== undefined) item.withoutEffect = [...draft.idle];
  return item;
}

function apply(draft: ItemDraft, entry: ItemEntry, isCapture: boolean): void {
  const { item } = draft;
  if (isOutside(entry)) {
    if (isOvertaken(draft, entry)) return ignore(draft, entry);
    if (entry.type === 'itemReturned' || entry.type === 'itemReopened') return askAgain(draft, entry);
  }
  switch (entry.type) {
    case 'itemCaptured':
      return isCapture ? undefined : ignore(draft, entry);
    case 'itemEdited':
      if (entry.title !== undefined && !retitle(draft, entry, entry.title)) return ignore(draft, entry);
      item.kind = entry.kind ?? item.kind;
      if (entry.askedOn !== undefined) {
        item.askedOn = entry.askedOn;
        item.isAskedEstimated = entry.isAskedEstimated ?? false;
      }
      if (entry.via === undefined) {
        item.sourceSystem = entry.sourceSystem ?? item.sourceSystem;
        item.sourceKey = entry.sourceKey ?? item.sourceKey;
      } else item.request ??= requestOf(entry);
      if (item.request !== undefined && entry.team !== undefined) {
        item.request = { ...item.request, team: entry.team ?? undefined };
      }
      item.tags = entry.tags ?? item.tags;
      item.door = edited(entry.door, item.door);
      item.askedBy = edited(entry.askedBy, item.askedBy);
      item.owedBy = edited(entry.owedBy, item.owedBy);
      item.link = edited(entry.link, item.link);
      item.note = edited(entry.note, item.note);
      return;
    case 'waitingChanged':
      return changeWaiting(draft, entry);
    case 'closingCorrected':
      return correctClosing(draft, entry);
    case 'itemReopened':
      return item.closing === undefined ? ignore(draft, entry) : reopen(draft, item.closing, entry.reopenedOn);
    case 'checkDaySet':
      if (!isCheckable(item) || item.check?.answer !== undefined) return ignore(draft, entry);
      item.check = { on: entry.checkOn, answer: undefined };
      return;
    case 'checkHeld':
    case 'itemReversed':
      return answerCheck(draft, entry);
    case 'disagreementSettled':
      return settleDisagreement(draft, entry);
    default:
      if (item.closing === undefined) return applyToOpen(draft, entry);
      if (closingOfEntry(entry, undefined) === undefined) return ignore(draft, entry);
      return disagree(draft, 'closing', draft.closedBy, entry);
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
      | 'itemReversed'
      | 'disagreementSettled';
  }
>;

function applyToOpen(draft: ItemDraft, entry: OpenItemEntry): void {
  const { item } = draft;
  switch (entry.type) {
    case 'itemAcknowledged':
      if (item.acknowledgedOn !== undefined) return ignore(draft, entry);
      item.acknowledgedOn = entry.acknowledgedOn;
      return respond(item, entry.acknowledgedOn);
    case 'promiseMoved': {
      const { promisedOn: day, movedOn: on } = entry;
      const reason = entry.reasonCode === undefined ? entry.reason : undefined;
      item.toldDays = appended<ToldDay>(item.toldDays, { by: 'promise', day, reason, on });
      item.promisedOn = day;
      return;
    }
    case 'deliberationStarted': {
      const { question, until, startedOn: since } = entry;
      item.toldDays = appended<ToldDay>(item.toldDays, { by: 'hold', day: until, reason: question, on: since });
      item.deliberation = { question, since, until };
      return respond(item, since);
    }
    case 'itemSentBack': {
      if (currentTurn(item) !== undefined) return ignore(draft, entry);
      const { question: words, questionCode: code, sentBackOn: on } = entry;
      const name = entry.to ?? item.askedBy;
      startTurn(draft, { holder: 'asker', name, words, ...(code !== undefined && { code }) }, on);
      // The author made a draft of it again, which is no answer of the leader.
      return code === 'draft' ? undefined : respond(item, on);
    }
    case 'itemHandedOver': {
      const { to: name, note: words, handedOverOn: on } = entry;
      const endedTurn = currentTurn(item) !== undefined && { endedTurn: true as const };
      endTurn(item, on);
      startTurn(draft, { holder: 'decider', name, words, ...endedTurn }, on);
      return respond(item, on);
    }
    case 'itemReturned':
      return currentTurn(item) === undefined ? ignore(draft, entry) : endTurn(item, entry.returnedOn);
    case 'blockerNamed':
      return nameBlocker(draft, entry) ? undefined : ignore(draft, entry);
    case 'blockerVerified':
      if (draft.blockers?.has(entry.blocker) !== true) return ignore(draft, entry);
      draft.blockers.set(entry.blocker, { id: entry.blocker, verifiedOn: entry.verifiedOn });
      return;
    case 'blockerRemoved':
      return draft.blockers?.delete(entry.blocker) === true ? undefined : ignore(draft, entry);
    case 'dependencyChased':
      item.chases = appended(item.chases, { on: entry.chasedOn, whom: entry.whom, note: entry.note });
      return;
    case 'defaultStated':
      item.default = { on: entry.takesEffectOn, outcome: entry.outcome, statedOn: entry.statedOn };
      return;
    case 'defaultDropped':
      if (item.default === undefined) return ignore(draft, entry);
      item.default = undefined;
      return;
    case 'clarityOwed':
      item.clarity ??= {
        assignment: entry.assignment,
        hole: entry.hole,
        ...(entry.titleIs !== undefined && { titleIs: entry.titleIs }),
      };
      return;
    case 'itemDecided':
    case 'itemDecidedBySilence':
    case 'itemCleared':
    case 'itemSettled':
    case 'itemWithdrawn':
      return close(draft, entry);
    default:
      entry satisfies never;
  }
}

function changeWaiting({ people }: ItemDraft, entry: FactOf<'waitingChanged'> & ItemEntry): void {
  const today = dayOfEntry(entry);
  for (const name of entry.removed ?? none) people.end(name, today);
  for (const name of entry.added ?? none) people.start(name, entry.since ?? today);
}

/** Returns whether it is named now and was not before. */
function nameBlocker(draft: ItemDraft, { item, blocker: id, namedOn }: FactOf<'blockerNamed'>): boolean {
  draft.blockers ??= new Map();
  if (id === item || draft.blockers.has(id) || draft.blockers.size >= mostBlockers) return false;
  draft.blockers.set(id, { id, verifiedOn: namedOn });
  return true;
}

const moves: ReadonlySet<ItemEntry['type']> = new Set([
  'itemSentBack',
  'itemHandedOver',
  'itemReturned',
  'itemReopened',
  'itemDecided',
  'itemDecidedBySilence',
  'itemCleared',
  'itemSettled',
  'itemWithdrawn',
]);

/** Whether it can change whose move the item is. */
export function isMove({ type }: Pick<ItemEntry, 'type'>): boolean {
  return moves.has(type);
}

/** Whether it was outside before a person last moved the item here. */
function isOvertaken({ movedByHandAt }: ItemDraft, entry: ItemEntry): boolean {
  return isMove(entry) && 'at' in entry && entry.at !== undefined && entry.at < (movedByHandAt ?? '');
}

/** It waits on the leader again. What that ends may have begun here or outside. */
function askAgain(draft: ItemDraft, entry: FactOf<'itemReturned' | 'itemReopened'> & ItemEntry): void {
  const { item } = draft;
  const on = entry.type === 'itemReturned' ? entry.returnedOn : entry.reopenedOn;
  if (item.closing !== undefined) return reopen(draft, item.closing, on);
  return currentTurn(item) === undefined ? ignore(draft, entry) : endTurn(item, on);
}

/** The request of the outside that an entry says the item stands for. */
function requestOf({ via, sourceSystem, sourceKey, team }: RequestFields): Request | undefined {
  if (via === undefined || sourceSystem === undefined || sourceKey === undefined) return undefined;
  return { via, system: sourceSystem, key: sourceKey, team: team ?? undefined, waitsThere: true };
}

/** Whether a request waits where it came from, also where what happened there has no effect on the item. */
function waitsOutside(written: readonly ItemEntry[]): boolean {
  return written.reduce((waits, entry) => (isOutside(entry) ? (waitsAfter[entry.type] ?? waits) : waits), true);
}
const waitsAfter: { readonly [T in ItemEntry['type']]?: boolean } = {
  itemReturned: true,
  itemReopened: true,
  itemSentBack: false,
  itemDecided: false,
  itemWithdrawn: false,
};
type RequestFields = Pick<FactOf<'itemEdited'>, 'via' | 'sourceSystem' | 'sourceKey' | 'team'>;

/** A title that somebody typed is shown as it is. Returns false where it is of the outside and does not count. */
function retitle(draft: ItemDraft, entry: FactOf<'itemEdited'> & ItemEntry, title: string): boolean {
  const { item, titledOutsideAt: before } = draft;
  const at = isOutside(entry) ? (entry.at ?? '') : undefined;
  if (at !== undefined && (before === undefined || at < before)) return false;
  draft.titledOutsideAt = at;
  item.title = title;
  if (item.clarity?.titleIs === undefined) return true;
  const { assignment, hole } = item.clarity;
  item.clarity = { assignment, hole };
  return true;
}

/** `undefined` keeps the current value, `null` clears it. */
function edited<T>(change: T | null | undefined, current: T | undefined): T | undefined {
  return change === undefined ? current : (change ?? undefined);
}
