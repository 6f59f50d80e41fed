/**
 * Splits names or tags that were typed in one line. If there is a semicolon, only semicolons separate them, because a
 * name may have a comma of its own (`Weber, Anna; Ito, Ken`); otherwise commas of any script do, and @ and # at the
 * start of a word.
 */
export function splitNames(text: string): string[] {
  const parts = text.split(text.includes(';') ? ';' : /[,、，،]|\s(?=[@#＠＃])/);
  return parts.filter((name) => name.trim() !== '');
}

/** Joins names into one line from which {@link splitNames} reads the same names. */
export function joinNames(names: readonly string[]): string {
  if (!names.some((name) => /[,、，،;]|\s[@#＠＃]/.test(name))) return names.join(', ');
  // A single name with a comma needs a semicolon too, so that the comma does not split it.
  return names.length === 1 ? `${names[0]};` : names.join('; ');
}
