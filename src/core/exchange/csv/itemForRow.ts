import type { Day } from '../../time/day.ts';
import type { Item } from '../../items/item.ts';
import { tidy } from '../../rules/limits.ts';
import type { Register } from '../../register/register.ts';
import type { CapturedFact } from '../../rules/capture.ts';

/** What makes a row the same row again, wherever it stands in whichever file. */
export interface Identity {
  readonly title: string;
  /** The asked day, or the cell as it stands when no day can be read from it. */
  readonly asked: string;
  readonly link: string;
}

/** The same for rows that cannot be told apart by title, asked day and link. */
export function identityKey({ title, asked, link }: Identity): string {
  return JSON.stringify([plain(title).toLowerCase(), plain(asked), plain(link)]);
}

/** A row that may go in, as far as it matters for finding it in the log. */
export interface Likeness {
  readonly capture: CapturedFact;
  readonly closedOn: Day | undefined;
}

/**
 * The item of each row of one identity. Nearly always there is one row, and its item is the first of that identity.
 * Several are numbered in the order of the file; but those that are in the log already are found there by what they
 * said when they went in, so that sorting the file, adding to it or mending a refused row mistakes none for another.
 */
export function itemsForRows(
  key: string,
  rows: readonly Likeness[],
  { items }: Pick<Register, 'items'>,
  idFor: (key: string) => string,
): string[] {
  const ids: string[] = [];
  const free = new Set<string>();
  for (let number = 0; ; number++) {
    const id = idFor(`${key}#${number}`);
    if (number >= rows.length && !items.has(id)) break;
    free.add(id);
  }
  for (const isSame of [detailsAndClosing, details]) {
    const inLog = groupBy(
      [...free].filter((id) => items.has(id)),
      (id) => isSame(likenessOf(items.get(id)!)),
    );
    for (const [index, row] of rows.entries()) {
      if (ids[index] !== undefined) continue;
      const id = inLog.get(isSame(row))?.shift();
      if (id === undefined) continue;
      ids[index] = id;
      free.delete(id);
    }
  }
  const rest = free.values();
  return rows.map((_, index) => ids[index] ?? rest.next().value!);
}

/** The text without what differs between spellings of the same: an accent may be one character or two. */
function plain(text: string): string {
  return tidy(text.normalize('NFC')) ?? '';
}

/** As it went in; what was corrected or moved since is the log's own. */
function likenessOf({ history, closing }: Item): Likeness {
  return { capture: history.find((entry) => entry.type === 'itemCaptured')!, closedOn: closing?.on };
}

function details({ capture: { kind, door, askedBy, waiting, owedBy, tags, note } }: Likeness): string {
  return JSON.stringify([kind, door, askedBy, waiting, owedBy, tags, note]);
}

function detailsAndClosing(row: Likeness): string {
  return `${details(row)} ${row.closedOn}`;
}

export function groupBy<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
