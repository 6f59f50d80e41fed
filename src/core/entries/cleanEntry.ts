import { cleanText } from '../text/clean.ts';

/**
 * {@link cleanText} of every text in an entry and in its lists; the same object when all are clean. Of a text that was
 * nothing else, `…` is left, so that something is seen.
 */
export function cleanEntry<T extends object>(entry: T): T {
  for (const name in entry) {
    if (wordless.has(name) || isClean(entry[name])) continue;
    return Object.fromEntries(Object.entries(entry).map(([field, value]) => [field, cleanValue(value)])) as T;
  }
  return entry;
}

/** Fields of nearly every entry whose shapes let no such character through: looking at them would take the longest. */
const wordless = new Set('id clock device act type loggedAt day item kind askedOn promisedOn'.split(' '));

function isClean(value: unknown): boolean {
  if (typeof value === 'string') return cleanText(value) === value;
  return !Array.isArray(value) || value.every(isClean);
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value) || (value === '' ? '' : '…');
  return Array.isArray(value) && !isClean(value) ? value.map(cleanValue) : value;
}
