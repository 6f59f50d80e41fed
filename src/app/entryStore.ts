import { setImmediate } from 'node:timers/promises';
import type { Entry, Envelope, Fact } from '../core/entries/entry.ts';
import { nextClock } from '../core/entries/hybridClock.ts';
import { HumanError } from '../core/humanError.ts';
import type { Policy } from '../core/policy.ts';
import { isRefusal, type Refusal } from '../core/rules/refusal.ts';
import { Register } from '../core/register/register.ts';
import type { RuleContext, Ruling } from '../core/rules/context.ts';
import { appendFailure, appendUnfinished, clockIsWrong } from '../core/log/troubleText.ts';
import type { News } from '../log/fileReader.ts';
import type { Log } from '../log/log.ts';
import type { Today } from './clock.ts';
import { type Disposable, Emitter, surface } from './emitter.ts';
import { Attempt, type Begun, type Ids } from './ids.ts';

/** What was done: the facts that are now on disk, none when nothing had to change. */
export interface Done {
  readonly act: string;
  readonly facts: readonly Fact[];
}

/**
 * One writer at a time. An act runs *catch up, ask the rules, append, catch up*, so memory is only ever what was read
 * back from the log: the start, another window and our own write all come in through the same door.
 */
export class EntryStore {
  readonly #changed = new Emitter();
  readonly #preparing = new Set<() => Promise<void>>();
  #log: Log;
  #register = new Register();
  #queue: Promise<unknown> = Promise.resolve();
  #troublesSeen = '';

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

  /** Something was read that was not known before, or the state of the log changed. */
  readonly onDidChange = (listener: () => void): Disposable => this.#changed.event(listener);

  /** What is done, in slices, before anybody hears of a change, so that hearing of it costs little. */
  onWillChange(prepare: () => Promise<void>): Disposable {
    this.#preparing.add(prepare);
    return { dispose: () => this.#preparing.delete(prepare) };
  }

  /** Reads what is new in the log. Cheap when nothing is. */
  refresh(): Promise<void> {
    return this.#enqueue(async () => {
      await this.log.reachable();
      await this.#catchUp();
    });
  }

  /** Goes on with another log, from its start; what was known of the former one is forgotten. */
  async useLog(log: Log): Promise<void> {
    await this.#enqueue(async () => {
      this.#log = log;
      this.#register = new Register();
      this.#troublesSeen = 'another log';
    });
    await this.refresh();
  }

  /** Does something with the log while nothing else is done with it, and takes in what it brought to light. */
  withLog(work: (log: Log) => Promise<News | undefined>): Promise<void> {
    return this.#enqueue(async () => {
      const news = await work(this.log);
      if (news !== undefined) await this.#take(news);
    });
  }

  /**
   * Does one act. The rules are asked with everything that is known at that moment, other windows included.
   *
   * @param attempt hand in the same one to try again what failed: the entries keep their ids
   * @returns what was done, or the refusal of the rules
   * @throws HumanError when the entries could not be written; nothing is taken for done then
   */
  act(rules: (context: RuleContext) => Ruling, attempt = new Attempt(this.ids)): Promise<Done | Refusal> {
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

  /** What the rules would answer now, from what is in memory. Nothing is written. */
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
      // What an import brings keeps the envelope it was written with, and names the act that brought it.
      return isEntry(fact) ? { ...fact, importedBy: act } : { ...envelope, ...fact };
    });
  }

  async #append(begun: Begun, attempt: Attempt): Promise<void> {
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

  async #catchUp(): Promise<News> {
    return this.#take(await this.log.catchUp());
  }

  /**
   * Memory learns what was read, and here only: in slices, between which everything else in the extension host has its
   * turn. Undos come first, for each new one is weighed against all that is known by then.
   */
  async #take(news: News): Promise<News> {
    const { entries, newerItems } = news;
    let isNew = this.register.add(
      entries.filter(({ type }) => type === 'actUndone'),
      newerItems,
    );
    for (let from = 0; from < entries.length; from += slice) {
      if (from > 0) await setImmediate();
      if (this.register.add(entries.slice(from, from + slice))) isNew = true;
    }
    const troubles = JSON.stringify([this.log.troubles, this.log.quarantinedLines, this.log.newerLines]);
    if (isNew || troubles !== this.#troublesSeen) {
      this.#troublesSeen = troubles;
      for (const prepare of this.#preparing) await prepare().catch(surface);
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

/** So many entries are folded in a few milliseconds, on a slow machine in a few more. */
const slice = 2_000;

function latestOf(clocks: readonly (string | undefined)[]): string | undefined {
  return clocks.reduce((latest, clock) => (latest === undefined || (clock ?? '') > latest ? clock : latest), undefined);
}

function isEntry(fact: Fact): fact is Entry {
  return 'clock' in fact;
}

/** What the file system calls the error; undefined for one of ours, which is a bug and no failure of the disk. */
function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
