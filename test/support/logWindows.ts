import { join } from 'node:path';
import { BoardFeed } from '../../src/app/boardFeed.ts';
import type { EntryStore } from '../../src/app/entryStore.ts';
import { LogMaintenance } from '../../src/app/logMaintenance.ts';
import type { FrozenClock } from './entryStores.ts';
import { openStore, policy } from './entryStores.ts';
import type { LogFolder } from './logFolder.ts';

/** A window: what it knows, and what keeps it. Nothing is kept but when the test says so. */
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

/** Opens a window over the log and reads it. */
export async function openWindow(place: LogFolder, setup: WindowSetup = {}): Promise<TestWindow> {
  const { maintenance, store } = closedWindow(place, setup);
  await store.refresh();
  return { store, maintenance };
}

/** The same before it has read the log. */
export function closedWindow(place: LogFolder, { machine, root, clock, version = '1' }: WindowSetup = {}): TestWindow {
  const store = openStore(root ?? place.root, place.storage(machine), clock === undefined ? {} : { clock });
  const feed = new BoardFeed(
    store,
    () => ({ dispose: () => undefined }),
    () => policy,
  );
  const fail = (error: unknown): void => {
    throw error;
  };
  return { store, maintenance: new LogMaintenance(feed, version, () => true, fail) };
}

/** Another folder for a log, beside the one of the test. */
export function otherRoot(place: LogFolder): string {
  return join(place.root, '..', 'other root');
}
