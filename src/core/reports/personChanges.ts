import type { Entry } from '../entries/entry.ts';
import type { BoardRow } from '../board/row.ts';
import type { Board } from '../board/board.ts';
import type { AssignmentRow, WorkBoard } from '../assignments/workBoard.ts';
import type { Talk } from '../people/people.ts';
import type { BoardSource } from '../register/register.ts';
import { sayAct } from '../rules/actText.ts';
import { t } from '../text/translate.ts';
import { sayEntry } from './historyText.ts';

/** What happened to an item or an assignment since the last talk, in words, oldest first. */
export interface Changed {
  readonly title: string;
  /** Of an item, the row it has on the board. */
  readonly row: BoardRow | undefined;
  readonly lines: readonly string[];
}

/**
 * What changed since the last talk: of each item that concerns the person what was written down since, also where it was
 * closed, and whether its day has passed since; of each assignment of theirs the same.
 *
 * @param is whether a name is that person's
 * @param titleOf the title of an item or a priority, by id
 */
export function changesSince(
  { on, clock }: Talk,
  source: BoardSource,
  { rows, today }: Board,
  { assignments }: Pick<WorkBoard, 'assignments'>,
  is: (name: string | undefined) => boolean,
  titleOf: (id: string) => string,
): Changed[] {
  const isSince = (entry: Entry): boolean => entry.clock > clock;
  const ofItem = (row: BoardRow): Changed[] => {
    const item = source.items.get(row.id);
    const idle = new Set(item?.withoutEffect);
    const entries = item?.history.filter((entry) => isSince(entry) && !idle.has(entry.id)) ?? [];
    const lines = entries.map((entry) => sayEntry(entry, today, titleOf));
    if (row.overdue && row.dueOn >= on) lines.push(t('overdue since'));
    return lines.length === 0 ? [] : [{ title: row.title, row, lines }];
  };
  const ofAssignment = ({ id, agreement }: AssignmentRow): Changed[] => {
    const entries = source.assignments.get(id)?.history.filter(isSince) ?? [];
    const lines = entries.map((entry) => sayAct([entry], source));
    return lines.length === 0 ? [] : [{ title: agreement.outcome, row: undefined, lines }];
  };
  return [
    ...rows.filter((row) => concerns(row, is)).flatMap(ofItem),
    ...assignments.filter(({ agreement }) => is(agreement.owner)).flatMap(ofAssignment),
  ];
}

function concerns({ waiting, askedBy, owedBy, turns }: BoardRow, is: (name: string | undefined) => boolean): boolean {
  return waiting.some(is) || is(askedBy) || is(owedBy) || is(turns.at(-1)?.name);
}
