import { isEscaped, pieceAt, runAt } from './pieces.ts';
import { isWarning } from './remarks.ts';
import type { DayContext } from '../time/phrase/dayPhrase.ts';

/** Longest line made from foreign text, in UTF-16 code units: short enough to read at a glance. */
const longestLine = 120;

/** The first non-blank line of a text, with white space tidied; truncated at a word and ended by `…` when too long. */
export function firstLine(text: string): string {
  const line = text
    .split(/[\r\n\u2028\u2029]+/u)
    .map((each) => each.replaceAll(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim())
    .find((each) => each !== '');
  if (line === undefined || line.length <= longestLine) return line ?? '';
  const cut = line.slice(0, longestLine - 1);
  // Truncate at a word boundary if one is near, and never between two surrogates.
  return `${cut
    .replace(/\s\S{0,30}$/u, '')
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}

/**
 * A capture line whose title is exactly this text: anything that would parse as a mark gets a backslash. For text not
 * written as a capture line, such as code with `@Override` in it or a message that ends in "by fri".
 *
 * @param text one line, tidied
 */
export function literalLine(text: string, { today, calendar }: Omit<DayContext, 'lean'>): string {
  let line = '';
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const piece = pieceAt(rest, { today, calendar, title: text.slice(0, at).trimEnd(), hasLink: false });
    const isRead = piece.type === 'mark' || (piece.type === 'text' && piece.remark && isWarning(piece.remark));
    // Escape an existing backslash too; otherwise it would be read as ours and removed.
    const needsEscape = isEscaped(rest) || (isRead && isEscaped(`\\${rest}`));
    const source = needsEscape ? runAt(rest) : rest.slice(0, piece.length);
    line += needsEscape ? `\\${source}` : source;
    at += source.length;
  }
  return line;
}
