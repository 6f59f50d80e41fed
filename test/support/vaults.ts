import { join } from 'node:path';
import { BoardFeed } from '../../src/app/boardFeed.ts';
import type { Ledger } from '../../src/app/entryStore.ts';
import { Vault } from '../../src/app/logMaintenance.ts';
import type { FrozenClock } from './entryStores.ts';
import { openLedger, policy } from './entryStores.ts';
import type { LogFolder } from './logFolder.ts';

/** A window: what it knows, and what keeps it. Nothing is kept but when the test says so. */
export interface TestWindow {
  readonly ledger: Ledger;
  readonly vault: Vault;
}

export interface WindowSetup {
  readonly machine?: string;
  readonly root?: string;
  readonly clock?: FrozenClock;
  readonly version?: string;
}

/** Opens a window over the log and reads it. */
export async function openWindow(place: LogFolder, setup: WindowSetup = {}): Promise<TestWindow> {
  const { vault, ledger } = closedWindow(place, setup);
  await ledger.refresh();
  return { ledger, vault };
}

/** The same before it has read the log. */
export function closedWindow(place: LogFolder, { machine, root, clock, version = '1' }: WindowSetup = {}): TestWindow {
  const ledger = openLedger(root ?? place.root, place.storage(machine), clock === undefined ? {} : { clock });
  const feed = new BoardFeed(
    ledger,
    () => ({ dispose: () => undefined }),
    () => policy,
  );
  const fail = (error: unknown): void => {
    throw error;
  };
  return { ledger, vault: new Vault(feed, version, () => true, fail) };
}

/** Another folder for a log, beside the one of the test. */
export function otherRoot(place: LogFolder): string {
  return join(place.root, '..', 'other root');
}
