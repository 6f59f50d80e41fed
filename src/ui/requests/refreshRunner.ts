import type { Agreed } from '../../app/requestsConnection.ts';
import { HumanError } from '../../core/humanError.ts';
import type { RequestTrouble } from '../../core/requests/requestsRead.ts';
import { isPaused, isRefreshDue, noRefreshes, type Refreshes } from '../../core/requests/schedule.ts';
import { RequestFailure } from '../../requests/post.ts';

/** What a refresh did. */
export interface Refreshed {
  /** How many acts were written down. */
  readonly acts: number;
  readonly unread: number;
}

export interface RefreshSteps {
  /** In milliseconds since 1970. */
  now(): number;
  /** Reads and writes down. Writes nothing once the signal is aborted. */
  read(agreed: Agreed, signal: AbortSignal): Promise<Refreshed & Pick<Refreshes, 'pauseUntil'>>;
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
  run(agreed: Agreed): Promise<Refreshed | RequestTrouble> {
    return (this.#running ??= this.#run(agreed, this.#abort.signal));
  }

  /** Breaks off the refresh that runs, and begins anew: what is known may be of another server. */
  stop(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#running = undefined;
    this.#refreshes = noRefreshes;
  }

  async #run(agreed: Agreed, signal: AbortSignal): Promise<Refreshed | RequestTrouble> {
    const triedAt = this.steps.now();
    const { pauseUntil } = this.#refreshes;
    let answer: Refreshed | RequestTrouble;
    let [refreshes, bug]: [Partial<Refreshes>, Error?] = [{}];
    if (isPaused(pauseUntil, triedAt)) answer = { trouble: 'rateLimited', until: pauseUntil };
    else {
      try {
        const { acts, unread, pauseUntil } = await this.steps.read(agreed, signal);
        answer = { acts, unread };
        refreshes = { readAt: this.steps.now(), triedAt, failures: 0, pauseUntil };
      } catch (error) {
        answer = troubleOf(error);
        if (answer.trouble === 'unexpected') bug = error instanceof Error ? error : new Error(String(error));
        refreshes = { triedAt, failures: this.#refreshes.failures + 1 };
        if (answer.trouble === 'rateLimited') refreshes = { ...refreshes, pauseUntil: answer.until };
      }
    }
    // What was learned may be of another server than the one that is connected now.
    if (signal.aborted) return { trouble: 'stopped' };
    this.#running = undefined;
    this.#refreshes = { ...this.#refreshes, ...refreshes };
    this.steps.report(answer, bug);
    return answer;
  }
}

function troubleOf(error: unknown): RequestTrouble {
  if (error instanceof RequestFailure) return error.why;
  if (error instanceof HumanError) return { trouble: 'notLogged', reason: error.message };
  return { trouble: 'unexpected', reason: error instanceof Error ? error.message : String(error) };
}
