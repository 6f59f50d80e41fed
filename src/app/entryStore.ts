import { setImmediate } from 'node:timers/promises';
import type { Entry, Envelope, Fact } from '../core/entries/entry.ts';
import { nextClock } from '../core/entries/hybridClock.ts';
import { HumanError } from '../core/humanError.ts';
import type { Policy } from '../core/policy.ts';
import { isRefusal, type Refusal } from '../core/rules/refusal.ts';
import { Register } from '../core/register/register.ts';
import type { RuleContext, Ruling } from '../core/rules/context.ts';
import { appendFailure, appendUnfinished, clockIsWrong } from '../core/log/troubleText.ts';
import type { ReadResult } from '../log/fileReader.ts';
import type { Log } from '../log/log.ts';
import type { Today } from './clock.ts';
import { type Disposable, Emitter, throwUncaught } from './emitter.ts';
import { Attempt, type UnfinishedAct, type Ids } from './ids.ts';

/** What an act did: its id, and the facts that are now on disk; none if nothing had to change. */
export interface ActResult {
  readonly act: string;
  readonly facts: readonly Fact[];
}

/**
 * The one writer of a window: acts and reads run one at a time. An act runs *catch up, apply the rules, append, catch
 * up*. So memory is only ever what was read back from the log: start-up, another window and our own write take the same
 * path.
 */
export class EntryStore {
  readonly #changed = new Emitter();
  readonly #beforeChange = new Set<() => Promise<void>>();
  #log: Log;
  #register = new Register();
  #queue: Promise<unknown> = Promise.resolve();
  /** Troubles and unreadable lines at the last change event, as JSON. */
  #lastLogState = '';

  constructor(
    log: Log,
    readonly ids: Ids,
    readonly today: Today,
    readonly policy: () => Policy,
  ) {
    this.#log = log;
  }

  get log(): Log {
    return this.#log;
  }

  get register(): Register {
    return this.#register;
  }

  /** Fires when something new was read, or the state of the log changed. */
  readonly onDidChange = (listener: () => void): Disposable => this.#changed.event(listener);

  /**
   * Runs and awaits a callback before each change event. It works in slices, so that the listeners have little to do.
   */
  onWillChange(prepare: () => Promise<void>): Disposable {
    this.#beforeChange.add(prepare);
    return { dispose: () => this.#beforeChange.delete(prepare) };
  }

  /** Reads what is new in the log. Cheap if nothing is. */
  refresh(): Promise<void> {
    return this.#enqueue(async () => {
      await this.log.reachable();
      await this.#catchUp();
    });
  }

  /** Switches to another log and reads it from its start. What was read of the former one is dropped. */
  async useLog(log: Log): Promise<void> {
    await this.#enqueue(async () => {
      this.#log = log;
      this.#register = new Register();
      this.#lastLogState = 'another log';
    });
    await this.refresh();
  }

  /** Runs work that needs the log for itself, and takes in the entries it returns. */
  withLog(work: (log: Log) => Promise<ReadResult | undefined>): Promise<void> {
    return this.#enqueue(async () => {
      const news = await work(this.log);
      if (news !== undefined) await this.#take(news);
    });
  }

  /**
   * Performs one act. The rules see everything known at that moment, including what other windows wrote.
   *
   * @param attempt pass the same one to retry after a failure: the entries keep their ids
   * @returns what was done, or the refusal of the rules
   * @throws HumanError if the entries could not be written; nothing counts as done then
   */
  act(rules: (context: RuleContext) => Ruling, attempt = new Attempt(this.ids)): Promise<ActResult | Refusal> {
    return this.#enqueue(async () => {
      attempt.again();
      await this.#catchUp();
      const act = attempt.id();
      if (attempt.begun !== undefined) {
        await this.#append(attempt.begun, attempt);
        return { act, facts: attempt.begun.facts };
      }
      const ruling = rules(this.#context(attempt));
      if (isRefusal(ruling)) return ruling;
      if (ruling.length > 0) {
        await this.#append({ facts: ruling, entries: this.#stamp(ruling, act, attempt) }, attempt);
      }
      return { act, facts: ruling };
    });
  }

  /** What the rules would answer now, from memory. Nothing is read or written. */
  consider(rules: (context: RuleContext) => Ruling): Ruling {
    return rules(this.#context(new Attempt(this.ids)));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #context(attempt: Attempt): RuleContext {
    return {
      register: this.register,
      today: this.today.day,
      policy: this.policy(),
      device: this.log.device.id,
      newId: () => attempt.id(),
    };
  }

  #stamp(facts: readonly Fact[], act: string, attempt: Attempt): Entry[] {
    const now = this.today.clock.now();
    if (now.getTime() < 0 || now.getUTCFullYear() > 9999)
      throw new HumanError(clockIsWrong(String(now.getUTCFullYear())));
    const loggedAt = now.toISOString();
    let clock = latestOf([this.register.latestClock, ...facts.map((fact) => (isEntry(fact) ? fact.clock : undefined))]);
    return facts.map((fact) => {
      clock = nextClock(clock, now);
      const envelope: Envelope = { id: attempt.id(), clock, device: this.log.device.id, act, loggedAt };
      // An imported entry keeps the envelope it was written with, and names the act that imported it.
      return isEntry(fact) ? { ...fact, importedBy: act } : { ...envelope, ...fact };
    });
  }

  async #append(begun: UnfinishedAct, attempt: Attempt): Promise<void> {
    try {
      await this.#take(await this.log.append(begun.entries));
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
      const { entries } = await this.#catchUp();
      const arrived = new Set(entries.map(({ id }) => id));
      const written = begun.entries.filter(({ id }) => arrived.has(id)).length;
      if (written > 0) attempt.begun = begun;
      const { message } = error as Error;
      const failure = appendFailure(codeOf(error), this.log.folder, message);
      const sentence = written > 0 ? `${failure} ${appendUnfinished(written, begun.entries.length)}` : failure;
      throw new HumanError(sentence, { cause: error });
    }
  }

  async #catchUp(): Promise<ReadResult> {
    return this.#take(await this.log.catchUp());
  }

  /**
   * The only place that adds to the register. It works in slices, between which the extension host can do other work.
   * Undos are added first, because each batch with an undo re-evaluates everything known by then.
   */
  async #take(news: ReadResult): Promise<ReadResult> {
    const { entries, newerItems } = news;
    let isNew = this.register.add(
      entries.filter(({ type }) => type === 'actUndone'),
      newerItems,
    );
    for (let from = 0; from < entries.length; from += entriesPerSlice) {
      if (from > 0) await setImmediate();
      if (this.register.add(entries.slice(from, from + entriesPerSlice))) isNew = true;
    }
    const logState = JSON.stringify([this.log.troubles, this.log.quarantinedLines, this.log.newerLines]);
    if (isNew || logState !== this.#lastLogState) {
      this.#lastLogState = logState;
      for (const prepare of this.#beforeChange) await prepare().catch(throwUncaught);
      this.#changed.fire();
    }
    return news;
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

/** How many entries are folded per slice: a few milliseconds of work, a little more on a slow machine. */
const entriesPerSlice = 2_000;

function latestOf(clocks: readonly (string | undefined)[]): string | undefined {
  return clocks.reduce((latest, clock) => (latest === undefined || (clock ?? '') > latest ? clock : latest), undefined);
}

function isEntry(fact: Fact): fact is Entry {
  return 'clock' in fact;
}

/** The error code of the file system; undefined for our own errors, which are bugs and not failures of the disk. */
function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
