import type { Entry } from '../entries/entry.ts';
import type { Item } from '../items/item.ts';

/** `importedFrom` of sample items. No imported file can have this name, because it contains a slash. */
export const sampleSource = 'pacesetter/sample';

/** Tag of all sample items. */
export const sampleTag = 'sample';

/** Whether sample items are in force. */
export function hasSample(items: ReadonlyMap<string, Item>): boolean {
  for (const { importedFrom } of items.values()) if (importedFrom === sampleSource) return true;
  return false;
}

/** Whether these entries of one act add the sample; the whole sample is one act. */
export function isSample(entries: readonly Entry[]): boolean {
  return entries.some((entry) => entry.type === 'itemCaptured' && entry.importedFrom === sampleSource);
}
