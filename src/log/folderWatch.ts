import { type FSWatcher, watch } from 'node:fs';

/** How often the folder is looked at when nothing reports a change: across mounts and sync tools nothing does. */
const pollInMs = 2_000;

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
    this.#watcher?.close();
    this.#watcher = undefined;
  }

  #watch(): void {
    if (this.#watcher !== undefined) return;
    try {
      this.#watcher = watch(this.folder, { persistent: false }, (_, name) => {
        // A folder that is deleted or moved reports itself and then stays silent: start over at the next poll.
        if (name === null || !name.endsWith('.jsonl')) this.#restart();
        this.onMaybeChanged();
      });
      this.#watcher.on('error', () => this.#restart());
    } catch {
      // No folder, or a file system that cannot be watched: the poll goes on and tries again.
    }
  }

  #restart(): void {
    this.#watcher?.close();
    this.#watcher = undefined;
  }
}
