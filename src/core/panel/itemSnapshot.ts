import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import { cycleTimes, paceOf } from '../figures/pace.ts';
import type { Register } from '../register/register.ts';
import { titlesIn } from '../register/titles.ts';
import { buildItemPage, itemPageText } from '../reports/itemPage.ts';
import { t } from '../text/translate.ts';
import type { Calendar } from '../time/calendar.ts';
import type { ItemSnapshot } from './protocol.ts';

/**
 * Builds what the page of an item draws.
 *
 * @param offersOf the words for the allowed actions of an item
 */
export function buildItemSnapshot(
  register: Register,
  board: Board,
  id: string,
  calendar: Calendar,
  language: string,
  offersOf: (row: BoardRow) => string,
): ItemSnapshot {
  const item = register.items.get(id);
  const row = board.rows.find((candidate) => candidate.id === id);
  const page =
    item &&
    buildItemPage({
      item,
      row,
      pace: row?.closing === undefined && row !== undefined ? paceOf(row, cycleTimes(board)) : undefined,
      today: board.today,
      calendar,
      titleOf: titlesIn(register),
    });
  return {
    type: 'item',
    language,
    id,
    page,
    markdown:
      page === undefined ? t('This item is not in the log any more: its capture was undone.') : itemPageText(page),
    overdue: row?.overdue ?? false,
    offers: row === undefined ? '' : offersOf(row),
  };
}
