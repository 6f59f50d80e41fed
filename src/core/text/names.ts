import { decomposed } from './fold.ts';

/** Each name once, by its {@link nameKey}, in its first spelling: `Anna` and `anna` are one person. */
export function uniqueNames(names: Iterable<string>): string[] {
  const unique = new Map<string, string>();
  for (const name of names) {
    const key = nameKey(name);
    if (!unique.has(key)) unique.set(key, name);
  }
  return [...unique.values()];
}

/**
 * The names that are not among the others, by their {@link nameKey}.
 *
 * @param mainNameOf what the person with a name is called
 */
export function namesWithout(
  names: readonly string[],
  others: readonly string[],
  mainNameOf: (name: string) => string,
): string[] {
  const keyOf = (name: string): string => nameKey(mainNameOf(name));
  const keys = new Set(others.map(keyOf));
  return names.filter((name) => !keys.has(keyOf(name)));
}

/** Key for comparing names: without case, compatible forms (full width) and all forms of an apostrophe and of a hyphen as one. */
export function nameKey(name: string): string {
  return plain.test(name) ? name.toLowerCase() : decomposed(name).normalize('NFC').toLowerCase();
}

/** Most names: nothing of them has another form. The key of one is found in a fraction of the time. */
const plain = /^[ -_a-~]*$/;
