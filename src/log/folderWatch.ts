import { type FSWatcher, watch } from 'node:fs';

/** How often the folder is looked at when nothing reports a change: across mounts and sync tools nothing does. */
const usualPollInMs = 2_000;

/**
 * Tells when the folder may have changed. It watches the folder, not its files (a watch on a file goes deaf when the
 * file is replaced), and also polls, because some file systems report nothing.
 */
export class FolderWatch {
  #watcher: FSWatcher | undefined;
  readonly #timer: NodeJS.Timeout;

  /**
   * @param onMaybeChanged called at every report and every poll; must be cheap when nothing changed
   * @param isNeeded polling rests while this is false, as when the window is in the background
   */
  constructor(
    readonly folder: string,
    readonly onMaybeChanged: () => void,
    isNeeded: () => boolean,
    pollInMs = usualPollInMs,
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
        // A folder that is deleted or moved reports itself and then stays silent: watch whatever has its name now.
        if (name === null || !name.endsWith('.jsonl')) {
          this.#stop();
          this.#watch();
        }
        this.onMaybeChanged();
      });
      this.#watcher.on('error', () => this.#stop());
    } catch {
      // No folder, or a file system that cannot be watched: the poll goes on and tries again.
    }
  }

  #stop(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }
}
