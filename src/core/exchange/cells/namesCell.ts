/**
 * The people named in one cell. With a semicolon in it only semicolons and line breaks part them, so that
 * `Weber, Anna; Ito, Ken` is two people; otherwise commas, slashes, `and` and `&` part them too. An `&` without a
 * space at either side is part of a name (`R&D`).
 */
export function peopleIn(cell: string): string[] {
  // Before the parting, which would make two people of `N/A`.
  if (nobody.test(cell.trim())) return [];
  return filled(cell.split(cell.includes(';') ? /[;\n]/ : /[,/\n]|\s&|&\s|\sand\s/i));
}

/** The tags in one cell. Tags have slashes and ampersands of their own (`ci/cd`), so these never part them. */
export function tagsIn(cell: string): string[] {
  return filled(cell.split(cell.includes(';') ? /[;\n]/ : /[,|\n]|\s(?=#)/));
}

/** The names in one cell, so that {@link peopleIn} and {@link tagsIn} give the same names again. */
export function cellOfNames(names: readonly string[]): string {
  // A single name with a comma needs the semicolon too, to say that the comma parts nothing.
  return names.length === 1 && /[,/|&\s]/.test(names[0] ?? '') ? `${names[0]};` : names.join('; ');
}

/** A name in a cell that holds one, or undefined where the cell says there is none. */
export function nameIn(cell: string): string | undefined {
  return filled([cell])[0];
}

function filled(parts: readonly string[]): string[] {
  return parts.map((part) => part.trim()).filter((part) => part !== '' && !nobody.test(part));
}

/** What people write into a cell rather than leave it empty. */
const nobody = /^(?:[-–—?]+|n\/a|none|nobody|no one|unassigned|tbd)$/i;
