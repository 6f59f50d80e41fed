import { createHash } from 'node:crypto';
import type { Register } from '../../src/core/register/register.ts';
import { contents, openStore } from './entryStores.ts';
import { noticesIn } from './notices.ts';

/** The same for two registers that tell the same. */
export function digestOf(register: Register): string {
  return createHash('sha256')
    .update(JSON.stringify(contents(register)))
    .digest('hex')
    .slice(0, 16);
}

/** How a window stands that opens now, and knows nothing but what is on disk. */
export async function restarted(root: string, storage: string) {
  const store = openStore(root, storage);
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
