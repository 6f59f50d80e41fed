import type { PullHistory, Reviewer, Teams } from './history.ts';
import type { PullState } from './pullState.ts';

export interface Viewer {
  readonly login: string;
  /** The slugs of the teams they belong to are those of {@link Teams} that name them. */
  readonly teams: Teams;
}

type Test = (pull: PullHistory, state: PullState) => boolean;

/**
 * What a search finds, for the qualifiers that the fake knows. GitHub takes an unknown one for a word of the title and finds nothing; here it
 * fails, so that a misspelt one is noticed.
 *
 * @throws Error for a qualifier that is not known here
 */
export function searchTest(query: string, viewer: Viewer): Test {
  const tests = query
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => (word.startsWith('-') ? not(testOf(word.slice(1), viewer)) : testOf(word, viewer)));
  return (pull, state) => tests.every((test) => test(pull, state));
}

function testOf(qualifier: string, { login, teams }: Viewer): Test {
  const isMe = (of: Reviewer) => 'user' in of && of.user === login;
  const isMyTeam = (of: Reviewer) => 'team' in of && (teams[of.team]?.includes(login) ?? false);
  const [name, ...rest] = qualifier.split(':');
  const value = rest.join(':').replaceAll('"', '').toLowerCase();
  switch (`${name}:${name === 'repo' || name === 'org' || name === 'sort' ? '' : value}`) {
    case 'is:pr':
    case 'type:pr':
    case 'archived:false':
    case 'sort:':
      return () => true;
    case 'is:open':
    case 'state:open':
      return (_, { state }) => state === 'OPEN';
    case 'is:closed':
    case 'state:closed':
      return (_, { state }) => state !== 'OPEN';
    case 'draft:false':
      return (_, { isDraft }) => !isDraft;
    case 'draft:true':
      return (_, { isDraft }) => isDraft;
    case 'review-requested:@me':
      return (_, { requested }) => requested.some((of) => isMe(of) || isMyTeam(of));
    case 'user-review-requested:@me':
      return (_, { requested }) => requested.some(isMe);
    case 'reviewed-by:@me':
      return (_, { reviews }) => [...reviews.values()].some(({ event }) => event.by === login);
    case 'repo:':
      return (_, { repository }) => repository.toLowerCase() === value;
    case 'org:':
      return (_, { repository }) => repository.toLowerCase().startsWith(`${value}/`);
    default:
      throw new Error(`The fake GitHub does not know the qualifier ${qualifier}.`);
  }
}

function not(test: Test): Test {
  return (pull, state) => !test(pull, state);
}
