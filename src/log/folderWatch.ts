import { type FSWatcher, watch } from 'node:fs';

/** Default poll interval. On mounts and with sync tools nothing reports a change. */
const defaultPollInMs = 2_000;

/**
 * Reports that the folder may have changed. It watches the folder, not its files, because a watch on a file stops
 * reporting when the file is replaced. It also polls, because some file systems report nothing.
 */
export class FolderWatch {
  #watcher: FSWatcher | undefined;
  readonly #timer: NodeJS.Timeout;

  /**
   * @param onMaybeChanged called at every event and every poll; must be cheap when nothing changed
   * @param isNeeded polling pauses while this returns false, for example while the window is in the background
   */
  constructor(
    readonly folder: string,
    readonly onMaybeChanged: () => void,
    isNeeded: () => boolean,
    pollInMs = defaultPollInMs,
  ) {
    this.#watch();
    this.#timer = setInterval(() => {
      if (!isNeeded()) return;
      this.#watch();
      this.onMaybeChanged();
    }, pollInMs);
    this.#timer.unref();
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#stop();
  }

  #watch(): void {
    if (this.#watcher !== undefined) return;
    try {
      this.#watcher = watch(this.folder, { persistent: false }, (_, name) => {
        // A folder that is deleted or moved reports itself once and then nothing: watch what has its path now.
        if (name === null || !name.endsWith('.jsonl')) {
          this.#stop();
          this.#watch();
        }
        this.onMaybeChanged();
      });
      this.#watcher.on('error', () => this.#stop());
    } catch {
      // The folder is missing or cannot be watched: polling continues and tries again.
    }
  }

  #stop(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }
}
