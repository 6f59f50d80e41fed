import type { Board } from '../board/board.ts';
import { groupOf } from '../board/groups.ts';
import { startWith, waitingRows } from '../board/order.ts';
import { reviewQueue } from '../board/review.ts';
import { type BoardRow, isLeadersMove } from '../board/row.ts';
import { sayCheckQuestion } from '../items/itemText.ts';
import { sayNearDay, sayPeople } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';
import type { Day } from '../time/day.ts';
import { firstRow } from './firstRow.ts';
import type { FirstRow, Start } from './protocol.ts';

/** How many rows the first screen shows. */
const rowsShown = 5;

/** Builds the first screen of the panel: the item to start with, in a sentence, and the first rows. */
export function buildStart(board: Board, offersOf: (row: BoardRow) => string): Start {
  const drawn = (row: BoardRow): FirstRow => firstRow(row, board.today, offersOf);
  const first = startWith(board);
  const today = board.rows.filter((row) => groupOf(row, board) === 'today').length;
  return {
    sentence: first === undefined ? sayNothing(board) : sayFirst(first, board, today),
    item: first && drawn(first),
    rows: waitingRows(board).slice(0, rowsShown).map(drawn),
    toReview: reviewQueue(board).length,
    today,
  };
}

/** Stands for the title until the sentence is cut there: translations put it where it belongs. */
const titleMark = '\u{1}';

function sayFirst(row: BoardRow, { today, totals }: Board, dueToday: number): [string, string] {
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
  if (row.disagreement !== undefined) return t('two machines disagree');
  if (row.closing !== undefined) return sayCheckQuestion(row);
  if (row.isDefaultDue && !row.overdue) return t('did the default take effect?');
  const [blocked, ...others] = row.blocks;
  if (row.overdue) return row.daysOver === 0 ? t('overdue') : counted(row.daysOver, '{0} day over', '{0} days over');
  if (blocked !== undefined) {
    return others.length === 0
      ? t('it blocks “{0}”', blocked.title)
      : t('it blocks “{0}” and {1} more', blocked.title, others.length);
  }
  return t('due {0}', sayNearDay(row.dueOn, today));
}

function sayNothing({ rows }: Board): [string, string] {
  const readOnly = rows.filter(isLeadersMove).length;
  if (readOnly > 0) {
    return [
      counted(
        readOnly,
        '{0} item waits on you. A newer Pacesetter wrote about it: update this one to act on it.',
        '{0} items wait on you. A newer Pacesetter wrote about them: update this one to act on them.',
      ),
      '',
    ];
  }
  const others = rows.filter(({ closing }) => closing === undefined).length;
  if (others > 0) {
    return [
      counted(
        others,
        'Nothing waits on you. {0} item is with others.',
        'Nothing waits on you. {0} items are with others.',
      ),
      '',
    ];
  }
  return rows.length > 0
    ? [t('Nothing waits on you. Everything is closed.'), '']
    : [t('Nothing waits on you yet. Capture the first thing somebody needs from you.'), ''];
}

function cut(sentence: string): [string, string] {
  const [before = '', after = ''] = sentence.split(titleMark);
  return [before, after];
}
