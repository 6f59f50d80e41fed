import { basename, join } from 'node:path';
import { type Day, isDay } from '../core/time/day.ts';
import { shownOf } from '../core/board/shown.ts';
import type { Health } from '../core/log/health.ts';
import { HumanError } from '../core/humanError.ts';
import type { BoardSource } from '../core/register/register.ts';
import { sayAlreadyThere, sayMoveFailed } from '../core/log/healthText.ts';
import { dailyCopies, keepDailyCopy, smallLog } from '../log/backup/dailyCopies.ts';
import { forget, type Remains } from '../log/backup/forget.ts';
import { addRule, gitFolderOf } from '../log/backup/gitFolder.ts';
import { writeStartupCache, readStartupCache, fileStamps } from '../log/backup/startupCache.ts';
import { appendBatches, copyLog } from '../log/copyLog.ts';
import { FolderWatch } from '../log/folderWatch.ts';
import { Log } from '../log/log.ts';
import type { BoardFeed } from './boardFeed.ts';
import type { Disposable } from './emitter.ts';

/** How long nothing must have happened until what is known is kept beside the log, in milliseconds. */
const calmInMs = 2_000;

/** As long may it take to delete a log, in milliseconds. */
const forgettingInMs = 10_000;

/** Where the log lies, and all that keeps it from being lost: watch, mirror, daily copies, and what was shown last. */
export class LogMaintenance {
  readonly #subscriptions: Disposable[];
  #watch: FolderWatch | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isWatching = false;
  /** When the log in use was opened, in milliseconds since 1970. */
  #openedAt: number;

  /**
   * @param version of this extension
   * @param isFocused whether the window is in front
   * @param onFailed told of what could not be kept beside the log; the log itself is not affected
   */
  constructor(
    readonly feed: BoardFeed,
    readonly version: string,
    readonly isFocused: () => boolean,
    readonly onFailed: (error: unknown) => void,
  ) {
    this.#openedAt = this.#now;
    this.#subscriptions = [
      feed.store.onDidChange(() => {
        if (this.#isForgotten()) void this.#open(this.#log.root);
        else this.#keepSoon();
      }),
    ];
  }

  /** What was shown last, when the log still looks as it did then. */
  readStartupCache(): BoardSource | undefined {
    const { folder } = this.#log;
    return readStartupCache(this.startupCacheFile, this.version, folder);
  }

  /** The log has been read: from now on it is watched, and kept. */
  begin(): void {
    this.#isWatching = true;
    this.#watchFolder();
    this.#keepSoon();
    void this.feed.store.withLog((log) => log.inspect()).catch(this.onFailed);
  }

