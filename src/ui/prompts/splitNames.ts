/**
 * Names or tags a person typed in one line. With a semicolon in it only semicolons part them, because a name may have
 * a comma of its own (`Weber, Anna; Ito, Ken`); otherwise commas do, and @ and # at the start of a word.
 */
export function splitNames(text: string): string[] {
  const parts = text.split(text.includes(';') ? ';' : /,|\s(?=[@#])/);
  return parts.filter((name) => name.trim() !== '');
}

/** The names in one line, so that {@link splitNames} gives the same names again. */
export function joinNames(names: readonly string[]): string {
  if (!names.some((name) => /[,;]|\s[@#]/.test(name))) return names.join(', ');
  // A single name with a comma needs the semicolon too, to say that the comma parts nothing.
  return names.length === 1 ? `${names[0]};` : names.join('; ');
}
