/**
 * Characters nobody types and that change what others see: control characters, marks that turn the direction of what
 * follows, separators that some programs take for a line break, and halves of a surrogate pair. Tabs and line feeds stay.
 */
const unseen = /(?![\t\n])[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029\ufff9-\ufffb]/u;
const allUnseen = new RegExp(unseen, 'gu');

/** The text without characters that hide or reorder what is written. A carriage return becomes a line feed. */
export function cleanText(text: string): string {
  return unseen.test(text) ? text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(allUnseen, '') : text;
}

/**
 * {@link cleanText} of every text in a flat object and in its lists; the same object when all are clean. Of a text that
 * was nothing else, `…` is left, so that something is seen.
 */
export function cleanTexts<T extends object>(flat: T): T {
  let clean: Record<string, unknown> | undefined;
  for (const name in flat) {
    const value: unknown = flat[name];
    const cleaned = cleanValue(value);
    if (cleaned !== value) (clean ??= { ...flat } as Record<string, unknown>)[name] = cleaned;
  }
  return (clean as T | undefined) ?? flat;
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value) || (value === '' ? '' : '…');
  if (!Array.isArray(value)) return value;
  const cleaned = value.map(cleanValue);
  return cleaned.some((part, at) => part !== value[at]) ? cleaned : value;
}

/** The first characters of a text. A character of two code units is never cut in half. */
export function startOfText(text: string, codeUnits: number): string {
  const end = isHighSurrogate(text.charCodeAt(codeUnits - 1)) ? codeUnits - 1 : codeUnits;
  return text.slice(0, end);
}

function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}