  /** Keeps what is known beside the log, now. */
  async keep(): Promise<void> {
    const { store } = this.feed;
    await store.withLog(async (log) => {
      // Before it is copied on: what has changed in the old part of a small log costs little to find.
      const news = log.bytes <= smallLog ? await log.inspect() : undefined;
      await log.follow();
      keepDailyCopy(log.device.beside('copies', log.folder), log.folder, this.#today);
      return news;
    });
    await this.#keepLastSeen();
  }

  /** How the log is, looked at now. */
  async health(): Promise<Health> {
    const { store } = this.feed;
    await store.refresh();
    const { mirror, folder, device } = this.#log;
    const copiesFolder = device.beside('copies', folder);
    const mirrored = mirror.sizes();
    return {
      folder,
      files: this.#log.files,
      entries: store.register.entryCount,
      troubles: this.#log.troubles,
      missing: this.#log.missing.size,
      quarantined: this.#log.quarantined,
      quarantinedLines: this.#log.quarantinedLines,
      newerLines: this.#log.newerLines,
      mirror: {
        folder: mirror.folder,
        bytes: [...mirrored.values()].reduce((sum, bytes) => sum + bytes, 0),
        isComplete: this.#log.files.every(({ file, bytes }) => (mirrored.get(file) ?? 0) >= bytes),
      },
      dailyCopies: dailyCopies(copiesFolder)
        .map((copy) => basename(copy))
        .filter(isDay),
      copiesFolder,
      isQuickToOpen: this.readStartupCache() !== undefined,
      git: gitFolderOf(folder),
    };
  }

  /** Appends what was read and stands in no file of the log now to this machine's file. Returns how many lines. */
  async appendMissing(): Promise<number> {
    const { store } = this.feed;
    let count = 0;
    await store.refresh();
    await store.withLog(async (log) => {
      const entries = [...log.missing].flatMap((id) => store.register.entry(id) ?? []);
      const newer = log.missingNewerLines;
      count = entries.length + newer.length;
      for (let from = 0; from < entries.length; from += 100) await log.append(entries.slice(from, from + 100));
      await appendBatches(log, newer);
      return log.catchUp();
    });
    return count;
  }

  /** Takes the log for what it should be, as it is: whatever is missing in it is forgotten. */
  async acceptAsItIs(): Promise<void> {
    this.#log.acceptAsItIs();
    await this.#open(this.#log.root);
  }

  /**
   * Brings the log into another folder and reads it back there. The former folder stays as it is.
   *
   * @returns how many entries were brought over and read back
   * @throws HumanError when one of them was not
   */
  async copyTo(root: string): Promise<number> {
    const { store } = this.feed;
    await store.refresh();
    const target = new Log(root, this.#log.device);
    if (target.folder === this.#log.folder) throw new HumanError(sayAlreadyThere(root));
    const copied = await this.#bringTo(root);
    this.#log.device.rememberMove(this.#log.folder, target.folder);
    return copied;
  }

  /**
   * Goes on with the log in this folder. Where the log was moved there, what this window or another one wrote to the
   * former folder in the meantime is brought over first.
   */
  async switchTo(root: string): Promise<void> {
    const target = new Log(root, this.#log.device);
    if (target.folder === this.#log.folder) return;
    await this.feed.store.refresh();
    if (this.#log.device.hasMoved(this.#log.folder, target.folder)) await this.#bringTo(root);
    await this.#open(root);
  }

  /** Lets git merge what several machines append, by a line in `.gitattributes`. Returns the file. */
  allowMerges(): string | undefined {
    const git = gitFolderOf(this.#log.folder);
    return git === undefined || git.hasRule ? undefined : addRule(git);
  }

  /** What {@link forgetEverything} would delete. */
  remains(): Remains {
    const { device, folder, files } = this.#log;
    return {
      files: files.map(({ file }) => file),
      beside: [device.beside('mirror', folder), device.beside('copies', folder), this.startupCacheFile],
    };
  }

  /**
   * Deletes the log, other machines' files in its folder among them, and all that is kept beside it.
   *
   * @param copyTo a folder for a copy of its files; undefined to keep none
   * @throws Error when the copy could not be made; nothing is deleted then
   */
  async forgetEverything(copyTo: string | undefined): Promise<string[]> {
    let copies: string[] = [];
    await this.feed.store.refresh();
    await this.feed.store.withLog(async (log) => {
      // Noted before, so that another window that sees the files go knows why; without a deletion the note does no harm.
      log.device.rememberForgetting(log.folder, this.#now);
      copies = forget(this.remains(), copyTo);
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
    return this.feed.store.log;
  }

  /**
   * Whether files are gone because another window was asked to forget. It notes that before it deletes the first, so that
   * this window may have opened what was left of the log in between.
   */
  #isForgotten(): boolean {
    const isGone = this.#log.troubles.some(({ trouble }) => trouble === 'fileGone');
    return isGone && this.#log.device.forgottenAt(this.#log.folder) > this.#openedAt - forgettingInMs;
  }

  get #now(): number {
    return this.feed.store.today.clock.now().getTime();
  }

  get #today(): Day {
    return this.feed.store.today.day;
  }

  get startupCacheFile(): string {
    return `${this.#log.device.beside('board', this.#log.folder)}.json`;
  }

  async #bringTo(root: string): Promise<number> {
    let result = { copied: 0, lost: 0 };
    await this.feed.store.withLog(async (log) => {
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
    await this.feed.store.useLog(log);
    this.#watchFolder();
  }

  #watchFolder(): void {
    if (!this.#isWatching) return;
    this.#watch?.dispose();
    this.#watch = new FolderWatch(this.#log.folder, () => void this.feed.store.refresh(), this.isFocused);
  }

  #keepSoon(): void {
    if (!this.#isWatching) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep().catch(this.onFailed), calmInMs);
    this.#timer.unref();
  }

  async #keepLastSeen(): Promise<void> {
    const { board, store } = this.feed;
    const { files, troubles, folder } = this.#log;
    if (troubles.length > 0) return;
    const looks = fileStamps(folder);
    // Somebody has written since it was read: there is another change to come, and then it is kept.
    const isCurrent = looks.every(({ name, size }) =>
      files.some((each) => each.file === join(folder, name) && each.bytes === size),
    );
    if (isCurrent) await writeStartupCache(this.startupCacheFile, this.version, looks, shownOf(store.register, board));
  }
}
