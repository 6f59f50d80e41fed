import { foldText } from '../text/fold.ts';
import { namedPeople } from '../items/namedPeople.ts';
import type { BoardRow } from './row.ts';

/** Searches rows by words, in any order and place, without accents and case. Built once for many searches. */
export class Finder {
  readonly #texts: readonly string[];

  /**
   * @param sayMore further text to search, such as the translated name of the kind
   * @param namesOf all names of the person with a name
   */
  constructor(
    readonly rows: readonly BoardRow[],
    sayMore: (row: BoardRow) => string,
    namesOf: (name: string) => readonly string[] = (name) => [name],
  ) {
    this.#texts = rows.map((row) => foldText(`${textOf(row, namesOf)}\n${sayMore(row)}`));
  }

  /** The rows that contain every word of the text, in the order of the board; all rows for an empty text. */
  find(text: string): readonly BoardRow[] {
    const words = foldText(text)
      .split(/\s+/u)
      .filter((word) => word !== '');
    if (words.length === 0) return this.rows;
    return this.rows.filter((_, index) => words.every((word) => this.#texts[index]?.includes(word)));
  }
}

/** Names, tags, kind and door with the signs they are captured with, so that `@anna` and `#platform` match. */
function textOf(row: BoardRow, namesOf: (name: string) => readonly string[]): string {
  const { title, tags, kind, door, link } = row;
  return [
    title,
    ...namedPeople(row)
      .flatMap(namesOf)
      .map((name) => `@${name}`),
    ...tags.map((tag) => `#${tag}`),
    `!${kind}`,
    door === undefined ? '' : `!${door} !${door.replace('-', '')}`,
    link ?? '',
  ].join('\n');
}
