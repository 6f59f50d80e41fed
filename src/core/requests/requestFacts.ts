import type { Fact } from '../entries/entry.ts';
import { longestTeam, textLimits } from '../entries/limits.ts';
import { isOutside } from '../entries/sameEntry.ts';
import { isMove } from '../items/foldItem.ts';
import { currentTurn, type Item } from '../items/item.ts';
import type { Policy } from '../policy.ts';
import { tidy } from '../rules/limits.ts';
import { startOfText } from '../text/clean.ts';
import { nameKey } from '../text/names.ts';
import { type Day, dayOf } from '../time/day.ts';
import { readTitle } from './newTitles.ts';
import { github, type RequestHistory } from './requestHistory.ts';
import type { RequestMove } from './requestMoves.ts';

interface FactSubject {
  readonly history: RequestHistory;
  readonly item: string;
  /** The item as it is; undefined: the request arrives as a new one. */
  readonly known: Item | undefined;
  /** Whether nothing happened there since. */
  readonly isLast: boolean;
  /** Whether the leader took back that it was asked before, so that asking again means something. */
  readonly isUnasked: boolean;
}

/** What a move says of the item. */
export function factsOf(
  move: RequestMove,
  { history, item, known, isLast, isUnasked }: FactSubject,
  policy: Policy,
): readonly Fact[] {
  const at = instantOf(move);
  const on = dayOf(new Date(at));
  const author = authorOf(history);
  const outside = { via: github, at };
  // Unless somebody asks again, this ends it, whatever was done about it here meanwhile.
  const ended = isLast ? { via: github } : outside;
  switch (move.move) {
    case 'asked':
      return known === undefined
        ? [asked(move.team, history, item, on, policy)]
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
      return known !== undefined && (wasDoneHere(known, at) || (isUnasked && !isLeadersMove(known)))
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
export function instantOf({ event }: RequestMove): string {
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

function asked(team: string | undefined, history: RequestHistory, item: string, askedOn: Day, policy: Policy): Fact {
  const { title, repository, url } = history;
  const askedBy = authorOf(history);
  const target = policy.targets.approval;
  return {
    type: 'itemCaptured',
    item,
    kind: 'approval',
    title: readTitle(title, url),
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

/** The item keeps what the leader wrote. Its clock starts on the earlier of the two days, and the author waits, too. */
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
  if (author !== undefined && !known.waiting.some((name) => nameKey(name) === nameKey(author))) {
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

/** The last entry with an effect that changed whose move the item is. */
export function lastMove({ history, withoutEffect }: Item): Item['history'][number] | undefined {
  return history.findLast((entry) => isMove(entry) && !withoutEffect.includes(entry.id));
}

/** Whether a person here was done with it before that moment, and nothing has happened outside since. */
function wasDoneHere(item: Item, at: string): boolean {
  if (isLeadersMove(item)) return false;
  const last = lastMove(item);
  return last !== undefined && !isOutside(last) && last.loggedAt < at;
}

function isLeadersMove(item: Item): boolean {
  return item.closing === undefined && currentTurn(item) === undefined;
}
