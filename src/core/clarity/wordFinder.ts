/** Finds the words of a list in a text, including common inflections; ignores case. */
export class WordFinder {
  readonly #patterns: readonly (readonly [word: string, pattern: RegExp])[];

  constructor(words: readonly string[]) {
    this.#patterns = words
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== '')
      .map(
        (word) =>
          [word, new RegExp(String.raw`(?<![\p{L}\p{N}_-])${patternOf(word)}(?![\p{L}\p{N}_])`, 'giu')] as const,
      );
  }

  /**
   * All matches in text order: the listed word, the matched text and its index (UTF-16 code units). Of overlapping
   * matches, the first and then the longest wins.
   */
  find(text: string): { readonly word: string; readonly found: string; readonly at: number }[] {
    let end = 0;
    const hits = this.#patterns.flatMap(([word, pattern]) =>
      [...text.matchAll(pattern)].map((match) => ({ word, found: match[0], at: match.index })),
    );
    return hits
      .toSorted((a, b) => a.at - b.at || b.found.length - a.found.length)
      .filter(({ at, found }) => {
        // Skip overlaps: "soon" adds nothing to "as soon as possible".
        if (at < end) return false;
        end = at + found.length;
        return true;
      });
  }
}

/** A pattern: `explore` matches "exploring", `look into` matches "looked  into". Only the first word inflects. */
function patternOf(phrase: string): string {
  const [first = '', ...rest] = phrase
    .split(/\s+/)
    .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  // Short words do not inflect ("it" must not match "its"), but in a phrase three letters do: "try to", "trying to".
  const isInflected = first.length > (rest.length === 0 ? 3 : 2);
  return [isInflected ? inflected(first) : first, ...rest].join(String.raw`\s+`);
}

function inflected(verb: string): string {
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}(?:e|es|ed|ing)`;
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}(?:y|ies|ied|ying)`;
  return `${verb}(?:s|ed|ing)?`;
}
