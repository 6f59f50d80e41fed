import type { Board } from '../../core/board/board.ts';
import type { BoardRow } from '../../core/board/row.ts';
import { rowDescription } from '../../core/items/itemText.ts';
import { sayPeople } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import { kindIcon } from '../views/kindIcon.ts';
import { pickOne } from './askChoice.ts';

/** Asks for one item. Undefined if cancelled, or if none matches, which a message then says. */
export function askItem(
  board: Board,
  title: string,
  matches: (row: BoardRow) => boolean,
): Promise<BoardRow | undefined> {
  const choices = board.rows.filter(matches).map((row) => ({
    label: row.title,
    description: rowDescription(row, board.today),
    detail: row.waiting.length > 0 ? sayPeople(row.waiting) : '',
    iconPath: kindIcon(row),
    value: row,
  }));
  return pickOne(
    { title, placeholder: t('Which item? Type any part of it.'), choices },
    t('{0}: there is no item for that now.', title),
  );
}
