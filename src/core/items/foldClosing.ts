import { type Day, laterDay } from '../time/day.ts';
import type { FactOf, ItemEntry } from '../entries/entry.ts';
import { mostDisagreeing } from '../entries/limits.ts';
import { isOutside } from '../entries/sameEntry.ts';
import {
  answerOfEntry,
  type CheckAnswer,
  closingOfEntry,
  correctedClosing,
  expectationIn,
  saysTheSame,
} from './closingOfEntry.ts';
import { type Check, type Closing, currentTurn, type Disagreement, type Item, type Turn } from './item.ts';
import { appended, endHold, endTurn, ignore, type ItemDraft, respond } from './itemDraft.ts';

/** Closings, reopenings and checks, and what happens where two machines wrote different ones. */

export function close(draft: ItemDraft, entry: ItemEntry): void {
  const closing = closingOfEntry(entry, draft.item.default);
  if (closing === undefined) return;
  draft.closedBy = entry;
  draft.expectation = expectationIn(closing);
  closeAs(draft, closing);
}

function closeAs(draft: ItemDraft, closing: Closing): void {
  draft.respondedBefore = draft.item.respondedOn;
  draft.item.closing = closing;
  respond(draft.item, closing.on);
}

/** An open item has no closing to correct: it was reopened on purpose, or its closing was undone. */
export function correctClosing(draft: ItemDraft, entry: FactOf<'closingCorrected'> & ItemEntry): void {
  const { item } = draft;
  if (item.closing === undefined) return ignore(draft, entry);
  if (entry.promisedOn !== undefined) item.promisedOn = item.firstPromisedOn = entry.promisedOn;
  item.respondedOn = draft.respondedBefore;
  draft.closedBy = entry;
  const corrected = correctedClosing(entry);
  const { expectation } = draft;
  // No source knows what the leader expected: a decision keeps it, also where its source called it withdrawn meanwhile.
  const keeps = corrected.how === 'decided' && expectation !== undefined;
  closeAs(draft, keeps ? { ...corrected, expectation } : corrected);
}

/**
 * The days on which it was closed are nobody's, and from the reopening on it is the leader's move. No hold comes
 * back: the closing settled its question.
 */
export function reopen(draft: ItemDraft, closing: Closing, on: Day): void {
  const { item } = draft;
  const endedTurn = currentTurn(item) !== undefined;
  endTurn(item, closing.on);
  const from = laterDay(closing.on, item.turns.at(-1)?.to ?? closing.on);
  const to = laterDay(from, on);
  item.turns = appended<Turn>(item.turns, {
    holder: 'nobody',
    name: undefined,
    words: undefined,
    closing,
    endedTurn,
    from,
    to,
  });
  endHold(item, to);
  // Reopening says that it did not take effect, or that it was overtaken by the closing.
  if (closing.how === 'silence' || (item.default !== undefined && item.default.on <= on)) item.default = undefined;
  item.closing = undefined;
  item.check = undefined;
  draft.disagreements.clear();
  draft.settled = undefined;
  draft.closedBy = undefined;
  draft.answeredBy = undefined;
}

export function answerCheck(draft: ItemDraft, entry: CheckAnswer): void {
  const { item, answeredBy } = draft;
  if (!isCheckable(item)) return ignore(draft, entry);
  if (answeredBy !== undefined && !mayReplace(entry, item.check?.answer, answeredBy)) {
    return disagree(draft, 'check', answeredBy, entry);
  }
  item.check = { on: item.check?.on, answer: answerOfEntry(entry) };
  draft.answeredBy = entry;
}

/** A reversal may follow on `held`. That of another machine has to say that it knew; older versions could not. */
function mayReplace(entry: CheckAnswer, answer: Check['answer'], answeredBy: ItemEntry): boolean {
  if (answer === undefined) return true;
  if (entry.type !== 'itemReversed' || answer.how !== 'held') return false;
  return entry.device === answeredBy.device || entry.day === undefined || entry.replaces === answeredBy.id;
}

/**
 * The entry has no effect; another machine that says something else is to be heard. Where both decide alike and only one
 * says what it expects, the other does not contradict it, and the one that says more counts.
 */
export function disagree(
  draft: ItemDraft,
  about: Disagreement['about'],
  counts: ItemEntry | undefined,
  other: ItemEntry,
): void {
  if (counts !== undefined && saysTheSame(counts, other)) {
    const closing = closingOfEntry(other, undefined);
    const saysMore = closing !== undefined && expectationIn(closing) !== undefined && draft.expectation === undefined;
    ignore(draft, saysMore ? counts : other);
    return saysMore ? close(draft, other) : undefined;
  }
  ignore(draft, other);
  if (counts === undefined || counts.device === other.device) return;
  // Deciding here and there are two acts, and what came from the outside is no choice of a machine.
  if (isOutside(counts) || isOutside(other)) return;
  const others = draft.disagreements.get(about)?.others ?? [];
  if (others.length < mostDisagreeing) draft.disagreements.set(about, { about, counts, others: [...others, other] });
}

/** What the leader had not seen is still to be settled, and so is another choice of a machine that did not know of this. */
export function settleDisagreement(draft: ItemDraft, entry: FactOf<'disagreementSettled'> & ItemEntry): void {
  const disagreement = [...draft.disagreements.values()].find((one) => answerWith(entry.counts, one) !== undefined);
  if (disagreement === undefined) {
    ignore(draft, entry);
    return disputeChoice(draft, entry);
  }
  const { about, counts } = disagreement;
  const chosen = answerWith(entry.counts, disagreement) ?? counts;
  if (chosen !== counts) choose(draft, about, chosen);
  draft.settled = { by: entry, disagreement };
  const unseen = disagreement.others.filter((other) => other !== chosen && !entry.over.includes(other.id));
  draft.disagreements.delete(about);
  if (unseen.length > 0) draft.disagreements.set(about, { about, counts: chosen, others: unseen });
}

function answerWith(id: string, { counts, others }: Disagreement): ItemEntry | undefined {
  return [counts, ...others].find((entry) => entry.id === id);
}

/** Two machines chose differently: it is disputed again. */
function disputeChoice({ settled, disagreements }: ItemDraft, entry: FactOf<'disagreementSettled'> & ItemEntry): void {
  if (settled === undefined || settled.by.device === entry.device || settled.by.counts === entry.counts) return;
  const { disagreement } = settled;
  const [counts, other] = [settled.by.counts, entry.counts].map((id) => answerWith(id, disagreement));
  if (counts === undefined || other === undefined) return;
  disagreements.set(disagreement.about, { about: disagreement.about, counts, others: [other] });
}

function choose(draft: ItemDraft, about: Disagreement['about'], chosen: ItemEntry): void {
  const { item } = draft;
  const before = about === 'check' ? draft.answeredBy : draft.closedBy;
  if (before !== undefined) ignore(draft, before);
  draft.idle?.delete(chosen.id);
  if (about === 'check') {
    item.check = { on: item.check?.on, answer: answerOfEntry(chosen as CheckAnswer) };
    draft.answeredBy = chosen;
    return;
  }
  item.respondedOn = draft.respondedBefore;
  close(draft, chosen);
  if (!isCheckable(item)) item.check = undefined;
}

/** A withdrawn item has nothing to check; entries of another machine can still try to. */
export function isCheckable({ closing }: Pick<Item, 'closing'>): boolean {
  return closing !== undefined && closing.how !== 'withdrawn';
}
