import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Day } from '../core/time/day.ts';
import { startupSource } from '../core/board/startupSource.ts';
import type { Entry } from '../core/entries/entry.ts';
import { encodeLine } from '../core/entries/line.ts';
import type { Health } from '../core/log/health.ts';
import { HumanError } from '../core/humanError.ts';
import type { BoardSource } from '../core/register/register.ts';
import { sayAlreadyThere, sayMoveFailed, sayNoRule } from '../core/log/healthText.ts';
import { keepDailyCopy, smallLogInBytes } from '../log/backup/dailyCopies.ts';
import { forget, type DeletionPlan } from '../log/backup/forget.ts';
import { addRule, gitFolderOf } from '../log/backup/gitFolder.ts';
import { dataAbout, formerFolders, startupCacheFile } from '../log/backup/ownData.ts';
import { writeStartupCache, readStartupCache, fileStamps } from '../log/backup/startupCache.ts';
import { appendBatches, copyLog } from '../log/copyLog.ts';
import type { ReadResult } from '../log/fileReader.ts';
import { listLogFiles } from '../log/logFiles.ts';
import { FolderWatch } from '../log/folderWatch.ts';
import { Log } from '../log/log.ts';
import type { BoardFeed } from './boardFeed.ts';
import type { Disposable } from './emitter.ts';
import type { EntryStore } from './entryStore.ts';
import { healthOf } from './logHealth.ts';

/** Debounce: how long nothing must have changed before the backups are written, in milliseconds. */
const debounceInMs = 2_000;

/** Longest time that deleting a log may take, in milliseconds. */
const longestDeletionInMs = 10_000;

/** Watches, backs up, inspects, moves and deletes the log: folder watch, mirror, daily copies, startup cache. */
export class LogMaintenance {
  readonly #subscriptions: Disposable[];
  #watch: FolderWatch | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isWatching = false;
  /** When the current log was opened, in milliseconds since 1970. */
  #openedAt: number;

  /**
   * @param feed draws the board that the startup cache is made from
   * @param version of this extension
   * @param isFocused whether the window has the focus
   * @param onFailed called with the error when a backup could not be written; the log itself is not affected
   */
  constructor(
    readonly store: EntryStore,
    readonly feed: BoardFeed,
    readonly version: string,
    readonly isFocused: () => boolean,
    readonly onFailed: (error: unknown) => void,
  ) {
    this.#openedAt = this.#now;
    this.#subscriptions = [
      store.onDidChange(() => {
        if (this.#isForgotten()) void this.#open(this.#log.root);
        else this.#scheduleBackup();
      }),
    ];
  }

  /** The startup cache; undefined if the log has changed since it was written. */
  readStartupCache(): BoardSource | undefined {
    const { folder } = this.#log;
    return readStartupCache(this.startupCacheFile, this.version, folder);
  }

  /** Starts to watch and back up the log. Called once the log has been read. */
  start(): void {
    this.#isWatching = true;
    this.#watchFolder();
    this.#scheduleBackup();
    void this.store.withLog((log) => log.inspect()).catch(this.onFailed);
  }

