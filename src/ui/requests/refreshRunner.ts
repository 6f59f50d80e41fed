import type { Connected } from '../../app/requestsConnection.ts';
import { HumanError } from '../../core/humanError.ts';
import type { RequestsRead, RequestTrouble } from '../../core/requests/requestsRead.ts';
import { isPaused, isRefreshDue, noRefreshes, type Refreshes } from '../../core/requests/schedule.ts';
import { RequestFailure } from '../../requests/post.ts';

/** What a refresh did. */
export interface Refreshed {
  /** How many acts were written down. */
  readonly acts: number;
  readonly unread: number;
}

export type ReadAndWritten = Refreshed & Pick<RequestsRead, 'pauseUntil' | 'stoppedBy'>;

export interface RefreshSteps {
  /** In milliseconds since 1970. */
  now(): number;
  /** Reads and writes down. Writes nothing once the signal is aborted. */
  read(connected: Connected, signal: AbortSignal): Promise<ReadAndWritten>;
  /** Called once for each refresh that was not stopped. An error that nobody expected is a bug. */
  report(answer: Refreshed | RequestTrouble, bug?: Error): void;
}

/** Runs one refresh at a time, and knows when the next is due. */
export class RefreshRunner {
  #refreshes: Refreshes = noRefreshes;
  #running: Promise<Refreshed | RequestTrouble> | undefined;
  #abort = new AbortController();

  constructor(readonly steps: RefreshSteps) {}

  /** When it was read last; undefined: not since it was stopped. */
  get readAt(): Date | undefined {
    const { readAt } = this.#refreshes;
    return readAt === undefined ? undefined : new Date(readAt);
  }

  isDue(olderThanMs: number): boolean {
    return isRefreshDue(this.#refreshes, this.steps.now(), olderThanMs);
  }

  /** Makes the next refresh wait for no failure before it. */
  forgetFailures(): void {
    this.#refreshes = { ...this.#refreshes, failures: 0 };
  }

  /** Refreshes now, or waits for the refresh that runs. Never rejects: whatever goes wrong is the answer. */
  run(connected: Connected): Promise<Refreshed | RequestTrouble> {
    const { signal } = this.#abort;
    return (this.#running ??= this.#run(connected, signal).finally(() => {
      if (!signal.aborted) this.#running = undefined;
    }));
  }

  /** Breaks off the refresh that runs, and forgets the earlier ones: they may be of another server. */
  stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#running = undefined;
    this.#refreshes = noRefreshes;
  }

  async #run(connected: Connected, signal: AbortSignal): Promise<Refreshed | RequestTrouble> {
    const triedAt = this.steps.now();
    const { pauseUntil } = this.#refreshes;
    if (isPaused(pauseUntil, triedAt)) return this.#end({ trouble: 'rateLimited', until: pauseUntil });
    const read = await this.steps.read(connected, signal).catch(bugOrTrouble);
    // What was learned may be of another server than the one that is connected now.
    if (signal.aborted) return { trouble: 'stopped' };
    if (read instanceof Error) return this.#fail({ trouble: 'unexpected', reason: read.message }, triedAt, read);
    if ('trouble' in read) return this.#fail(read, triedAt);
    const { acts, unread, stoppedBy } = read;
    if (stoppedBy !== undefined) return this.#fail({ ...stoppedBy, isPart: true }, triedAt);
    this.#refreshes = { readAt: this.steps.now(), triedAt, failures: 0, pauseUntil: read.pauseUntil };
    return this.#end({ acts, unread });
  }

  #fail(trouble: RequestTrouble, triedAt: number, bug?: Error): RequestTrouble {
    const { readAt, failures, pauseUntil } = this.#refreshes;
    const until = trouble.trouble === 'rateLimited' ? trouble.until : pauseUntil;
    this.#refreshes = { readAt, triedAt, failures: failures + 1, pauseUntil: until };
    return this.#end(trouble, bug);
  }

  #end<A extends Refreshed | RequestTrouble>(answer: A, bug?: Error): A {
    this.steps.report(answer, bug);
    return answer;
  }
}

function bugOrTrouble(error: unknown): RequestTrouble | Error {
  if (error instanceof RequestFailure) return error.why;
  if (error instanceof HumanError) return { trouble: 'notLogged', reason: error.message };
  return error instanceof Error ? error : new Error(String(error));
}
