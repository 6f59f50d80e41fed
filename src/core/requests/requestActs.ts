import type { Fact } from '../entries/entry.ts';
import { longestTeam, textLimits } from '../entries/limits.ts';
import { isOutside } from '../entries/sameEntry.ts';
import { isMove } from '../items/foldItem.ts';
import { currentTurn, type Item } from '../items/item.ts';
import type { Policy } from '../policy.ts';
import type { Register } from '../register/register.ts';
import { tidy } from '../rules/limits.ts';
import { startOfText } from '../text/clean.ts';
import { type Day, dayOf } from '../time/day.ts';
import { pullRequestOf, requestKey, type RequestItems } from './pullRequest.ts';
import type { RequestHistory, Viewer } from './requestHistory.ts';
import { type RequestMove, requestMoves } from './requestMoves.ts';

/** What happened outside, as one act with ids of its own, so that it is written once by all windows and machines. */
export interface OutsideAct {
  readonly id: string;
  readonly facts: readonly OutsideFact[];
}
export type OutsideFact = Fact & { readonly id: string };

/** What stands in `via` of everything that came from GitHub. */
const github = 'github';

export interface RequestContext {
  readonly register: Pick<Register, 'entry' | 'isInForce' | 'isWritten'>;
  readonly policy: Policy;
  /** The same id for the same text, on every machine. */
  readonly idOf: (text: string) => string;
  readonly items: RequestItems;
}

/**
 * The acts of a request that are not in the log yet, oldest first. Days are those of the leader's time zone.
 *
 * They say what happened there. What that means for an item which people move here, too, is up to `foldItem`, so that it
 * does not depend on which machine reads it when.
 *
 * The item is the one that stands for the request; else one that was captured by hand; else it is new. What was taken
 * back is never written again: its id is in the log. Once the asking itself was taken back, nothing more is said of the
 * request.
 */
export function requestActs(history: RequestHistory, viewer: Viewer, context: RequestContext): OutsideAct[] {
  const standing = context.items.standing.get(requestKey(history));
  if (standing !== undefined) return standing.flatMap((item) => actsOf(item, history, viewer, context));
  if (isTakenBack(askingId(history, arrivalOf(history, context), context), context)) return [];
  const captured = capturedFor(history, viewer, context);
  if (captured !== undefined && isTakenBack(askingId(history, captured.id, context), context)) return [];
  return actsOf(captured, history, viewer, context);
}

/** Whether the log knows the request, also where it was taken back. */
export function isKnownRequest(history: RequestHistory, context: RequestContext): boolean {
  return (
    context.items.standing.has(requestKey(history)) ||
    context.register.isWritten(askingId(history, arrivalOf(history, context), context))
  );
}

/** @param known undefined: the request arrives as a new item */
function actsOf(
  known: Item | undefined,
  history: RequestHistory,
  viewer: Viewer,
  context: RequestContext,
): OutsideAct[] {
  if (known?.readOnly === true) return [];
  const item = known?.id ?? arrivalOf(history, context);
  const moves = requestMoves(history, { ...viewer, teams: [...viewer.teams, ...teamsOf(known)] });
  return stillAsked(moves, history, item, context)
    .filter(({ move }) => known?.request === undefined || move !== 'asked')
    .map((move, at, all) => actOf(move, { history, item, known, isLast: at === all.length - 1 }, context))
    .filter(({ facts }) => facts.some(({ id }) => !context.register.isWritten(id)));
}

/** The id of the item of a request that arrives by itself. */
function arrivalOf({ host, id }: RequestHistory, { idOf }: RequestContext): string {
  return idOf(`${host} ${id} item`);
}

/** The id of the entry that says that the item stands for the request. */
function askingId(history: RequestHistory, item: string, context: RequestContext): string {
  return context.idOf(requestKey(history) + ofItem(item, history, context));
}

/** Another item than the one that arrives by itself has ids of its own, so that both can be in the logs of two machines. */
function ofItem(item: string, history: RequestHistory, context: RequestContext): string {
  return item === arrivalOf(history, context) ? '' : ` ${item}`;
}

function isTakenBack(id: string, { register }: RequestContext): boolean {
  const entry = register.isWritten(id) ? register.entry(id) : undefined;
  return entry !== undefined && !register.isInForce(entry.act);
}

