import type { Closing } from '../../items/item.ts';
import type { Door, ItemKind } from '../../entries/itemFacts.ts';

/**
 * Kind and door set the target, and with it the first promise, which is frozen for ever. So a word that is not known
 * is refused rather than taken for the likeliest.
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

/** How a row with a closing day was closed, where a column says so; an export of ours does. */
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
