import type { Fact } from '../entries/entry.ts';
import type { Item } from '../items/item.ts';
import type { Policy } from '../policy.ts';
import type { Register } from '../register/register.ts';
import { dayOf } from '../time/day.ts';
import { pullRequestOf, requestKey, type RequestItems } from './pullRequest.ts';
import { newTitleFact, newTitles } from './newTitles.ts';
import { factsOf, instantOf, lastMove } from './requestFacts.ts';
import type { RequestHistory, Viewer } from './requestHistory.ts';
import { arrivalOf, type IdOf, RequestIds } from './requestIds.ts';
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
  readonly idOf: IdOf;
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
  const { items, idOf } = context;
  const standing = items.standing.get(requestKey(history));
  if (standing !== undefined) return standing.flatMap((item) => actsOf(item, item.id, history, viewer, context));
  const captured = capturedFor(history, viewer, context);
  const item = captured?.id ?? items.undone.get(requestKey(history)) ?? arrivalOf(history, idOf);
  const ids = [new RequestIds(history, idOf), new RequestIds(history, idOf, item, captured === undefined)];
  if (ids.some(({ asking }) => isTakenBack(asking, context))) return [];
  return actsOf(captured, item, history, viewer, context);
}

/** Whether the log knows the request, also where it was taken back. */
export function isKnownRequest(history: RequestHistory, { items, register, idOf }: RequestContext): boolean {
  const key = requestKey(history);
  return items.standing.has(key) || items.undone.has(key) || register.isWritten(new RequestIds(history, idOf).asking);
}

/** @param known the item; undefined: the request arrives as a new one */
function actsOf(
  known: Item | undefined,
  item: string,
  history: RequestHistory,
  viewer: Viewer,
  context: RequestContext,
): OutsideAct[] {
  if (known?.readOnly === true) return [];
  const ids = new RequestIds(history, context.idOf, item, known === undefined);
  const moves = requestMoves(history, { ...viewer, teams: [...viewer.teams, ...teamsOf(known)] });
  const acts = stillAsked(moves, ids, context)
    .filter(({ move }) => known?.request === undefined || move !== 'asked')
    .map((move, at, all): OutsideAct => {
      const asking = all.slice(0, at).findLast(isAsking);
      const isUnasked = asking !== undefined && isTakenBack(ids.entry(asking), context);
      const subject = { history, item, known, isLast: at === all.length - 1, isUnasked };
      const facts = factsOf(move, subject, context.policy);
      return { id: ids.act(move), facts: facts.map((fact, place) => ({ ...fact, id: ids.entry(move, place) })) };
    });
  const titles = (known === undefined ? [] : newTitles(known, history)).map((event): OutsideAct => {
    const renamed = { event, move: 'renamed' } as const;
    return { id: ids.act(renamed), facts: [{ ...newTitleFact(event, history, item), id: ids.entry(renamed) }] };
  });
  return [...acts, ...titles].filter(({ facts }) => facts.some(({ id }) => !context.register.isWritten(id)));
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
  ids: RequestIds,
  { register }: RequestContext,
): readonly RequestMove[] {
  let all = moves;
  for (const event of ids.history.events) {
    if (event.type !== 'requestRemoved') continue;
    const withdrawn = { event, move: 'withdrawn' } as const;
    if (moves.some((move) => move.event === event && move.move === 'withdrawn')) continue;
    if (!register.isWritten(ids.entry(withdrawn))) continue;
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
