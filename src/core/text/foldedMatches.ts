import { foldText } from './fold.ts';

/**
 * Of the texts, the indexes of those that hold every typed word without accents and case, but not what was typed itself:
 * what a plain filter would hide. In any order, and none for an empty text.
 */
export function foldedMatches(typed: string, texts: readonly string[]): readonly number[] {
  const plain = typed.trim().toLowerCase();
  const words = foldText(plain)
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  return texts.flatMap((text, index) => {
    if (text.toLowerCase().includes(plain)) return [];
    const folded = foldText(text);
    return words.every((word) => folded.includes(word)) ? [index] : [];
  });
}
