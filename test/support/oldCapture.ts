import { Today } from '../../src/app/clock.ts';
import { uuids } from '../../src/app/ids.ts';
import { EntryStore } from '../../src/app/entryStore.ts';
import { isRefusal } from '../../src/core/rules/refusal.ts';
import { rule } from '../../src/core/rules/rule.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { usualPolicy } from './policy.ts';

/** Captures an item as this machine at an earlier time. */
export async function writeOldCapture(storage: string, title: string, at: Date): Promise<void> {
  const log = new Log(storage, Device.load(storage));
  log.prepare();
  const today = new Today({ now: () => at });
  const store = new EntryStore(log, uuids, today, () => usualPolicy);
  const done = await store.act((context) => rule({ type: 'capture', title }, context));
  if (isRefusal(done)) throw new Error(`The capture is refused: ${JSON.stringify(done)}`);
  today.dispose();
  store.dispose();
}
