import { foldText } from './fold.ts';

/**
 * Of the texts, the indexes of those that hold every typed word without accents and case, but not what was typed itself:
 * what a plain filter would hide. In any order, and none for an empty text.
 */
export function foldedMatches(typed: string, texts: readonly string[]): readonly number[] {
  const plain = typed.trim().toLowerCase();
  const words = wordsOf(typed);
  if (words.length === 0) return [];
  return texts.flatMap((text, index) => {
    if (text.toLowerCase().includes(plain)) return [];
    const folded = foldText(text);
    return words.every((word) => folded.includes(word)) ? [index] : [];
  });
}

/** The index of the first text that holds every typed word without accents and case; undefined for an empty text. */
export function firstMatch(typed: string, texts: readonly string[]): number | undefined {
  const words = wordsOf(typed);
  const at = texts.map(foldText).findIndex((text) => words.every((word) => text.includes(word)));
  return words.length === 0 || at < 0 ? undefined : at;
}

function wordsOf(typed: string): string[] {
  return foldText(typed)
    .split(/\s+/u)
    .filter((word) => word !== '');
}