  /**
   * Writes the mirror, the daily copy and the startup cache now. Each is tried, whatever happens to the others.
   * @throws the first error
   */
  async writeBackups(): Promise<void> {
    const { store } = this;
    const errors: unknown[] = [];
    const attempt = async (work: () => Promise<void>): Promise<void> => {
      await work().catch((error: unknown) => errors.push(error));
    };
    await store.withLog(async (log) => {
      let news: ReadResult | undefined;
      // Inspect before the mirror follows: in a small log, damage to an old part costs little to find.
      if (log.bytes <= smallLogInBytes) await attempt(async () => void (news = await log.inspect()));
      await attempt(() => log.updateMirror());
      await attempt(async () => {
        keepDailyCopy(log.device.dataPath('copies', log.folder), log.file, this.#today);
      });
      return news;
    });
    await attempt(() => this.#writeStartupCache());
    if (errors.length > 0) throw errors[0];
  }

  /** The health of the log, read now. */
  async health(): Promise<Health> {
    await this.store.refresh();
    return healthOf(this.store, this.readStartupCache() !== undefined);
  }

  /**
   * Appends to this machine's file what was read and is in no file of the log now. What only says that it is of this
   * machine goes into a file of its own. Returns how many lines.
   */
  async appendMissing(): Promise<number> {
    const { store } = this;
    let count = 0;
    await store.refresh();
    await store.withLog(async (log) => {
      const ahead = Map.groupBy(store.ahead, ({ id }) => id);
      const entries = [...log.missing].flatMap((id) => store.register.entry(id) ?? ahead.get(id) ?? []);
      const newer = log.missingNewerLines;
      count = entries.length + newer.length;
      const isStray = (entry: Entry): boolean => entry.device === log.device.id && store.isStray(entry);
      const [strays = [], others = []] = [true, false].map((is) => entries.filter((entry) => isStray(entry) === is));
      for (let from = 0; from < others.length; from += 100) await log.append(others.slice(from, from + 100));
      log.addStrays(strays.map((entry) => encodeLine(entry, entry, crc32)));
      await appendBatches(log, newer);
      return log.catchUp();
    });
    return count;
  }

  /** Accepts the log as it is. What is missing in it is dropped from memory. */
  async acceptAsItIs(): Promise<void> {
    this.#log.acceptAsItIs();
    await this.#open(this.#log.root);
  }

  /**
   * Copies the log into another folder and reads it back there. The former folder stays as it is.
   *
   * @returns how many entries were copied and read back
   * @throws HumanError if one of them was not, or the log is in that folder already
   */
  async copyTo(root: string): Promise<number> {
    const { store } = this;
    await store.refresh();
    const target = new Log(root, this.#log.device);
    if (target.folder === this.#log.folder) throw new HumanError(sayAlreadyThere(root));
    const copied = await this.#copyLogTo(root);
    this.#log.device.rememberMove(this.#log.folder, target.folder);
    return copied;
  }

  /**
   * Switches to the log in this folder. If the log was moved there, what any window wrote to the former folder
   * meanwhile is copied first.
   */
  async switchTo(root: string): Promise<void> {
    const target = new Log(root, this.#log.device);
    if (target.folder === this.#log.folder) return;
    await this.store.refresh();
    if (this.#log.device.hasMoved(this.#log.folder, target.folder)) await this.#copyLogTo(root);
    await this.#open(root);
  }

  /**
   * Adds the line to `.gitattributes` that lets git merge what several machines append. Returns the file; undefined if
   * there is nothing to add.
   * @throws HumanError if it cannot be written, or is a link
   */
  allowMerges(): string | undefined {
    const git = gitFolderOf(this.#log.folder);
    if (git === undefined || git.hasRule) return undefined;
    try {
      return addRule(git);
    } catch (error) {
      throw new HumanError(sayNoRule(git.root, (error as Error).message), { cause: error });
    }
  }

  /** Leaves lines of a newer version in this file out of account on this machine, or takes them into account again. */
  async ignoreNewer(file: string, isIgnored: boolean): Promise<void> {
    this.#log.device.rememberIgnoringNewer(this.#log.folder, basename(file), isIgnored);
    await this.#open(this.#log.root);
  }

  /** What {@link forgetEverything} would delete. */
  deletionPlan(): DeletionPlan {
    const { device, folder } = this.#log;
    const former = formerFolders(device, folder);
    // Also those that are too many to be read: they would be the log once the others are gone.
    const { names } = existsSync(folder) ? listLogFiles(folder, undefined, Infinity) : { names: [] };
    return {
      files: names.map((name) => join(folder, name)),
      ownData: [folder, ...former].flatMap((each) => dataAbout(device, each)),
      formerLogs: former.filter((each) => existsSync(each) && listLogFiles(each).names.length > 0),
    };
  }

  /**
   * Deletes the log, including the files of other machines in its folder, and all of this machine's backups of it.
   *
   * @param copyTo a folder for a copy of its files; undefined to keep none
   * @returns the files of the copy
   * @throws Error if the copy could not be made; nothing is deleted then
   */
  async forgetEverything(copyTo: string | undefined): Promise<string[]> {
    let copies: string[] = [];
    await this.store.refresh();
    await this.store.withLog(async (log) => {
      // Recorded before the deletion, so that another window that sees the files vanish knows why. If nothing is
      // deleted, the record does no harm.
      log.device.rememberForgetting(log.folder, this.#now);
      copies = forget(this.deletionPlan(), copyTo);
      return undefined;
    });
    await this.#open(this.#log.root);
    return copies;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#watch?.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  get #log(): Log {
    return this.store.log;
  }

  /**
   * Whether files are gone because another window was asked to forget. That window records it before it deletes the
   * first file, so this one may have opened what was left of the log in between.
   */
  #isForgotten(): boolean {
    const isGone = this.#log.troubles.some(({ trouble }) => trouble === 'fileGone');
    return isGone && this.#log.device.forgottenAt(this.#log.folder) > this.#openedAt - longestDeletionInMs;
  }

  get #now(): number {
    return this.store.today.clock.now().getTime();
  }

  get #today(): Day {
    return this.store.today.day;
  }

  get startupCacheFile(): string {
    return startupCacheFile(this.#log.device, this.#log.folder);
  }

  async #copyLogTo(root: string): Promise<number> {
    let result = { copied: 0, lost: 0 };
    await this.store.withLog(async (log) => {
      result = await copyLog(log, root);
      return undefined;
    });
    if (result.lost > 0) throw new HumanError(sayMoveFailed(root, result.lost));
    return result.copied;
  }

  async #open(root: string): Promise<void> {
    const log = new Log(root, this.#log.device);
    log.prepare();
    this.#openedAt = this.#now;
    await this.store.useLog(log);
    this.#watchFolder();
  }

  #watchFolder(): void {
    if (!this.#isWatching) return;
    this.#watch?.dispose();
    this.#watch = new FolderWatch(this.#log.folder, () => void this.store.refresh(), this.isFocused);
  }

  #scheduleBackup(): void {
    if (!this.#isWatching) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.writeBackups().catch(this.onFailed), debounceInMs);
    this.#timer.unref();
  }

  async #writeStartupCache(): Promise<void> {
    const { board } = this.feed;
    const { store } = this;
    const { files, troubles, folder } = this.#log;
    // What is set aside is no part of the log and does not make the cache wrong.
    if (troubles.some(({ trouble }) => trouble !== 'noFile')) return;
    const stamps = fileStamps(folder);
    // A file was written since it was read: another change event follows, and the cache is written then.
    const isCurrent = stamps.every(({ name, size }) =>
      files.some((each) => each.file === join(folder, name) && each.bytes === size),
    );
    if (isCurrent)
      await writeStartupCache(this.startupCacheFile, this.version, stamps, startupSource(store.register, board));
  }
}
