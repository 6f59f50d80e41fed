import type { BoardRow } from '../board/row.ts';
import { rowFacts } from '../items/itemText.ts';
import type { Day } from '../time/day.ts';
import type { FirstRow } from './protocol.ts';

/** A row with its short facts and its acts, for the first screen and the page of a person. */
export function firstRow(row: BoardRow, today: Day, offersOf: (row: BoardRow) => string): FirstRow {
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    overdue: row.overdue,
    isHeld: row.state === 'deliberating',
    facts: rowFacts(row, today),
    offers: offersOf(row),
  };
}
