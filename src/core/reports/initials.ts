import { compareTexts } from '../text/compareTexts.ts';
import { nameKey } from '../text/names.ts';

export const peopleModes = ['shown', 'initials', 'none'] as const;
/** How people appear in a shared ledger: by name, by initials, or not at all. */
export type PeopleMode = (typeof peopleModes)[number];

/**
 * The initials of each name, by its {@link nameKey}: `A`, `AW` for Anna Weber. Equal initials get a number (`A-1`,
 * `A-2`), so no two people have the same.
 */
export function initialsOf(names: Iterable<string>): ReadonlyMap<string, string> {
  const keys = [...new Set([...names].map(nameKey))].toSorted(compareTexts);
  const sharing = Map.groupBy(keys, firstLetters);
  return new Map(
    [...sharing].flatMap(([initials, of]) =>
      // Initials contain only letters and digits, so the hyphen cannot cause a collision.
      of.map((key, index) => [key, of.length === 1 ? initials : `${initials}-${index + 1}`] as const),
    ),
  );
}

function firstLetters(key: string): string {
  const words = key.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const letters = words.map((word) => String.fromCodePoint(word.codePointAt(0) ?? 0)).join('');
  return letters.toUpperCase() || '?';
}

/** A person's name as Markdown; undefined when people are left out. */
export type NameOf = (name: string) => string | undefined;
/** The title of an item or a priority, by id. */
export type TitleOf = (id: string) => string;
