import { basename } from 'node:path';
import type { Entry, Envelope, Fact } from '../core/entries/entry.ts';
import { furthestClock, nextClock } from '../core/entries/hybridClock.ts';
import { HumanError } from '../core/humanError.ts';
import { dayOf } from '../core/time/day.ts';
import type { Policy } from '../core/policy.ts';
import { type LogNotice, logNotices } from '../core/log/notices.ts';
import {
  appendFailure,
  appendUnfinished,
  clockIsWrong,
  sayTrouble,
  sayTroubleShortly,
} from '../core/log/troubleText.ts';
import { isRefusal, type Refusal } from '../core/rules/refusal.ts';
import { Register } from '../core/register/register.ts';
import type { OutsideAct, OutsideFact } from '../core/requests/requestActs.ts';
import type { RuleContext, Ruling } from '../core/rules/context.ts';
import type { ReadResult } from '../log/fileReader.ts';
import { Log } from '../log/log.ts';
import { AheadEntries } from './aheadEntries.ts';
import type { Today } from './clock.ts';
import { type Disposable, Emitter, throwUncaught } from './emitter.ts';
import { Attempt, type UnfinishedAct, type Ids } from './ids.ts';
import { runInSlices } from './slices.ts';

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
  #register: Register;
  readonly #ahead = new AheadEntries();
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
    this.#register = new Register(log.device.id);
  }

  get log(): Log {
    return this.#log;
  }

  get register(): Register {
    return this.#register;
  }

  /** Entries whose clocks are more than a day ahead of the wall clock. They are taken in when their day has come. */
  get ahead(): readonly Entry[] {
    return this.#ahead.entries;
  }

  /** Whether the entry was read only from other files than that of its own device. */
  isStray(entry: Entry): boolean {
    return this.#ahead.isStray(entry) ?? !this.register.isHome(entry);
  }

  /** One notice for each problem of the log. Empty if all is well. */
  notices(): readonly LogNotice[] {
    const { troubles, quarantinedLines, quarantined, newerLines, device } = this.log;
    const lines = quarantined.map(({ file, line, reason }) => ({ file: basename(file), line, reason }));
    const ahead = this.ahead.length;
    return logNotices(
      { troubles, quarantinedLines, quarantined: lines, newerLines, device: device.id, ahead },
      this.register,
    );
  }

  /** What is wrong with the folder or the files of the log: shortly, and in a sentence each. */
  troublesInWords(most: number): { readonly short: string; readonly sentences: readonly string[] } | undefined {
    const [first] = this.log.troubles;
    if (first === undefined) return undefined;
    return { short: sayTroubleShortly(first), sentences: this.log.troubles.slice(0, most).map(sayTrouble) };
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
      this.#readFrom(log);
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

  /**
   * Writes down what happened outside. Each of its facts has an id of its own and is written once, whichever window or
   * machine learns of it first.
   *
   * @returns how many of the acts were new
   * @throws HumanError if the entries could not be written; those of earlier batches count then
   */
  record(all: readonly OutsideAct[]): Promise<number> {
    return this.#enqueue(async () => {
      await this.#catchUp();
      const isNew = ({ id }: OutsideFact): boolean => !this.register.isWritten(id);
      const acts = all.filter(({ facts }) => facts.some(isNew));
      const facts = acts.flatMap(({ id: act, facts }) => facts.filter(isNew).map((fact) => ({ act, fact })));
      const stamp = this.#stamper([]);
      for (const batch of writesOf(facts)) {
        const entries = batch.map(({ act, fact }): Entry => ({ ...stamp(fact.id, act), ...fact }));
        await this.#append({ facts: entries, entries }, new Attempt(this.ids));
      }
      return acts.length;
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
    const stamp = this.#stamper(facts.map((fact) => (isEntry(fact) ? fact.clock : undefined)));
    return facts.map((fact) => {
      const envelope = stamp(attempt.id(), act);
      // An imported entry keeps the envelope it was written with, and names the act that imported it.
      return isEntry(fact) ? { ...fact, importedBy: act } : { ...envelope, ...fact };
    });
  }

  /** Makes the envelopes of entries of now, each with a later clock than these and all that were read. */
  #stamper(clocks: readonly (string | undefined)[]): (id: string, act: string) => Envelope {
    const now = this.today.clock.now();
    if (now.getTime() < 0 || now.getUTCFullYear() > 9999) {
      throw new HumanError(clockIsWrong(String(now.getUTCFullYear())));
    }
    const loggedAt = now.toISOString();
    const day = dayOf(now);
    let clock = latestOf([this.register.latestClock, ...clocks]);
    return (id, act) => {
      clock = nextClock(clock, now);
      return { id, clock, device: this.log.device.id, act, loggedAt, day };
    };
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
    // The wall clock was set back: what is too far ahead now is set aside as it would be after a restart.
    if ((this.register.latestClock ?? '') > this.#furthestClock)
      this.#readFrom(new Log(this.log.root, this.log.device));
    return this.#take(await this.log.catchUp());
  }

  #readFrom(log: Log): void {
    this.#log = log;
    this.#register = new Register(log.device.id);
    this.#ahead.clear();
  }

  get #furthestClock(): string {
    return furthestClock(this.today.clock.now());
  }

  /** The only place that adds to the register. */
  async #take(news: ReadResult): Promise<ReadResult> {
    const { entries, strays } = this.#ahead.setAside(news, this.#furthestClock);
    const isNew = await runInSlices(this.register.addInSteps(entries, news.newerItems, strays));
    const { troubles, quarantinedLines, newerLines } = this.log;
    const logState = JSON.stringify([troubles, quarantinedLines, newerLines, this.#ahead.size]);
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

/** How much of facts and envelopes goes in one write, in UTF-16 code units: below 64 KB, whatever they are encoded as. */
const longestWrite = 16_000;
const longestEnvelope = 300;

/** Groups facts that go in one write each. One that is longer goes alone. */
function* writesOf<T extends object>(facts: readonly T[]): Generator<readonly T[]> {
  let [write, length] = [[] as T[], 0];
  for (const fact of facts) {
    const more = JSON.stringify(fact).length + longestEnvelope;
    if (write.length > 0 && length + more > longestWrite) {
      yield write;
      [write, length] = [[], 0];
    }
    write.push(fact);
    length += more;
  }
  if (write.length > 0) yield write;
}

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
