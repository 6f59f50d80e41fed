import type { Fact } from '../entries/entry.ts';
import { longestTeam, textLimits } from '../entries/limits.ts';
import type { Item } from '../items/item.ts';
import type { Policy } from '../policy.ts';
import type { Register } from '../register/register.ts';
import { tidy } from '../rules/limits.ts';
import { startOfText } from '../text/clean.ts';
import { type Day, dayOf } from '../time/day.ts';
import { pullRequestOf } from './pullRequest.ts';
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
  readonly register: Pick<Register, 'items' | 'entry' | 'isInForce'>;
  readonly policy: Policy;
  /** The same id for the same text, on every machine. */
  readonly idOf: (text: string) => string;
  /** The items that were captured by hand, by the pull request in their link (`itemsByPullRequest`). */
  readonly captured: ReadonlyMap<string, Item>;
}

/**
 * The acts of a request that are not in the log yet, oldest first. Days are those of the leader's time zone.
 *
 * The item is new, or the one that was captured by hand with the same link. What was taken back is never written again: its id is in the log. Once the asking itself was taken back, nothing
 * more is said of the request.
 */
export function requestActs(history: RequestHistory, viewer: Viewer, context: RequestContext): OutsideAct[] {
  const { register } = context;
  const first = register.entry(firstEntryId(history, context));
  if (first !== undefined && !register.isInForce(first.act)) return [];
  const item = first !== undefined && 'item' in first ? first.item : undefined;
  const known = item === undefined ? sameLink(history, context) : register.items.get(item);
  if (known?.readOnly === true) return [];
  const teams = [...viewer.teams, ...teamsOf(known)];
  const subject = item ?? known?.id ?? context.idOf(`${history.host} ${history.id} item`);
  return requestMoves(history, { ...viewer, teams })
    .filter(({ move }) => first === undefined || move !== 'asked')
    .map((move) => actOf(move, history, subject, known, context))
    .filter(({ facts }) => facts.some(({ id }) => register.entry(id) === undefined));
}

/** Whether the log knows the request, also where it was taken back. */
export function isKnownRequest(request: Pick<RequestHistory, 'host' | 'id'>, context: RequestContext): boolean {
  return context.register.entry(firstEntryId(request, context)) !== undefined;
}

/** One for each request, so that two machines which recognise another item write the same entry. */
function firstEntryId({ host, id }: Pick<RequestHistory, 'host' | 'id'>, { idOf }: RequestContext): string {
  return idOf(`${host} ${id}`);
}

/** Teams that were asked before count although the leader has left them since. */
function teamsOf(item: Item | undefined): readonly string[] {
  return (item?.history ?? []).flatMap((entry) =>
    (entry.type === 'itemCaptured' || entry.type === 'itemEdited') && typeof entry.team === 'string'
      ? [entry.team]
      : [],
  );
}

function actOf(
  move: RequestMove,
  history: RequestHistory,
  item: string,
  known: Item | undefined,
  context: RequestContext,
): OutsideAct {
  const name = `${history.host} ${move.event.id} ${move.move}`;
  const id = move.move === 'asked' ? firstEntryId(history, context) : context.idOf(name);
  const facts = factsOf(move, history, item, known, context);
  return {
    id: context.idOf(`${name} act`),
    facts: facts.map((fact, at) => ({ ...fact, id: at === 0 ? id : context.idOf(`${name} ${at}`) })),
  };
}

function factsOf(
  move: RequestMove,
  history: RequestHistory,
  item: string,
  known: Item | undefined,
  context: RequestContext,
): readonly Fact[] {
  const on = dayOf(new Date(move.event.at));
  const author = authorOf(history);
  const via = github;
  switch (move.move) {
    case 'asked':
      return known === undefined
        ? [asked(move.team, history, item, on, context)]
        : recognised(move.team, history, known, on);
    case 'askedOf':
      return [{ type: 'itemEdited', item, team: teamName(move.team) ?? null, via, changedOn: on }];
    case 'sentBack':
      return [
        {
          type: 'itemSentBack',
          item,
          question: plainWords[move.why],
          questionCode: move.why,
          to: author,
          sentBackOn: on,
          via,
        },
      ];
    case 'returned':
      return [{ type: 'itemReturned', item, returnedOn: on, via }];
    case 'approved':
      return [{ type: 'itemDecided', item, outcome: 'approved', decidedOn: on, via }];
    case 'withdrawn':
      return [
        { type: 'itemWithdrawn', item, reason: plainWords[move.why], reasonCode: move.why, withdrawnOn: on, via },
      ];
    case 'reopened':
      return [{ type: 'itemReopened', item, reason: plainWords[move.why], reasonCode: move.why, reopenedOn: on, via }];
    default:
      return move satisfies never;
  }
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
function recognised(team: string | undefined, history: RequestHistory, known: Item, askedOn: Day): readonly Fact[] {
  const author = authorOf(history);
  const edited: Fact = {
    type: 'itemEdited',
    item: known.id,
    askedOn: askedOn < known.askedOn ? askedOn : undefined,
    askedBy: known.askedBy === undefined ? author : undefined,
    team: teamName(team),
    ...sourceOf(history),
    via: github,
    changedOn: askedOn,
  };
  if (author === undefined || known.waitingSpells.length > 0) return [edited];
  return [edited, { type: 'waitingChanged', item: known.id, added: [author], since: askedOn, via: github }];
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

function sameLink({ url }: RequestHistory, { captured }: RequestContext): Item | undefined {
  const pullRequest = pullRequestOf(url);
  return pullRequest === undefined ? undefined : captured.get(pullRequest);
}
