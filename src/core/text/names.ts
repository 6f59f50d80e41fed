/** Each name once, whatever its case, as it was written first. `Anna` and `anna` are one person who waits, not two. */
export function uniqueNames(names: Iterable<string>): string[] {
  const unique = new Map<string, string>();
  for (const name of names) {
    const key = nameKey(name);
    if (!unique.has(key)) unique.set(key, name);
  }
  return [...unique.values()];
}

/** The names of a list that are not in the other, whatever their case. */
export function namesWithout(names: readonly string[], others: readonly string[]): string[] {
  const keys = new Set(others.map(nameKey));
  return names.filter((name) => !keys.has(nameKey(name)));
}

/** What two ways of writing one name have in common. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
