import { uniqueNames } from '../text/names.ts';
import type { ListField, Refusal, TextField } from './refusal.ts';

/**
 * Longest texts, in UTF-16 code units, and longest lists. Together they keep one line of the log below the 64 KB that
 * every file system here writes whole, even when each character must be escaped.
 */
const longest: Readonly<Record<TextField, number>> = {
  title: 300,
  outcome: 1_000,
  because: 2_000,
  reason: 1_000,
  question: 1_000,
  answer: 2_000,
  note: 4_000,
  link: 2_000,
  askedBy: 100,
  owedBy: 100,
  whom: 100,
  to: 100,
  excluded: 2_000,
  deliverables: 2_000,
  owner: 100,
  doneWhen: 2_000,
  displaces: 1_000,
  stops: 1_000,
  told: 300,
  name: 100,
  tag: 50,
};
const most: Readonly<Record<ListField, number>> = { waiting: 30, tags: 20, blockers: 20, dependsOn: 20 };

/** How long a text may be, in UTF-16 code units. */
export function longestText(field: TextField): number {
  return longest[field];
}

/** As much of a text as fits into the field; no character is cut in two. */
export function startOf(field: TextField, text: string): string {
  return text.slice(0, longest[field]).replace(/[\uD800-\uDBFF]$/, '');
}

export function checkText(field: TextField, text: string | null | undefined): Refusal | undefined {
  const length = text?.length ?? 0;
  const limit = longest[field];
  return length > limit ? { refused: 'tooLong', field, length, limit } : undefined;
}

/** A text that must not be empty. */
export function checkFilled(field: TextField, text: string | undefined): Refusal | undefined {
  return text === undefined || text === '' ? { refused: 'missing', field } : checkText(field, text);
}

export function checkList(field: ListField, list: readonly string[] | undefined): Refusal | undefined {
  if (list === undefined) return undefined;
  if (list.length > most[field]) return { refused: 'tooMany', field, count: list.length, limit: most[field] };
  for (const text of list) {
    const refusal = checkText(field === 'tags' ? 'tag' : 'name', text);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** One line, without leading, trailing or doubled spaces; undefined when nothing is left. */
export function tidy(text: string | undefined): string | undefined {
  return text?.replace(/\s+/gu, ' ').trim() || undefined;
}

/** A name as it is kept: tidied, without a leading `@`. */
export function tidyName(text: string | undefined): string | undefined {
  return tidy(text?.replace(/^\s*@/, ''));
}

/** Text that may have several lines: only its ends are trimmed. */
export function tidyLines(text: string | undefined): string | undefined {
  return text?.replace(/\r\n?/g, '\n').trim() || undefined;
}

/** Each name once whatever its case, tidied, without a leading `@` or `#`; the order they were said in. */
export function tidyList(list: readonly string[]): string[] {
  return uniqueNames(list.map((text) => tidy(text.replace(/^\s*[@#]/, ''))).filter((text) => text !== undefined));
}
