/** Each name once, ignoring case, in its first spelling: `Anna` and `anna` are one person. */
export function uniqueNames(names: Iterable<string>): string[] {
  const unique = new Map<string, string>();
  for (const name of names) {
    const key = nameKey(name);
    if (!unique.has(key)) unique.set(key, name);
  }
  return [...unique.values()];
}

/** The names that are not among the others, ignoring case. */
export function namesWithout(names: readonly string[], others: readonly string[]): string[] {
  const keys = new Set(others.map(nameKey));
  return names.filter((name) => !keys.has(nameKey(name)));
}

/** Key for comparing names: NFC and lower case. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
