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

/** @param looks how often somebody looks while things happen */
export function randomPlay(random: Random, count: number, looks: number): Play {
  const pulls = Array.from({ length: count }, (_, index) => randomHistory(random, index + 1));
  const timesOf = ({ openedAt, events }: PullHistory) => [openedAt, ...events.map(({ at }) => at)];
  // Of any pull request alike: the long ones have most of the events.
  const moments = Array.from({ length: looks }, () => random.pick(timesOf(random.pick(pulls)))).toSorted();
  const last = pulls.flatMap(timesOf).toSorted().at(-1)!;
  return { pulls, moments: [...moments, last].map((time) => new Date(time)) };
}

/** What must stand in the log in the end of each pull request that somebody could see, by its id. */
export function expectedItems({ pulls, moments }: Play, zone: string): ReadonlyMap<string, ItemDays> {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  const leader = { me, teams, now: moments.at(-1)!, dayOf: (instant: string) => format.format(new Date(instant)) };
  return new Map(
    pulls.flatMap((pull) => {
      const item = expectedItem(pull, leader);
      if (item === undefined || !wasSeen(pull, item, moments)) return [];
      const { askedAt: _, ...days } = item;
      return [[pull.id, days] as const];
    }),
  );
}

/** Whether it waited on the leader when somebody looked. A request that came and went in between stays unknown. */
function wasSeen(pull: PullHistory, { askedAt }: ExpectedItem, moments: readonly Date[]): boolean {
  const waits = searchTest('is:open is:pr review-requested:@me', { login: me, teams });
  return moments.some((now) => Date.parse(askedAt) <= now.getTime() && waits(pullStateAt(pull, now, teams)));
}

type ItemDays = Omit<ExpectedItem, 'askedAt'>;

/** What the log says of each request, by the id of the pull request. */
export function loggedItems({ items }: Pick<Register, 'items'>): ReadonlyMap<string, ItemDays> {
  return new Map([...items.values()].map((item) => [item.request?.key ?? item.id, daysOf(item)]));
}

function daysOf({ askedOn, respondedOn, turns, closing, request }: Item): ItemDays {
  return {
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
