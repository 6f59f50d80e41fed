/** The markup of a template of lit, as text. */
export function markupOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(markupOf).join('');
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  const { strings, values } = value as { readonly strings: readonly string[]; readonly values: readonly unknown[] };
  return strings.map((text, index) => text + (index < values.length ? markupOf(values[index]) : '')).join('');
}

/** The values of an attribute, of the elements whose tag fits, in their order. */
export function attributesOf(markup: string, tag: RegExp, attribute: string): number[] {
  return [...markup.matchAll(/<\w[^>]*>/g)]
    .map(([found]) => found)
    .filter((found) => tag.test(found))
    .map((found) => Number(new RegExp(`\\s${attribute}="?([\\d.]+)`).exec(found)?.[1]));
}
