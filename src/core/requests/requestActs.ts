import type { Fact } from '../entries/entry.ts';
import type { Item } from '../items/item.ts';
import type { Policy } from '../policy.ts';
import type { Register } from '../register/register.ts';
import { dayOf } from '../time/day.ts';
import { pullRequestOf, requestKey, type RequestItems } from './pullRequest.ts';
import { newTitleFact, newTitles } from './newTitles.ts';
import { factsOf, type FactSubject, instantOf, lastMove } from './requestFacts.ts';
import type { RequestHistory, Viewer } from './requestHistory.ts';
import { isAsking, type RequestMove, requestMoves } from './requestMoves.ts';

/** What happened outside, as one act with ids of its own, so that it is written once by all windows and machines. */
export interface OutsideAct {
  readonly id: string;
  readonly facts: readonly OutsideFact[];
}
export type OutsideFact = Fact & { readonly id: string };

export interface RequestContext {
  readonly register: Pick<Register, 'entry' | 'isInForce' | 'isWritten'>;
  readonly policy: Policy;
  /** The same id for the same text, on every machine. */
  readonly idOf: (text: string) => string;
  readonly items: RequestItems;
}

/**
 * The acts of a request that are not in the log yet, oldest first, and new titles last. Days are those of the leader's
 * time zone.
 *
 * They say what happened there. What that means for an item which people move here, too, is up to `foldItem`, so that it
 * does not depend on which machine reads it when.
 *
 * The item is the one that stands for the request; else one that was captured by hand; else the one that it was
 * recognised in before that capture was undone, so that a redo finds it there; else it is new. What was taken back is
 * never written again: its id is in the log. Once the asking itself was taken back, nothing more is said of the request.
 */
export function requestActs(history: RequestHistory, viewer: Viewer, context: RequestContext): OutsideAct[] {
  const standing = context.items.standing.get(requestKey(history));
  if (standing !== undefined) return standing.flatMap((item) => actsOf(item, history, viewer, context));
  if (isTakenBack(askingId(history, arrivalOf(history, context), context), context)) return [];
  const captured = capturedFor(history, viewer, context);
  if (captured !== undefined && isTakenBack(askingId(history, captured.id, context), context)) return [];
  const undone = captured === undefined ? context.items.undone.get(requestKey(history)) : undefined;
  if (undone !== undefined && isTakenBack(arrivingId(history, undone, context), context)) return [];
  return actsOf(captured, history, viewer, context, undone);
}

/** Whether the log knows the request, also where it was taken back. */
export function isKnownRequest(history: RequestHistory, context: RequestContext): boolean {
  return (
    context.items.standing.has(requestKey(history)) ||
    context.items.undone.has(requestKey(history)) ||
    context.register.isWritten(askingId(history, arrivalOf(history, context), context))
  );
}

/**
 * @param known undefined: the request arrives as a new item
 * @param arrival the id of that item
 */
function actsOf(
  known: Item | undefined,
  history: RequestHistory,
  viewer: Viewer,
  context: RequestContext,
  arrival = arrivalOf(history, context),
): OutsideAct[] {
  if (known?.readOnly === true) return [];
  const item = known?.id ?? arrival;
  const moves = requestMoves(history, { ...viewer, teams: [...viewer.teams, ...teamsOf(known)] });
  const acts = stillAsked(moves, history, item, context)
    .filter(({ move }) => known?.request === undefined || move !== 'asked')
    .map((move, at, all) => {
      const asking = all.slice(0, at).findLast(isAsking);
      const isUnasked =
        asking !== undefined && isTakenBack(context.idOf(nameOf(asking, history, item, context)), context);
      return actOf(move, { history, item, known, isLast: at === all.length - 1, isUnasked }, context);
    });
  const titles = (known === undefined ? [] : newTitles(known, history)).map((event): OutsideAct => {
    const name = nameOf({ event, move: 'renamed' }, history, item, context);
    return {
      id: context.idOf(`${name} act`),
      facts: [{ ...newTitleFact(event, history, item), id: context.idOf(name) }],
    };
  });
  return [...acts, ...titles].filter(({ facts }) => facts.some(({ id }) => !context.register.isWritten(id)));
}

/** The id of the item of a request that arrives by itself. */
function arrivalOf({ host, id }: RequestHistory, { idOf }: RequestContext): string {
  return idOf(`${host} ${id} item`);
}

/** The id of the entry that says that the item stands for the request. */
function askingId(history: RequestHistory, item: string, context: RequestContext): string {
  return context.idOf(requestKey(history) + ofItem(item, history, context));
}

/** The id of the entry with which it arrives in this item. An item that it was recognised in has one beside the asking. */
function arrivingId(history: RequestHistory, item: string, context: RequestContext): string {
  const asking = requestKey(history) + ofItem(item, history, context);
  return context.idOf(item === arrivalOf(history, context) ? asking : `${asking} arrival`);
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

/** Where the log says that a request was removed, although a team that counts by now was asked all the time: asked again. */
function stillAsked(
  moves: readonly RequestMove[],
  history: RequestHistory,
  item: string,
  context: RequestContext,
): readonly RequestMove[] {
  let all = moves;
  for (const event of history.events) {
    if (event.type !== 'requestRemoved') continue;
    const withdrawn = { event, move: 'withdrawn' } as const;
    if (moves.some((move) => move.event === event && move.move === 'withdrawn')) continue;
    if (!context.register.isWritten(context.idOf(nameOf(withdrawn, history, item, context)))) continue;
    const before = moves.findLast((move) => Date.parse(move.event.at) <= Date.parse(event.at));
    if (before === undefined || before.move === 'approved' || before.move === 'withdrawn') continue;
    all = all.toSpliced(all.indexOf(before) + 1, 0, { event, move: 'reopened', why: 'requested' });
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
  { event, move }: Pick<RequestMove, 'event'> & { readonly move: string },
  history: RequestHistory,
  item: string,
  context: RequestContext,
): string {
  return `${history.host} ${event.id} ${move}${ofItem(item, history, context)}`;
}

function actOf(move: RequestMove, subject: FactSubject, context: RequestContext): OutsideAct {
  const { history, item, known } = subject;
  const isArrival = known === undefined && item !== arrivalOf(history, context) && move.move === 'asked';
  const name = nameOf(move, history, item, context) + (isArrival ? ' arrival' : '');
  const askedId = known === undefined ? arrivingId : askingId;
  const id = move.move === 'asked' ? askedId(history, item, context) : context.idOf(name);
  return {
    id: context.idOf(`${name} act`),
    facts: factsOf(move, subject, context.policy).map((fact, at) => ({
      ...fact,
      id: at === 0 ? id : context.idOf(`${name} ${at}`),
    })),
  };
}
