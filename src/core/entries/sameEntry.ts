import type { Entry } from './entry.ts';

/** The content of an entry as one text. Equal for equal entries, whatever the order of their fields is. */
export function entryText(entry: Entry): string {
  return textOf(entry, (name) => name !== 'v');
}

/** Whether two entries say the same. */
export function isSameEntry(a: Entry, b: Entry): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b) || entryText(a) === entryText(b);
}

/** Whether the entry is a fact of the outside, which any machine may have recorded. */
export function isOutside(entry: Entry): boolean {
  return 'via' in entry && entry.via !== undefined;
}

/**
 * Whether both record one fact of the outside. Two machines may tell it differently: in other time zones it was on
 * another day, and a title may have changed in between.
 */
export function isSameOutside(a: Entry, b: Entry): boolean {
  return isOutside(a) && isOutside(b) && a.type === b.type && 'item' in a && 'item' in b && a.item === b.item;
}

function textOf(entry: Entry, isPart: (name: string) => boolean): string {
  const fields = Object.entries(entry).filter(([name, value]) => isPart(name) && value !== undefined);
  return JSON.stringify(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
