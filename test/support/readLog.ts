import type { Entry } from '../../src/core/entries/entry.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import type { LogFolder } from './logFolder.ts';

/** Opens the log of the folder as one machine. */
export function openLog(place: LogFolder, machine = 'laptop'): Log {
  const log = new Log(place.root, Device.load(place.storage(machine)));
  log.prepare();
  return log;
}

/** Reads the log as a window that opens now. */
export async function readAll(place: LogFolder): Promise<{ log: Log; entries: Entry[] }> {
  const log = openLog(place);
  const { entries } = await log.catchUp();
  return { log, entries };
}

/** The entries without the version of their lines. */
export function factsOf(entries: readonly Entry[]): unknown[] {
  return entries.map((entry) => {
    const { v, ...rest } = entry as Entry & { v?: number };
    return rest;
  });
}
