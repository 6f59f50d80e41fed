import { isEscaped, quotedAt, wordAt } from './captureLine.ts';
import { readMark } from './marks.ts';
import type { DayContext } from '../time/phrase/dayPhrase.ts';

/** Longest line that is made of a text from elsewhere, in UTF-16 code units: as much as can be read in one glance. */
const longestLine = 120;

/** The first line of a text that has anything in it, tidied; cut at a word and ended by `…` where it is longer. */
export function firstLine(text: string): string {
  const line = text
    .split(/[\r\n\u2028\u2029]+/u)
    .map((each) => each.replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim())
    .find((each) => each !== '');
  if (line === undefined || line.length <= longestLine) return line ?? '';
  const cut = line.slice(0, longestLine - 1);
  // Not in the middle of a character that takes two units, and rather before a word than in it.
  return `${cut
    .replace(/\s\S{0,30}$/u, '')
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/**
 * A capture line whose title is this text, word by word: what would be read as a mark gets a backslash. For text that
 * nobody wrote as a capture line, such as code with `@Override` in it or a message that ends in "by fri".
 *
 * @param text one line, tidied
 */
export function literalLine(text: string, { today, calendar }: Omit<DayContext, 'lean'>): string {
  const words: string[] = [];
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at).trimStart();
    at = text.length - rest.length;
    const isMark = readMark(rest, { today, calendar, afterTitle: words.length > 0, hasLink: false }) !== undefined;
    const quoted = quotedAt(rest);
    const word = quoted ?? wordAt(rest);
    // A backslash that is there already would be taken for ours.
    words.push(quoted === undefined && (isMark || isEscaped(rest)) ? `\\${word}` : word);
    at += word.length;
  }
  return words.join(' ');
}
