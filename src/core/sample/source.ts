import type { Entry } from '../entries/entry.ts';
import type { Item } from '../items/item.ts';

/** Where items of the sample say that they come from. No file that was imported can have this name. */
export const sampleSource = 'pacesetter/sample';

/** What an item of the sample is known by wherever it is shown. */
export const sampleTag = 'sample';

/** Whether the sample is in the log and was not taken back. */
export function hasSample(items: ReadonlyMap<string, Item>): boolean {
  for (const { importedFrom } of items.values()) if (importedFrom === sampleSource) return true;
  return false;
}

/** Whether an act brought the sample into the log: it did so with everything that belongs to it, in one act. */
export function isSample(entries: readonly Entry[]): boolean {
  return entries.some((entry) => entry.type === 'itemCaptured' && entry.importedFrom === sampleSource);
}
