/** Finds the words of a list in a text, with their usual endings, whatever their case. */
export class WordFinder {
  readonly #patterns: readonly (readonly [word: string, pattern: RegExp])[];

  constructor(words: readonly string[]) {
    this.#patterns = words
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== '')
      .map(
        (word) => [word, new RegExp(String.raw`(?<![\p{L}\p{N}_-])${forms(word)}(?![\p{L}\p{N}_])`, 'giu')] as const,
      );
  }

  /** Each hit: the word of the list, what stands in the text, and where; in the order of the text, the longest of those
   * that overlap. */
  find(text: string): { readonly word: string; readonly found: string; readonly at: number }[] {
    let end = 0;
    const hits = this.#patterns.flatMap(([word, pattern]) =>
      [...text.matchAll(pattern)].map((match) => ({ word, found: match[0], at: match.index })),
    );
    return hits
      .toSorted((a, b) => a.at - b.at || b.found.length - a.found.length)
      .filter(({ at, found }) => {
        // "Soon" says nothing that "as soon as possible" has not said.
        if (at < end) return false;
        end = at + found.length;
        return true;
      });
  }
}

/** `explore` is found in "exploring", `look into` in "looked  into": the first word of a phrase takes the endings. */
function forms(phrase: string): string {
  const [first = '', ...rest] = phrase
    .split(/\s+/)
    .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`));
  // Short words are what they are, "it" is not found in "its"; but "trying to" is as good as "try to".
  const isInflected = first.length > (rest.length === 0 ? 3 : 2);
  return [isInflected ? inflected(first) : first, ...rest].join(String.raw`\s+`);
}

function inflected(verb: string): string {
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}(?:e|es|ed|ing)`;
  if (/[^aeiou]y$/u.test(verb)) return `${verb.slice(0, -1)}(?:y|ies|ied|ying)`;
  return `${verb}(?:s|ed|ing)?`;
}
