import type { OriginPlace } from './origin.ts';

/** Longest text that is kept in a note, in UTF-16 code units: with the place before it, less than a note may have. */
const longestText = 2_500;

/**
 * What an item keeps of the place it came from, as plain text that still reads when the file is gone: where it was, and
 * the whole text where the line does not say all of it. Undefined when there is nothing to keep. It is written into the
 * log, so it has fixed words and is not translated.
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
