import type { Board } from '../../core/board/board.ts';
import type { BoardRow } from '../../core/board/row.ts';
import { rowDescription } from '../../core/items/itemText.ts';
import { sayPeople } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import { kindIcon } from '../views/kindIcon.ts';
import { askChoice } from './askChoice.ts';
import { sayInformation } from '../notifications.ts';

/** Asks for one item. Undefined if cancelled, or if none matches, which a message then says. */
export async function askItem(
  board: Board,
  title: string,
  matches: (row: BoardRow) => boolean,
): Promise<BoardRow | undefined> {
  const rows = board.rows.filter(matches);
  if (rows.length === 0) {
    void sayInformation(t('{0}: there is no item for that now.', title));
    return undefined;
  }
  const answer = await askChoice({
    title,
    placeholder: t('Which item? Type any part of it.'),
    choices: rows.map((row) => ({
      label: row.title,
      description: rowDescription(row, board.today),
      detail: row.waiting.length > 0 ? sayPeople(row.waiting) : '',
      iconPath: kindIcon(row),
      value: row,
    })),
  });
  return answer.type === 'given' ? answer.value : undefined;
}
