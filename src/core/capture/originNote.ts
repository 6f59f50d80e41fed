import type { OriginPlace } from './origin.ts';

/** Longest text kept in a note, in UTF-16 code units: together with the place it stays below the limit of a note. */
const longestText = 2_500;

/**
 * The note an item keeps about its origin, as plain text that is readable after the file is gone: the place, and the
 * whole text where the capture line holds only part of it. Undefined when there is nothing to keep.
 * The note goes into the log, so its words are fixed and not translated.
 */
export function originNote({ place, branch, repository }: OriginPlace, line: string, text: string): string | undefined {
  const parts = [
    ...(place === undefined ? [] : [place]),
    ...(branch === undefined ? [] : [`branch ${branch}`]),
    ...(repository === undefined ? [] : [`repository ${repository}`]),
  ];
  const whole = text.trim();
  const rest =
    whole.replaceAll(/\s+/gu, ' ') === line ? '' : shortened(text.trimEnd().replace(/^(?:[^\S\n]*\n)+/u, ''));
  const from = parts.length === 0 ? '' : `From ${parts.join(', ').slice(0, 1_000)}`;
  return [from, rest].filter((each) => each !== '').join('\n\n') || undefined;
}

function shortened(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, longestText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
