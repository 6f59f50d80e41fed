import type { Reviewer, Teams } from './history.ts';
import type { PullState } from './pullState.ts';

export interface Viewer {
  readonly login: string;
  /** The slugs of the teams they belong to are those of {@link Teams} that name them. */
  readonly teams: Teams;
}

type Test = (state: PullState) => boolean;

/**
 * What a search finds, for the qualifiers that the fake knows. GitHub takes an unknown one for a word of the title and
 * finds nothing; here it fails, so that a misspelt one is noticed.
 *
 * @throws Error for a qualifier that is not known here
 */
export function searchTest(query: string, viewer: Viewer): Test {
  const tests = query
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => testOf(word, viewer));
  return (state) => tests.every((test) => test(state));
}

function testOf(qualifier: string, { login, teams }: Viewer): Test {
  const [, since] = /^updated:>=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/.exec(qualifier) ?? [];
  if (since !== undefined) return ({ updatedAt }) => Date.parse(updatedAt) >= Date.parse(since);
  const isMe = (of: Reviewer) => 'user' in of && of.user === login;
  const isMyTeam = (of: Reviewer) => 'team' in of && (teams[of.team]?.includes(login) ?? false);
  switch (qualifier) {
    case 'is:pr':
    case 'archived:false':
    case 'sort:updated-desc':
      return () => true;
    case 'is:open':
      return ({ state }) => state === 'OPEN';
    case 'review-requested:@me':
      return ({ requested }) => requested.some((of) => isMe(of) || isMyTeam(of));
    case 'user-review-requested:@me':
      return ({ requested }) => requested.some(isMe);
    case 'reviewed-by:@me':
      return ({ reviews }) => [...reviews.values()].some(({ event }) => event.by === login);
    default:
      throw new Error(`The fake GitHub does not know the qualifier ${qualifier}.`);
  }
}
