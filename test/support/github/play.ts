import type { Item } from '../../../src/core/items/item.ts';
import type { Register } from '../../../src/core/register/register.ts';
import type { Random } from '../random.ts';
import type { ExpectedItem } from './expectedItem.ts';
import { expectedItem } from './expectedItem.ts';
import type { PullHistory } from './history.ts';
import { pullStateAt } from './pullState.ts';
import { me, randomHistory, teams } from './randomHistory.ts';
import { searchTest } from './searchQuery.ts';

/** Histories, and the moments at which somebody looks at them. The last moment is after everything. */
export interface Play {
  readonly pulls: readonly PullHistory[];
  readonly moments: readonly Date[];
}

/** A play in whose midst the leader connects GitHub; nobody looks before that. */
export interface ConnectedPlay extends Play {
  readonly connectedAt: Date;
}

/** @param looks how often somebody looks while things happen */
export function randomPlay(random: Random, count: number, looks: number): Play {
  const pulls = Array.from({ length: count }, (_, index) => randomHistory(random, index + 1));
  const timesOf = ({ openedAt, events }: PullHistory) => [openedAt, ...events.map(({ at }) => at)];
  // Of any pull request alike: the long ones have most of the events.
  const moments = Array.from({ length: looks }, () => random.pick(timesOf(random.pick(pulls)))).toSorted();
  const last = pulls.flatMap(timesOf).toSorted().at(-1)!;
  return { pulls, moments: [...moments, last].map((time) => new Date(time)) };
}

/** Somebody looks at once when the leader connects, unless GitHub does not answer. */
export function connectWithin({ pulls, moments }: Play, random: Random): ConnectedPlay {
  const times = pulls.flatMap(({ events }) => events.map(({ at }) => at)).toSorted();
  const connectedAt = new Date(random.pick(times.slice(0, times.length / 2)));
  const first = random.number(4) > 0 ? [connectedAt] : [];
  return { pulls, moments: [...first, ...moments.filter((now) => now > connectedAt)], connectedAt };
}

/** What must stand in the log in the end of each pull request that somebody could see, by its id. */
export function expectedItems(play: ConnectedPlay, zone: string): ReadonlyMap<string, ItemDays> {
  const { pulls, moments } = play;
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  const leader = { me, teams, now: moments.at(-1)!, dayOf: (instant: string) => format.format(new Date(instant)) };
  return new Map(
    pulls.flatMap((pull) => {
      const item = expectedItem(pull, leader);
      if (item === undefined || !(wasSeenWaiting(pull, item, play) || wasReviewed(pull, item, play))) return [];
      const { askings: _, ...days } = item;
      return [[pull.id, { ...days, title: pullStateAt(pull, leader.now, teams).title }] as const];
    }),
  );
}

/** Whether the search for what waits found it when somebody looked. */
export function wasFoundWaiting(pull: PullHistory, moments: readonly Date[]): boolean {
  const waits = searchTest('is:open is:pr review-requested:@me', { login: me, teams });
  return moments.some((now) => waits(pullStateAt(pull, now, teams)));
}

/** A draft is found, too, and means nothing before it was ready once. */
function wasSeenWaiting(pull: PullHistory, { askings: [first = ''] }: ExpectedItem, { moments }: Play): boolean {
  return wasFoundWaiting(
    pull,
    moments.filter((now) => now >= new Date(first)),
  );
}

/**
 * Whether it was asked since the leader connected, and has a review of the leader's, whenever that was. What was asked,
 * and came to an end without one before somebody looked, stays unknown.
 */
function wasReviewed(
  { events }: PullHistory,
  { askings }: ExpectedItem,
  { moments, connectedAt }: ConnectedPlay,
): boolean {
  const last = moments.at(-1)!;
  const isReviewed = events.some((event) => event.type === 'reviewed' && event.by === me && new Date(event.at) <= last);
  return isReviewed && askings.some((at) => new Date(at) >= connectedAt);
}

type ItemDays = Omit<ExpectedItem, 'askings'> & { readonly title: string };

/** What the log says of each request, by the id of the pull request. */
export function loggedItems({ items }: Pick<Register, 'items'>): ReadonlyMap<string, ItemDays> {
  return new Map([...items.values()].map((item) => [item.request?.key ?? item.id, daysOf(item)]));
}

function daysOf({ title, askedOn, respondedOn, turns, closing, request }: Item): ItemDays {
  return {
    title,
    askedOn,
    respondedOn,
    isOfTeam: request?.team !== undefined,
    // A closing ends the turn that runs.
    turns: turns.map(({ holder, from, to = closing?.on }) => ({
      holder: holder === 'decider' ? 'asker' : holder,
      from,
      to,
    })),
    closing: closing && { how: closing.how === 'decided' ? 'decided' : 'withdrawn', on: closing.on },
  };
}
