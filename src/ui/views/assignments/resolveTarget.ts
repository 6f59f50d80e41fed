import type { AssignmentRow, PriorityRow } from '../../../core/assignments/workBoard.ts';
import { assignmentDescription, priorityDescription } from '../../../core/assignments/assignmentText.ts';
import { sayName } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import { keyTarget } from '../../programCall.ts';
import { PriorityNode } from '../priorities/nodes.ts';
import { askChoice } from '../../prompts/askChoice.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';
import { AssignmentNode, DraftNode } from './nodes.ts';

/** The assignment a person means: the one clicked, the one a key was pressed on, or the one they pick. */
export async function resolveAssignment(
  context: CommandContext,
  argument: unknown,
  title: string,
  matches: (row: AssignmentRow) => boolean = isChangeable,
): Promise<AssignmentRow | undefined> {
  await context.loaded;
  const { assignments, today } = context.feed.work;
  const node = argument === keyTarget ? context.takeAssignment() : argument;
  const target = node instanceof AssignmentNode ? assignments.find(({ id }) => id === node.row.id) : undefined;
  if (target !== undefined && matches(target)) return target;
  const rows = assignments.filter(matches);
  if (rows.length === 0) {
    void sayInformation(t('{0}: there is no assignment for that now.', title));
    return undefined;
  }
  const answer = await askChoice({
    title,
    placeholder: t('Which assignment? Type any part of it.'),
    choices: rows.map((row) => ({
      label: row.agreement.outcome,
      description: assignmentDescription(row, today),
      detail: sayName(row.agreement.owner),
      value: row,
    })),
  });
  return answer.type === 'given' ? answer.value : undefined;
}

function isChangeable({ closing, readOnly }: AssignmentRow): boolean {
  return closing === undefined && !readOnly;
}

/** The draft a person means, as {@link resolveAssignment}. */
export async function resolveDraft(
  context: CommandContext,
  argument: unknown,
  title: string,
): Promise<DraftNode | undefined> {
  await context.loaded;
  const node = argument === keyTarget ? context.takeAssignment() : argument;
  if (node instanceof DraftNode) return node;
  const { drafts } = context.feed.work;
  if (drafts.length === 0) {
    void sayInformation(t('{0}: no draft is kept.', title));
    return undefined;
  }
  const answer = await askChoice({
    title,
    placeholder: t('Which draft?'),
    choices: drafts.map((row) => ({
      label: row.agreement.outcome ?? t('Without an outcome yet'),
      value: new DraftNode(row),
    })),
  });
  return answer.type === 'given' ? answer.value : undefined;
}

/** The priority a person means, as {@link resolveAssignment}. */
export async function resolvePriority(
  context: CommandContext,
  argument: unknown,
  title: string,
): Promise<PriorityRow | undefined> {
  await context.loaded;
  const { priorities } = context.feed.work;
  const node = argument === keyTarget ? context.takePriority() : argument;
  const target = node instanceof PriorityNode ? priorities.find(({ id }) => id === node.row.id) : undefined;
  if (target !== undefined) return target;
  if (priorities.length === 0) {
    void sayInformation(t('{0}: there is no priority on the list yet.', title));
    return undefined;
  }
  const answer = await askChoice({
    title,
    placeholder: t('Which priority?'),
    choices: priorities.map((row) => ({
      label: `${row.rank}  ${row.title}`,
      description: priorityDescription(row),
      value: row,
    })),
  });
  return answer.type === 'given' ? answer.value : undefined;
}
