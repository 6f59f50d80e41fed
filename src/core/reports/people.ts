import { compareTexts } from '../text/compareTexts.ts';
import { nameKey } from '../text/names.ts';

export const peopleModes = ['shown', 'initials', 'none'] as const;
/** How a ledger that others read writes people: by name, by initials, or not at all. */
export type PeopleMode = (typeof peopleModes)[number];

/**
 * The initials of each name, by its {@link nameKey}: `A`, `AW` for Anna Weber. Those who share them are told apart by a
 * number (`A-1`, `A-2`), and no two people are ever written alike.
 */
export function initialsOf(names: Iterable<string>): ReadonlyMap<string, string> {
  const keys = [...new Set([...names].map(nameKey))].toSorted(compareTexts);
  const sharing = Map.groupBy(keys, firstLetters);
  return new Map(
    [...sharing].flatMap(([initials, of]) =>
      // Letters and digits alone make initials, so that a hyphen cannot be in the initials of anybody else.
      of.map((key, index) => [key, of.length === 1 ? initials : `${initials}-${index + 1}`] as const),
    ),
  );
}

function firstLetters(key: string): string {
  const words = key.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const letters = words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)).join('');
  return letters.toUpperCase() || '?';
}

/** How one person is written, as Markdown; undefined where people are left out. */
export type NameOf = (name: string) => string | undefined;
/** What an item or a priority is called. */
export type TitleOf = (id: string) => string;
