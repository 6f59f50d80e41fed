import { createHash } from 'node:crypto';
import { type Clock, wallClock } from '../../src/app/clock.ts';
import type { Register } from '../../src/core/register/register.ts';
import { contents, openStore } from './entryStores.ts';
import { noticesIn } from './notices.ts';

/** Equal for two registers with the same items. */
export function digestOf(register: Register): string {
  return createHash('sha256')
    .update(JSON.stringify(contents(register)))
    .digest('hex')
    .slice(0, 16);
}

/** The state of a window that opens now, or when the clock says, and has nothing but the files on disk. */
export async function readAfterRestart(root: string, storage: string, clock: Clock = wallClock) {
  const store = openStore(root, storage, { clock });
  await store.refresh();
  const { register, log } = store;
  return {
    ids: [...register.items.keys()],
    items: register.items.size,
    entries: register.entryCount,
    digest: digestOf(register),
    quarantined: log.quarantinedLines,
    notices: noticesIn(store),
  };
}
