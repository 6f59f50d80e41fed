import { peopleIn, tagsIn } from '../../core/exchange/cells/namesCell.ts';

/** Splits people that were typed in one line, as in a cell of a table: by commas, `and`, `&` or the next `@`, or semicolons. */
export const splitNames = peopleIn;

/** Splits tags that were typed in one line. */
export const splitTags = tagsIn;

/** Joins names or tags into one line from which {@link splitNames} or {@link splitTags} reads the same. */
export function joinNames(names: readonly string[]): string {
  if (!names.some((name) => separator.test(name))) return names.join(', ');
  // A single name with a comma needs a semicolon too, so that the comma does not split it.
  return names.length === 1 ? `${names[0]};` : names.join('; ');
}

const separator = /[,、，،;；؛/／|\n]|\s[&＆]|[&＆]\s|\sand\s|\s[@#＠＃]/i;
