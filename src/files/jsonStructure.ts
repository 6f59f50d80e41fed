import { setImmediate } from 'node:timers/promises';

/** Deepest nesting that is parsed: an exported log needs four levels. */
const deepest = 16;
/** Most objects and lists, and most values, of a text that is parsed: what a million entries need. */
const mostContainers = 4_000_000;
const mostValues = 20_000_000;
/** Bytes looked at before other work has its turn. */
const sliceLength = 1 << 20;

/**
 * Looks at the structure of a JSON text before it is parsed, in slices: parsing cannot be interrupted, and a hostile file
 * of brackets would take minutes and all memory. Whether it is JSON at all is found out by parsing it.
 */
export async function structureFault(bytes: Buffer): Promise<'tooDeep' | 'tooMany' | undefined> {
  let [depth, containers, values, isText, isEscaped] = [0, 0, 0, false, false];
  for (let at = 0; at < bytes.length; at++) {
    if (at > 0 && at % sliceLength === 0) await setImmediate();
    const byte = bytes[at];
    if (isText) {
      if (isEscaped) isEscaped = false;
      else if (byte === backslash) isEscaped = true;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === openBrace || byte === openBracket) {
      containers++;
      if (++depth > deepest) return 'tooDeep';
    } else if (byte === closeBrace || byte === closeBracket) depth--;
    else if (byte === comma) values++;
    if (containers > mostContainers || values > mostValues) return 'tooMany';
  }
  return undefined;
}

const [quote, backslash, comma] = [34, 92, 44];
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93];
