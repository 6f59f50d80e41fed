import { join } from 'node:path';
import type { EntryStore } from '../../src/app/entryStore.ts';
import { LogMaintenance } from '../../src/app/logMaintenance.ts';
import type { FrozenClock } from './entryStores.ts';
import { feedOf, openStore } from './entryStores.ts';
import type { LogFolder } from './logFolder.ts';

/** The store and the maintenance of a window. Nothing is backed up until the test calls `keep()`. */
export interface TestWindow {
  readonly store: EntryStore;
  readonly maintenance: LogMaintenance;
}

export interface WindowSetup {
  readonly machine?: string;
  readonly root?: string;
  readonly clock?: FrozenClock;
  readonly version?: string;
}

/** Opens a window over the log and reads the log. */
export async function openWindow(place: LogFolder, setup: WindowSetup = {}): Promise<TestWindow> {
  const { maintenance, store } = closedWindow(place, setup);
  await store.refresh();
  return { store, maintenance };
}

/** The same, but the log is not read yet. */
export function closedWindow(place: LogFolder, { machine, root, clock, version = '1' }: WindowSetup = {}): TestWindow {
  const store = openStore(root ?? place.root, place.storage(machine), clock === undefined ? {} : { clock });
  const feed = feedOf(store);
  feed.follow(store);
  const fail = (error: unknown): void => {
    throw error;
  };
  return { store, maintenance: new LogMaintenance(store, feed, version, () => true, fail) };
}

/** A second log folder next to that of the test. */
export function otherRoot(place: LogFolder): string {
  return join(place.root, '..', 'other root');
}