/** The item with the link of the pull request: an open one, else the last that was still open when the review was asked. */
function capturedFor(history: RequestHistory, viewer: Viewer, { items }: RequestContext): Item | undefined {
  const pullRequest = pullRequestOf(history.url);
  const captured = pullRequest === undefined ? undefined : items.captured.get(pullRequest);
  const [asked] = captured === undefined ? [] : requestMoves(history, viewer);
  if (captured === undefined || asked === undefined) return undefined;
  const at = instantOf(asked);
  return (
    captured.find(({ closing }) => closing === undefined) ??
    captured.findLast(
      (item) =>
        item.closing !== undefined && item.closing.on >= dayOf(new Date(at)) && (lastMove(item)?.loggedAt ?? '') > at,
    )
  );
}

/** The last entry with an effect that changed whose move the item is. */
function lastMove({ history, withoutEffect }: Item): Item['history'][number] | undefined {
  return history.findLast((entry) => isMove(entry) && !withoutEffect.includes(entry.id));
}

/** Whether a person here was done with it before that moment, and nothing has happened outside since. */
function wasDoneHere(item: Item, at: string): boolean {
  if (item.closing === undefined && currentTurn(item) === undefined) return false;
  const last = lastMove(item);
  return last !== undefined && !isOutside(last) && last.loggedAt < at;
}

/** Where a request was removed and the log says withdrawn, although a team that counts by now was asked all the time. */
function stillAsked(
  moves: readonly RequestMove[],
  history: RequestHistory,
  item: string,
  context: RequestContext,
): readonly RequestMove[] {
  let all = moves;
  for (const event of history.events) {
    if (event.type !== 'requestRemoved') continue;
    const before = moves.findLastIndex((move) => Date.parse(move.event.at) <= Date.parse(event.at));
    const isOpen = before >= 0 && moves[before]!.move !== 'approved' && moves[before]!.move !== 'withdrawn';
    if (
      !isOpen ||
      !context.register.isWritten(context.idOf(nameOf({ event, move: 'withdrawn' }, history, item, context)))
    )
      continue;
    all = all.toSpliced(all.indexOf(moves[before]!) + 1, 0, { event, move: 'reopened', why: 'requested' });
  }
  return all;
}

/** Teams that were asked before count although the leader has left them since. */
function teamsOf(item: Item | undefined): readonly string[] {
  return (item?.history ?? []).flatMap((entry) =>
    (entry.type === 'itemCaptured' || entry.type === 'itemEdited') && typeof entry.team === 'string'
      ? [entry.team]
      : [],
  );
}

function nameOf(
  { event, move }: Pick<RequestMove, 'event' | 'move'>,
  history: RequestHistory,
  item: string,
  context: RequestContext,
): string {
  return `${history.host} ${event.id} ${move}${ofItem(item, history, context)}`;
}

interface Subject {
  readonly history: RequestHistory;
  readonly item: string;
  readonly known: Item | undefined;
  /** Whether nothing happened there since. */
  readonly isLast: boolean;
}

function actOf(move: RequestMove, subject: Subject, context: RequestContext): OutsideAct {
  const { history, item } = subject;
  const name = nameOf(move, history, item, context);
  const id = move.move === 'asked' ? askingId(history, item, context) : context.idOf(name);
  return {
    id: context.idOf(`${name} act`),
    facts: factsOf(move, subject, context).map((fact, at) => ({
      ...fact,
      id: at === 0 ? id : context.idOf(`${name} ${at}`),
    })),
  };
}

