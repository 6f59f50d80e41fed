import type { RequestHistory } from './requestHistory.ts';

/** What one refresh learned. */
export interface RequestsRead {
  /** The account that was asked for. */
  readonly login: string;
  /** The teams of the account, as `acme/reviewers`; empty where they could not be read. */
  readonly teams: readonly string[];
  readonly histories: readonly RequestHistory[];
  /** How many pull requests could not be read, or not who is asked there: they keep what is known of them. */
  readonly unread: number;
  /** Whether all that was found of what the leader reviewed could be read: the next refresh need not look so far back. */
  readonly isReviewedRead: boolean;
  /** How often GitHub was asked. */
  readonly calls: number;
  /** No more may be asked for until then, in milliseconds since 1970. */
  readonly pauseUntil: number | undefined;
  /** Why no more was read. */
  readonly stoppedBy?: RequestTrouble | undefined;
}

/** Why nothing was learned, or no more than a part. */
export type RequestTrouble = { readonly isPart?: boolean } & Trouble;
type Trouble =
  | { readonly trouble: 'signedOut' }
  /** GitHub asks to wait until then, in milliseconds since 1970. */
  | { readonly trouble: 'rateLimited'; readonly until: number }
  | { readonly trouble: 'status'; readonly status: number }
  | { readonly trouble: 'timedOut' }
  | { readonly trouble: 'unreachable' }
  /** What came is no answer to the query. */
  | { readonly trouble: 'garbled' }
  /** GitHub says that it could not answer the query. */
  | { readonly trouble: 'failed' }
  /** The log could not be written. */
  | { readonly trouble: 'notLogged'; readonly reason: string }
  /** It was disconnected, or connected elsewhere, meanwhile. */
  | { readonly trouble: 'stopped' }
  /** VS Code cannot sign in, or there is a bug. */
  | { readonly trouble: 'unexpected'; readonly reason: string };
