import type { Entry } from './entry.ts';

/** The fields of an entry that say who wrote it, where and when, and not what happened. */
const envelopeFields: ReadonlySet<string> = new Set([
  'v',
  'id',
  'clock',
  'device',
  'act',
  'loggedAt',
  'day',
  'importedBy',
]);

/** The content of an entry as one text. Equal for equal entries, whatever the order of their fields is. */
export function entryText(entry: Entry): string {
  return textOf(entry, (name) => name !== 'v');
}

/** Whether two entries say the same. */
export function isSameEntry(a: Entry, b: Entry): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b) || entryText(a) === entryText(b);
}

/** What happened, without who wrote it down: equal where two machines recorded the same fact of the outside. */
export function factText(entry: Entry): string {
  return textOf(entry, (name) => !envelopeFields.has(name));
}

/** Whether the entry is a fact of the outside, which any machine may have recorded. */
export function isOutside(entry: Entry): boolean {
  return 'via' in entry && entry.via !== undefined;
}

function textOf(entry: Entry, isPart: (name: string) => boolean): string {
  const fields = Object.entries(entry).filter(([name, value]) => isPart(name) && value !== undefined);
  return JSON.stringify(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
