import type { OriginPlace } from './origin.ts';
import { t } from '../text/translate.ts';

/** Longest text that is kept in a note, in UTF-16 code units: with the place before it, less than a note may have. */
const longestText = 2_500;

/**
 * What an item keeps of the place it came from, as plain text that still reads when the file is gone: where it was, and
 * the whole text where the line does not say all of it. Undefined when there is nothing to keep.
 */
export function sayOrigin({ place, branch, repository }: OriginPlace, line: string, text: string): string | undefined {
  const parts = [
    ...(place === undefined ? [] : [place]),
    ...(branch === undefined ? [] : [t('branch {0}', branch)]),
    ...(repository === undefined ? [] : [t('repository {0}', repository)]),
  ];
  const whole = text.trim();
  const rest =
    whole.replaceAll(/\s+/gu, ' ') === line ? '' : shortened(text.trimEnd().replace(/^(?:[^\S\n]*\n)+/u, ''));
  const from = parts.length === 0 ? '' : t('From {0}', parts.join(', ').slice(0, 1_000));
  return [from, rest].filter((each) => each !== '').join('\n\n') || undefined;
}

function shortened(text: string): string {
  if (text.length <= longestText) return text;
  return `${text.slice(0, longestText - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
