import type { Random } from '../random.ts';
import { isSame, type PullEvent, type PullHistory, type Reviewer, type Teams } from './history.ts';
import { pullStateAt, type PullState } from './pullState.ts';

export const me = 'mia';
/** Both of the first two are mine; Otto belongs to none of mine. */
export const teams: Teams = { core: [me, 'tom'], docs: [me, 'dora'], ops: ['otto'] };

/** An event without its time. */
type Happening = PullEvent extends infer E ? (E extends PullEvent ? Omit<E, 'at'> : never) : never;

const reviewStates = ['APPROVED', 'CHANGES_REQUESTED', 'COMMENTED'] as const;
const dismissal: Happening = { type: 'dismissed', reviewOf: me };
const comment: Happening = { type: 'reviewed', by: 'otto', state: 'COMMENTED' };
const reviewers: readonly Reviewer[] = [
  { user: me },
  { user: me },
  { user: 'otto' },
  { team: 'core' },
  { team: 'docs' },
  { team: 'ops' },
];
/** What nearly every history begins with. */
const asking: readonly Happening[] = [
  ...[{ user: me }, { user: me }, { user: me }, { team: 'core' }, { team: 'docs' }].map((of): Happening => ({
    type: 'requested',
    of,
  })),
  comment,
];
const isMine = (of: Reviewer) => ('user' in of ? of.user === me : (teams[of.team]?.includes(me) ?? false));

const second = 1_000;
const hour = 3_600_000;
const day = 24 * hour;
/** From the same second to three weeks, with many that only some zones see as another day. */
const gaps = [0, second, hour, 5 * hour, 9 * hour, 13 * hour, day, 2.5 * day, 4 * day, 20 * day];

/** A pull request to which only happens what GitHub lets happen. One in forty has more events than one page shows. */
export function randomHistory(random: Random, number: number): PullHistory {
  let at = Date.parse('2026-03-01T00:00:00Z') + random.number(12 * 24) * hour + random.number(3_600) * second;
  const time = () => new Date(at).toISOString().replace('.000Z', 'Z');
  const pull = {
    id: `PR_kwDOB${number.toString(36).padStart(6, '0')}`,
    number,
    title: `Change ${number}`,
    repository: random.pick(['acme/shop', 'acme/till', 'acme/docs']),
    author: random.pick(['ann', 'ben', undefined]),
    openedAt: time(),
    isDraft: random.number(5) === 0,
  };
  const isLong = random.number(40) === 0;
  const steps = isLong ? 70 + random.number(80) : 4 + random.number(12);
  const events: PullEvent[] = [];
  for (let step = 0; step < steps; step++) {
    at += isLong ? random.pick([hour, 5 * hour]) : random.pick(gaps);
    const state = pullStateAt({ ...pull, events }, new Date(at), teams);
    // A long one is kept open by what outsiders say.
    const happening = isLong && step % 10 !== 0 ? comment : random.pick(step === 0 ? asking : possible(state, random));
    events.push({ at: time(), ...happening });
  }
  return { ...pull, events };
}

/** What can happen next; what is named twice happens more often. */
function possible(state: PullState, random: Random): readonly Happening[] {
  if (state.state === 'MERGED') return [comment];
  if (state.state === 'CLOSED') return [{ type: 'reopened' }, { type: 'reopened' }, comment];
  const isPending = (of: Reviewer) => state.requested.some((other) => isSame(of, other));
  const review = (by: string): Happening => ({ type: 'reviewed', by, state: random.pick(reviewStates) });
  return [
    ...reviewers.filter((of) => !isPending(of)).map((of): Happening => ({ type: 'requested', of })),
    ...state.requested.map((of): Happening => ({ type: 'requestRemoved', of })),
    ...(reviewers.filter(isMine).some(isPending) ? Array<string>(8).fill(me) : []).map(review),
    ...[me, 'tom', 'dora', 'otto'].map(review),
    { type: 'reviewBegun', by: me },
    ...(canBeDismissed(state) ? [dismissal, dismissal, dismissal] : []),
    { type: state.isDraft ? 'readyForReview' : 'convertedToDraft' },
    { type: state.isDraft ? 'readyForReview' : 'merged' },
    { type: 'closed' },
    { type: 'renamed', title: `Another title ${random.number(1_000)}` },
    { type: 'transferred', to: random.pick(['acme/moved', 'acme/docs']), number: 5_000 + random.number(1_000) },
  ];
}

/** Whether a verdict of mine stands that was given since the last dismissal. */
function canBeDismissed({ events, reviews }: PullState): boolean {
  const since = events.findLastIndex(({ type }) => type === 'dismissed') + 1;
  return events.slice(since).some((event) => {
    const review = reviews.get(event);
    return review?.event.by === me && review.state !== 'COMMENTED';
  });
}
