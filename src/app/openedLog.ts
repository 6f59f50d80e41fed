import { uuids } from './ids.ts';
import type { BoardFeed } from './boardFeed.ts';
import { EntryStore } from './entryStore.ts';
import { LogMaintenance } from './logMaintenance.ts';
import { Device } from '../log/device.ts';
import { Log } from '../log/log.ts';

/** The log of a window, once it is open. */
export interface OpenedLog {
  readonly store: EntryStore;
  /** Watches, backs up, inspects, moves and deletes the log. */
  readonly maintenance: LogMaintenance;
  /** Resolves when the log has been read for the first time. Never rejects. */
  readonly loaded: Promise<void>;
}

export interface LogSetup {
  /** The extension's own folder on this machine. */
  readonly storage: string;
  /** The folder the log is kept in. */
  readonly root: string;
  /** Of this extension. */
  readonly version: string;
  readonly isFocused: () => boolean;
  readonly report: Report;
}

/** Takes what a person may look up later. */
interface Report {
  info(message: string): void;
  warn(message: string): void;
  error(message: string, ...details: readonly unknown[]): void;
}

/**
 * Opens the log and lets the feed show it: first what was shown last if that is still true, then what is read.
 * @throws the error of the file system if this machine cannot have an id
 */
export function openLog(feed: BoardFeed, { storage, root, version, isFocused, report }: LogSetup): OpenedLog {
  const store = new EntryStore(new Log(root, Device.load(storage)), uuids, feed.today, feed.policy);
  feed.follow(store);
  const onFailed = (error: unknown): void => report.warn(`could not be kept beside the log: ${String(error)}`);
  const maintenance = new LogMaintenance(store, feed, version, isFocused, onFailed);
  return { store, maintenance, loaded: load(store, maintenance, report) };
}

async function load(store: EntryStore, maintenance: LogMaintenance, report: Report): Promise<void> {
  const { log } = store;
  const early = maintenance.readStartupCache();
  if (early !== undefined) maintenance.feed.showCached(early);
  try {
    log.prepare();
  } catch (error) {
    // Nothing can be written there now. The view says so once it has tried to read, and each capture tries again.
    report.warn(`the log folder could not be created: ${String(error)}`);
  }
  try {
    await store.refresh();
  } catch (error) {
    // The commands read again, and say what is wrong. What watches and copies the log is needed more than ever.
    report.error('the log could not be read', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  maintenance.start();
  report.info(`read ${store.register.entryCount} entries from ${log.files.length} files, ${log.bytes} bytes`);
}
