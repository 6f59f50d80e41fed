import { type Fact, type MarkContext, readMark } from './marks.ts';
import { quotePairs, quoted, stop, word } from './punctuation.ts';
import type { CaptureRemark } from './remarks.ts';

/** One piece of a capture line: white space, text that stays in the title, or a mark that is taken out of it. */
export type Piece =
  | { readonly type: 'space'; readonly length: number }
  | {
      readonly type: 'text';
      /** Characters of the line, and what is left of them without the backslash of an escape. */
      readonly length: number;
      readonly text: string;
      readonly remark?: CaptureRemark | undefined;
    }
  | { readonly type: 'mark'; readonly length: number; readonly facts: readonly Fact[] };

/** The piece at the start of the text, which is not empty. */
export function pieceAt(rest: string, context: MarkContext): Piece {
  const space = /^\s+/u.exec(rest)?.[0].length;
  if (space !== undefined) return { type: 'space', length: space };
  if (isEscaped(rest)) {
    const escaped = runAt(rest);
    return { type: 'text', length: escaped.length, text: escaped.slice(1) };
  }
  const literal = quotedAt(rest);
  if (literal !== undefined) return { ...textPiece(literal), remark: markInQuotes(literal) };
  const mark = readMark(rest, context);
  if (mark === undefined) {
    // A bracket is a piece of its own, so that a mark can begin after it.
    const plain = /^[\p{Ps}\p{Pi}<＜](?=\S)/u.exec(rest)?.[0] ?? word.exec(rest)?.[0] ?? rest;
    return { ...textPiece(plain), remark: strayMark(plain) };
  }
  if (mark.facts.length > 0) return { type: 'mark', length: mark.length, facts: mark.facts };
  return { ...textPiece(rest.slice(0, mark.length)), remark: mark.remark };
}

/** Whether the text begins with a backslash that escapes a possible mark. The one in `\\server\share` is plain text. */
export function isEscaped(rest: string): boolean {
  return escape.test(rest);
}

const escape = new RegExp(
  `^\\\\(?=\\\\*(?:[@#!＠＃！${[...quotePairs.keys()].join('')}]|https?:|(?:by|due|(?:is|are)\\s+due|asked|from|owes|owed|cc)(?![\\p{L}\\p{N}])))`,
  'iu',
);

/** The characters up to the next white space. */
export function runAt(rest: string): string {
  return /^\S+/u.exec(rest)?.[0] ?? rest;
}

/** The quoted words at the start of the text, with the quotes and any characters attached to them. */
function quotedAt(rest: string): string | undefined {
  return quotedWords.exec(rest)?.[0];
}

const quotedWords = new RegExp(`^${quoted}\\S*`, 'u');

function textPiece(source: string): Extract<Piece, { type: 'text' }> {
  return { type: 'text', length: source.length, text: source.replaceAll(/\s+/gu, ' ') };
}

/** Straight double quotes are the documented way to keep a mark, so only other quotes are remarked on. */
function markInQuotes(literal: string): CaptureRemark | undefined {
  return literal.startsWith('"') || !likeMark.test(literal) ? undefined : { type: 'kept', words: literal };
}

const likeMark = /[@＠#＃][\p{L}\p{N}"]|(?<![\p{L}\p{N}])(?:[!！]\p{L}|(?:by|due|asked)\s)/iu;

/** An `@…`, `#…` or `!!…` in a word that no mark was read from. Those of addresses and links are none. */
function strayMark(text: string): CaptureRemark | undefined {
  const words = text.includes('://') ? undefined : stray.exec(text)?.[0].replace(closing, '');
  if (words === undefined) return undefined;
  return { type: /^[#＃]\d+$/u.test(words) ? 'kept' : 'unknownMark', words };
}

const stray =
  /(?<![\p{L}\p{M}\p{N}_.+-])(?:[@＠#＃](?=\S*[\p{L}\p{N}\p{Extended_Pictographic}])|[!！]{2,}(?=\p{L}))\S+/u;
const closing = new RegExp(`${stop}+$`, 'u');
