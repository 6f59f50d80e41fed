import type { BoardRow } from '../core/board/row.ts';
import type { AssignmentRow, DraftRow, PriorityRow } from '../core/assignments/workBoard.ts';
import { assignmentDescription, priorityDescription } from '../core/assignments/assignmentText.ts';
import { sayName } from '../core/text/days.ts';
import { t } from '../core/text/translate.ts';
import { pickOne } from './prompts/askChoice.ts';
import { askItem } from './prompts/askItem.ts';
import type { CommandContext } from './commandContext.ts';
import { sayInformation } from './notifications.ts';
import { RowTarget } from './programCall.ts';

/** One kind of rows that commands are about. */
export interface Subject<R> {
  readonly rowsOf: (context: CommandContext) => readonly R[];
  readonly nameOf: (row: R) => string;
  /** Asks for one of the rows that match. Undefined if cancelled, or if none matches, which a message then says. */
  readonly pick: (context: CommandContext, title: string, matches: (row: R) => boolean) => Promise<R | undefined>;
}

export const items: Subject<BoardRow> = {
  rowsOf: ({ feed }) => feed.board.rows,
  nameOf: ({ title }) => title,
  pick: ({ feed }, title, matches) => askItem(feed.board, title, matches),
};

export const assignments: Subject<AssignmentRow> = {
  rowsOf: ({ feed }) => feed.work.assignments,
  nameOf: ({ agreement }) => agreement.outcome,
  pick: ({ feed: { work } }, title, matches) =>
    pickOne(
      {
        title,
        placeholder: t('Which assignment? Type any part of it.'),
        choices: work.assignments.filter(matches).map((row) => ({
          label: row.agreement.outcome,
          description: assignmentDescription(row, work.today),
          detail: sayName(row.agreement.owner),
          value: row,
        })),
      },
      t('{0}: there is no assignment for that now.', title),
    ),
};

export const drafts: Subject<DraftRow> = {
  rowsOf: ({ feed }) => feed.work.drafts,
  nameOf: ({ agreement }) => agreement.outcome ?? t('Without an outcome yet'),
  pick: ({ feed }, title) =>
    pickOne(
      {
        title,
        placeholder: t('Which draft?'),
        choices: feed.work.drafts.map((row) => ({ label: drafts.nameOf(row), value: row })),
      },
      t('{0}: there is no draft.', title),
    ),
};

export const priorities: Subject<PriorityRow> = {
  rowsOf: ({ feed }) => feed.work.priorities,
  nameOf: ({ title }) => title,
  pick: ({ feed }, title) =>
    pickOne(
      {
        title,
        placeholder: t('Which priority?'),
        choices: feed.work.priorities.map((row) => ({
          label: `${row.rank}  ${row.title}`,
          description: priorityDescription(row),
          value: row,
        })),
      },
      t('{0}: there is no priority on the list yet.', title),
    ),
};

/** The row a person pointed at, as it is now; undefined if they have yet to pick one. */
export async function givenRow<R extends { readonly id: string }>(
  context: CommandContext,
  argument: unknown,
  { rowsOf }: Subject<R>,
): Promise<R | undefined> {
  if (!(argument instanceof RowTarget)) return undefined;
  await context.loaded;
  return rowsOf(context).find(({ id }) => id === argument.id);
}

/**
 * The row a person means: the one they pointed at, or else the one they pick. Where it cannot be done with the one they
 * pointed at, a message says so; it never falls back to another.
 *
 * @param title of the command, and of the list to pick from
 * @param how whether it can be done with a row, which rows are offered if fewer, and why it cannot be done
 */
export async function resolveRow<R extends { readonly id: string }>(
  context: CommandContext,
  argument: unknown,
  subject: Subject<R>,
  title: string,
  how: {
    readonly matches?: (row: R) => boolean;
    readonly offers?: (row: R) => boolean;
    readonly objection?: (row: R) => string | undefined;
  } = {},
): Promise<R | undefined> {
  const { matches = () => true, offers = matches, objection } = how;
  await context.loaded;
  if (!(argument instanceof RowTarget)) return subject.pick(context, title, offers);
  const row = await givenRow(context, argument, subject);
  if (row !== undefined && matches(row)) return row;
  void sayInformation(
    row === undefined
      ? t('{0}: that cannot be done with this row, or it is gone by now.', title)
      : (objection?.(row) ?? t('{0} does not fit “{1}” as it is now.', title, subject.nameOf(row))),
  );
  return undefined;
}
