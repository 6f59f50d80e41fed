import type { Board } from '../board/board.ts';
import { reviewQueue } from '../board/review.ts';
import type { BoardRow } from '../board/row.ts';
import { rowDescription } from '../items/itemText.ts';
import { sayNearDay, sayPeople } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';
import type { Day } from '../time/day.ts';
import { isDueToday, itemToStartWith } from './order.ts';
import type { FirstRow, Start } from './protocol.ts';

/** How many rows the first screen shows. */
const rowsShown = 5;

/**
 * Builds the first screen of the panel: the item to start with, in a sentence, and the first rows.
 *
 * @param rows in the order of the tree
 */
export function buildStart(
  board: Pick<Board, 'today' | 'rows' | 'totals'>,
  rows: readonly BoardRow[],
  offersOf: (row: BoardRow) => string,
): Start {
  const firstRow = (row: BoardRow): FirstRow => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    overdue: row.overdue,
    description: rowDescription(row, board.today),
    offers: offersOf(row),
  });
  const first = itemToStartWith(rows);
  const mine = rows.filter(({ ball, closing, isDefaultDue }) => ball === 'leader' || isDefaultDue || closing);
  const dueToday = rows.filter((row) => isDueToday(row, board.today));
  return {
    sentence:
      first === undefined ? sayNothing(rows.length, board.rows.length) : sayFirst(first, board, dueToday.length),
    item: first && firstRow(first),
    rows: mine.slice(0, rowsShown).map(firstRow),
    toReview: reviewQueue(board).length,
    dueToday: dueToday.filter(({ closing }) => closing === undefined).length,
  };
}

/** Stands for the title until the sentence is cut there: translations put it where it belongs. */
const titleMark = '\u{1}';

function sayFirst(
  row: BoardRow,
  { today, totals }: Pick<Board, 'today' | 'totals'>,
  dueToday: number,
): [string, string] {
  const why = sayWhy(row, today);
  if (totals.overdue > 0) return cut(t('{0} overdue. Start with {1}: {2}.', totals.overdue, titleMark, why));
  if (dueToday > 0) return cut(t('Nothing overdue, {0} due today. Start with {1}: {2}.', dueToday, titleMark, why));
  return cut(t('Nothing overdue. Next is {0}: {1}.', titleMark, why));
}

/** `Anna and Sam, 9 days over` */
function sayWhy(row: BoardRow, today: Day): string {
  const who = row.waiting.length === 0 ? [] : [sayPeople(row.waiting)];
  return [...who, sayWhen(row, today)].join(', ');
}

function sayWhen(row: BoardRow, today: Day): string {
  if (row.closing !== undefined) return t('did what you expected happen?');
  if (row.isDefaultDue) return t('did the default take effect?');
  const [blocked, ...others] = row.blocks;
  if (row.overdue) return row.daysOver === 0 ? t('overdue') : counted(row.daysOver, '{0} day over', '{0} days over');
  if (blocked !== undefined) {
    return others.length === 0
      ? t('it blocks “{0}”', blocked.title)
      : t('it blocks “{0}” and {1} more', blocked.title, others.length);
  }
  return t('due {0}', sayNearDay(row.promisedOn, today));
}

function sayNothing(open: number, known: number): [string, string] {
  if (open > 0)
    return [
      counted(
        open,
        'Nothing waits on you. {0} item is with others.',
        'Nothing waits on you. {0} items are with others.',
      ),
      '',
    ];
  if (known > 0) return [t('Nothing waits on you. Everything is closed.'), ''];
  return [t('Nothing waits on you yet. Capture the first thing somebody needs from you.'), ''];
}

function cut(sentence: string): [string, string] {
  const [before = '', after = ''] = sentence.split(titleMark);
  return [before, after];
}
