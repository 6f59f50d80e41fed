/**
 * The people named in one cell. If it contains a semicolon, only semicolons and line breaks separate names, so that
 * `Weber, Anna; Ito, Ken` is two people; otherwise commas of any script, slashes, `and`, `&` and the `@` of the next name
 * do too. An `&` without spaces is part of a name (`R&D`).
 */
export function peopleIn(cell: string): string[] {
  // Before splitting, which would turn `N/A` into two people.
  if (placeholder.test(cell.trim())) return [];
  return withoutPlaceholders(cell.split(semicolonIn(cell) ?? /[,、，،/／\n]|\s[&＆]|[&＆]\s|\sand\s|\s(?=[@＠])/i));
}

/** The tags in one cell. Slashes and ampersands are part of tags (`ci/cd`) and never separate them. */
export function tagsIn(cell: string): string[] {
  return withoutPlaceholders(cell.split(semicolonIn(cell) ?? /[,、，،|\n]|\s(?=[#＃])/));
}

/** The semicolons that separate, if there are any. Ours is `;`: beside it, those of other scripts are part of names. */
function semicolonIn(cell: string): RegExp | undefined {
  if (cell.includes(';')) return /[;\n]/;
  return /[；؛]/.test(cell) ? /[；؛\n]/ : undefined;
}

/** The cell without the addresses and numbers that tools write behind a name: `Anna Lee <anna@acme.test>`, `Kai (48151623)`. */
export function withoutAddresses(cell: string): string {
  return cell.replace(/\s*(?:<[^<>\s]{1,200}@[^<>\s]{1,200}>|\(https?:[^\s()]{1,2000}\)|\(\d{5,20}\))/g, '');
}

/** Joins names into one cell that {@link peopleIn} and {@link tagsIn} parse back to the same names. */
export function cellOfNames(names: readonly string[]): string {
  // A single name with a comma needs a semicolon, so that the comma is not read as a separator.
  return names.length === 1 && /[,、，،；؛/／|&＆\s]/.test(names[0] ?? '') ? `${names[0]};` : names.join('; ');
}

/** The name in a cell; undefined when the cell is empty or holds a placeholder. */
export function nameIn(cell: string): string | undefined {
  return withoutPlaceholders([cell])[0];
}

function withoutPlaceholders(parts: readonly string[]): string[] {
  return parts
    .map((part) => part.trim().replace(/^[＠＃]/, (sign) => sign.normalize('NFKC')))
    .filter((part) => part !== '' && !placeholder.test(part));
}

/** What people write instead of leaving a cell empty. */
const placeholder = /^(?:[-–—?]+|#?n\/a|n\.a\.|none|null|nobody|no one|unassigned|not assigned|tb[adc])$/i;
