import {
  leastSure,
  type ListField,
  listLimits,
  mostDays,
  mostSure,
  type TextField,
  textLimits,
} from '../entries/limits.ts';
import { cleanText, startOfText } from '../text/clean.ts';
import { uniqueNames } from '../text/names.ts';
import type { Refusal } from './refusal.ts';

/** The limit of a text, in UTF-16 code units. */
export function longestText(field: TextField): number {
  return textLimits[field];
}

/** The start of a text that fits its limit, without a split surrogate pair. */
export function startOf(field: TextField, text: string): string {
  return startOfText(text, textLimits[field]);
}

/** Refuses a text beyond its limit. */
export function checkText(field: TextField, text: string | null | undefined): Refusal | undefined {
  const length = text?.length ?? 0;
  const limit = textLimits[field];
  return length > limit ? { refused: 'tooLong', field, length, limit } : undefined;
}

/** Refuses the first of these texts that is beyond its limit. */
export function checkTexts<F extends TextField>(
  fields: readonly F[],
  texts: { readonly [N in F]?: string | null | undefined },
): Refusal | undefined {
  return fields.map((field) => checkText(field, texts[field])).find((refusal) => refusal !== undefined);
}

/** Refuses an empty text, and one beyond its limit. */
export function checkFilled(field: TextField, text: string | undefined): Refusal | undefined {
  return text === undefined || text === '' ? { refused: 'missing', field } : checkText(field, text);
}

/** Refuses a list beyond its limit, and a name or a tag in it that is too long. */
export function checkList(field: ListField, list: readonly string[] | undefined): Refusal | undefined {
  if (list === undefined) return undefined;
  if (list.length > listLimits[field])
    return { refused: 'tooMany', field, count: list.length, limit: listLimits[field] };
  for (const text of list) {
    const refusal = checkText(field === 'tags' ? 'tag' : 'name', text);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Whether it can be a number of working days that something cost. */
export function isAmountOfDays(days: number): boolean {
  return days >= 0 && days <= mostDays;
}

/** Whether the leader can be as sure of something, in whole percent. */
export function isSureness(percent: number): boolean {
  return Number.isInteger(percent) && percent >= leastSure && percent <= mostSure;
}

/** One line, cleaned and trimmed, with single spaces; undefined when nothing is left. */
export function tidy(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return cleanText(text).replace(/\s+/gu, ' ').trim() || undefined;
}

/** A name as it is stored: tidied, without a leading `@` of either width. */
export function tidyName(text: string | undefined): string | undefined {
  return tidy(text?.replace(/^\s*[@＠]/, ''));
}

/** A text of several lines, cleaned and trimmed, with line feeds only; undefined when nothing is left. */
export function tidyLines(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanText(text).trim() || undefined;
}

/** The names, tidied, without a leading `@` or `#`, each once ignoring case, in their order. */
export function tidyList(list: readonly string[]): string[] {
  return uniqueNames(list.map((text) => tidy(text.replace(/^\s*[@#＠＃]/, ''))).filter((text) => text !== undefined));
}
