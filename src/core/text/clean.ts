/**
 * Characters nobody types and that change what others see: control characters, marks that turn the direction of what
 * follows, separators that some programs take for a line break, and halves of a surrogate pair. Tabs and line feeds stay.
 */
const unseen = /(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufff9-\ufffb]/u;
const allUnseen = new RegExp(unseen, 'gu');
/** Most texts. Found in a fraction of the time. */
const plain = /^[ -~]*$/;

/** The text without characters that hide or reorder what is written. A carriage return becomes a line feed. */
export function cleanText(text: string): string {
  if (plain.test(text) || !unseen.test(text)) return text;
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(allUnseen, '');
}

/**
 * {@link cleanText} of every text in an entry and in its lists; the same object when all are clean. Of a text that was
 * nothing else, `…` is left, so that something is seen.
 */
export function cleanTexts<T extends object>(entry: T): T {
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

/** The first characters of a text. A character of two code units is never cut in half. */
export function startOfText(text: string, codeUnits: number): string {
  const end = isHighSurrogate(text.charCodeAt(codeUnits - 1)) ? codeUnits - 1 : codeUnits;
  return text.slice(0, end);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
