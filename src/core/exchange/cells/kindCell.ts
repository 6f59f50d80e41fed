import type { Closing } from '../../items/item.ts';
import type { Door, ItemKind } from '../../entries/itemFacts.ts';

/**
 * Undefined for an unknown word. Kind and door set the target and thus the first promise, which is frozen; so an
 * unknown word is refused, never guessed.
 */
export function kindIn(cell: string): ItemKind | undefined {
  return kinds.get(key(cell));
}

export function doorIn(cell: string): Door | undefined {
  return doors.get(key(cell));
}

const kinds: ReadonlyMap<string, ItemKind> = new Map([
  ['decision', 'decision'],
  ['decisions', 'decision'],
  ['decide', 'decision'],
  ['approval', 'approval'],
  ['approvals', 'approval'],
  ['approve', 'approval'],
  ['sign off', 'approval'],
  ['signoff', 'approval'],
  ['dependency', 'dependency'],
  ['dependencies', 'dependency'],
  ['blocker', 'dependency'],
]);

const doors: ReadonlyMap<string, Door> = new Map([
  ['two way', 'two-way'],
  ['two way door', 'two-way'],
  ['2 way', 'two-way'],
  ['reversible', 'two-way'],
  ['one way', 'one-way'],
  ['one way door', 'one-way'],
  ['1 way', 'one-way'],
  ['irreversible', 'one-way'],
  ['hard to undo', 'one-way'],
]);

/** How a closed row was closed; only our own export has such a column. */
const closings = ['decided', 'silence', 'cleared', 'withdrawn'] as const satisfies readonly Closing['how'][];
export type ClosedAs = (typeof closings)[number];

export function closedAsIn(cell: string): ClosedAs | undefined {
  const word = key(cell);
  return closings.find((how) => how === word);
}

function key(cell: string): string {
  return cell
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}