function factsOf(
  move: RequestMove,
  { history, item, known, isLast }: Subject,
  context: RequestContext,
): readonly Fact[] {
  const at = instantOf(move);
  const on = dayOf(new Date(at));
  const author = authorOf(history);
  const outside = { via: github, at };
  // Where nobody asked again, it is over whatever was done about it here meanwhile.
  const ended = isLast ? { via: github } : outside;
  switch (move.move) {
    case 'asked':
      return known === undefined
        ? [asked(move.team, history, item, on, context)]
        : recognised(move.team, history, known, on, at);
    case 'askedOf':
      return [{ type: 'itemEdited', item, team: teamName(move.team) ?? null, changedOn: on, ...outside }];
    case 'sentBack': {
      const question = { question: plainWords[move.why], questionCode: move.why };
      return [{ type: 'itemSentBack', item, ...question, to: author, sentBackOn: on, ...outside }];
    }
    case 'returned':
      return [{ type: 'itemReturned', item, returnedOn: on, ...outside }];
    case 'askedAgain':
      return known !== undefined && wasDoneHere(known, at)
        ? [{ type: 'itemReturned', item, returnedOn: on, ...outside }]
        : [];
    case 'approved':
      return [{ type: 'itemDecided', item, outcome: 'approved', decidedOn: on, ...ended }];
    case 'withdrawn': {
      const reason = { reason: plainWords[move.why], reasonCode: move.why };
      return [{ type: 'itemWithdrawn', item, ...reason, withdrawnOn: on, ...ended }];
    }
    case 'reopened': {
      const reason = { reason: plainWords[move.why], reasonCode: move.why };
      return [{ type: 'itemReopened', item, ...reason, reopenedOn: on, ...outside }];
    }
    default:
      return move satisfies never;
  }
}

/** ISO 8601 with milliseconds, as entries of this machine have it. */
function instantOf({ event }: RequestMove): string {
  return new Date(event.at).toISOString();
}

/** For versions that do not know the codes. Readers that do say them in their own language. */
const plainWords = {
  commented: 'commented',
  changesRequested: 'changes requested',
  draft: 'back to draft',
  requestRemoved: 'request removed',
  reviewedByTeam: 'reviewed by the team',
  merged: 'merged',
  closed: 'closed',
  requested: 'review requested again',
  dismissed: 'review dismissed',
  pullRequestReopened: 'pull request reopened',
  ready: 'ready for review',
} as const;

function asked(
  team: string | undefined,
  history: RequestHistory,
  item: string,
  askedOn: Day,
  { policy }: RequestContext,
): Fact {
  const { title, repository, url } = history;
  const askedBy = authorOf(history);
  const target = policy.targets.approval;
  return {
    type: 'itemCaptured',
    item,
    kind: 'approval',
    title: startOfText(tidy(title) ?? url, textLimits.title),
    askedOn,
    promisedOn: policy.calendar.addWorkingDays(askedOn, target),
    target,
    askedBy,
    waiting: askedBy === undefined ? undefined : [askedBy],
    tags: [tagOf(repository)],
    link: startOfText(url, textLimits.link),
    ...sourceOf(history),
    team: teamName(team),
    via: github,
  };
}

/** The item keeps what the leader wrote. Its clock starts on the earlier of the two days. */
function recognised(
  team: string | undefined,
  history: RequestHistory,
  known: Item,
  askedOn: Day,
  at: string,
): readonly Fact[] {
  const author = authorOf(history);
  const { id: item } = known;
  const outside = { via: github, at };
  const facts: Fact[] = [
    {
      type: 'itemEdited',
      item,
      askedOn: askedOn < known.askedOn ? askedOn : undefined,
      askedBy: known.askedBy === undefined ? author : undefined,
      team: teamName(team),
      ...sourceOf(history),
      changedOn: askedOn,
      ...outside,
    },
  ];
  if (author !== undefined && known.waitingSpells.length === 0) {
    facts.push({ type: 'waitingChanged', item, added: [author], since: askedOn, ...outside });
  }
  if (wasDoneHere(known, at)) facts.push({ type: 'itemReturned', item, returnedOn: askedOn, ...outside });
  return facts;
}

function sourceOf({ host, id }: RequestHistory): { readonly sourceSystem: string; readonly sourceKey: string } {
  return { sourceSystem: host, sourceKey: id };
}

function authorOf({ author }: RequestHistory): string | undefined {
  const name = tidy(author);
  return name && startOfText(name, textLimits.name);
}

function teamName(team: string | undefined): string | undefined {
  return team && startOfText(team, longestTeam);
}

/** `acme/shop`, or the repository alone where that is too long for a tag. */
function tagOf(repository: string): string {
  const whole = tidy(repository) ?? '';
  const name = whole.length > textLimits.tag ? whole.slice(whole.indexOf('/') + 1) : whole;
  return startOfText(name, textLimits.tag);
}
