import type { RequestTrouble } from '../core/requests/requestsRead.ts';

/** Whose requests are read, and where. */
export interface Session {
  /** As the log names it: `github.com`. */
  readonly host: string;
  /** The address that queries are sent to. */
  readonly endpoint: string;
  /** Sent to the endpoint and to nobody else; never stored, logged or shown. */
  readonly token: string;
  /** The account. */
  readonly login: string;
  readonly signal: AbortSignal;
  /** How long one answer may take. */
  readonly timeoutInMs?: number;
}

/** Why a refresh learned nothing. Says nothing of what was sent or answered. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';

  constructor(readonly why: RequestTrouble) {
    super(why.trouble);
  }
}

const usualTimeoutInMs = 30_000;
/** Fifty requests with their timelines are less than a quarter of it. It is parsed at once, so it must not be long. */
const longestAnswerInBytes = 4_000_000;
/** Whatever a server asks for: its clock, or ours, may be wrong. */
const longestPauseInMs = 3_600_000;
/** What GitHub asks for where it names no time. */
const usualPauseInMs = 60_000;

/** What was answered, as JSON, and until when nothing more may be asked, in milliseconds since 1970. */
export interface Posted {
  readonly answer: unknown;
  readonly pauseUntil: number | undefined;
}

/**
 * The only place of this extension that speaks to the network: sends one query. Nothing is followed to another address.
 *
 * @throws RequestFailure; the reason of the signal if it was aborted
 */
export async function post({ endpoint, token, signal, ...session }: Session, query: object): Promise<Posted> {
  const timeout = AbortSignal.timeout(session.timeoutInMs ?? usualTimeoutInMs);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(query),
      redirect: 'error',
      signal: AbortSignal.any([signal, timeout]),
    });
    const why = troubleOf(response);
    if (why === undefined) return { answer: JSON.parse(await textOf(response)), pauseUntil: pauseOf(response.headers) };
    await response.body?.cancel();
    throw new RequestFailure(why);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof RequestFailure) throw error;
    if (timeout.aborted) throw new RequestFailure({ trouble: 'timedOut' });
    // The cause may name the address, so it is dropped.
    throw new RequestFailure(error instanceof SyntaxError ? { trouble: 'garbled' } : { trouble: 'unreachable' });
  }
}

function troubleOf({ status, ok, headers }: Response): RequestTrouble | undefined {
  if (ok) return undefined;
  if (status === 401) return { trouble: 'signedOut' };
  const until = pauseOf(headers) ?? (status === 429 ? unsaidPause() : undefined);
  return until === undefined ? { trouble: 'status', status } : { trouble: 'rateLimited', until };
}

/** Until when to wait where the server says that it is too much and not how long. */
export function unsaidPause(): number {
  return Date.now() + usualPauseInMs;
}

/** Until when the server asks to wait, in milliseconds since 1970; undefined if it does not. */
function pauseOf(headers: Headers): number | undefined {
  const now = Date.now();
  const after = headers.get('retry-after');
  const reset = headers.get('x-ratelimit-remaining') === '0' ? Number(headers.get('x-ratelimit-reset')) * 1000 : NaN;
  const until = after === null ? reset : /^\d+$/.test(after) ? now + Number(after) * 1000 : Date.parse(after);
  return Number.isNaN(until) ? undefined : Math.min(Math.max(until, now), now + longestPauseInMs);
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  const parts: string[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > longestAnswerInBytes) throw new RequestFailure({ trouble: 'garbled' });
    parts.push(decoder.decode(part, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}
