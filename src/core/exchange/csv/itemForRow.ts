import type { Day } from '../../time/day.ts';
import type { Item } from '../../items/item.ts';
import { tidy } from '../../rules/limits.ts';
import type { BoardSource } from '../../register/register.ts';
import type { CapturedFact } from '../../rules/capture.ts';

/** The values that identify a row across files and positions. */
export interface Identity {
  readonly title: string;
  /** The asked day, or the raw cell when it is not a readable day. */
  readonly asked: string;
  readonly link: string;
}

/** The key of an identity; equal for rows with the same title, asked day and link. */
export function identityKey({ title, asked, link }: Identity): string {
  return JSON.stringify([normalized(title).toLowerCase(), normalized(asked), normalized(link)]);
}

/** The parts of a row that are compared to find its item in the log. */
export interface RowDetails {
  readonly capture: CapturedFact;
  readonly closedOn: Day | undefined;
}

/**
 * The item ids of the rows of one identity, in row order. Usually there is one row and it gets the first id. Several
 * rows are numbered in file order, but rows already in the log are matched by the details they had when imported, so
 * that sorting the file, adding rows or correcting a refused row does not confuse them.
 */
export function itemsForRows(
  key: string,
  rows: readonly RowDetails[],
  { items }: Pick<BoardSource, 'items'>,
  idFor: (key: string) => string,
): string[] {
  const ids: string[] = [];
  const freeIds = new Set<string>();
  for (let number = 0; ; number++) {
    const id = idFor(`${key}#${number}`);
    if (number >= rows.length && !items.has(id)) break;
    freeIds.add(id);
  }
  for (const isSame of [detailsAndClosing, details]) {
    // The last is the first to be taken: taking one from the front of a long list would move all the others.
    const inLog = Map.groupBy([...freeIds].filter((id) => items.has(id)).toReversed(), (id) =>
      isSame(likenessOf(items.get(id)!)),
    );
    for (const [index, row] of rows.entries()) {
      if (ids[index] !== undefined) continue;
      const id = inLog.get(isSame(row))?.pop();
      if (id === undefined) continue;
      ids[index] = id;
      freeIds.delete(id);
    }
  }
  const rest = freeIds.values();
  return rows.map((_, index) => ids[index] ?? rest.next().value!);
}

/** Normalised text: an accent may be encoded as one code point or two. */
function normalized(text: string): string {
  return tidy(text.normalize('NFC')) ?? '';
}

/** As it was captured, without later edits and moves. */
function likenessOf({ history, closing }: Item): RowDetails {
  return { capture: history.find((entry) => entry.type === 'itemCaptured')!, closedOn: closing?.on };
}

function details({ capture: { kind, door, askedBy, waiting, owedBy, tags, note } }: RowDetails): string {
  return JSON.stringify([kind, door, askedBy, waiting, owedBy, tags, note]);
}

function detailsAndClosing(row: RowDetails): string {
  return `${details(row)} ${row.closedOn}`;
}
