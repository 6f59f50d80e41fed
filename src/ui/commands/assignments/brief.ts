import * as vscode from 'vscode';
import { HumanError } from '../../../core/humanError.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { briefArguments, parseArguments } from '../../arguments.ts';
import { assignments, resolveRow } from '../../resolveRow.ts';
import { askWhereAndSave } from '../exchange/saveText.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { briefOf, briefPage, pageName, showBeside } from '../../views/pages.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Opens the brief to the side; it is updated while it is open. */
export async function openBrief(context: CommandContext, argument: unknown): Promise<unknown> {
  const brief = await resolveBrief(context, argument, commandIds.openBrief, t('Open Brief'));
  if (brief === undefined) return undefined;
  await showBeside(briefPage(brief.id, brief.outcome));
  return { id: brief.id };
}

export async function copyBrief(context: CommandContext, argument: unknown): Promise<unknown> {
  const brief = await resolveBrief(context, argument, commandIds.copyBrief, t('Copy Brief'));
  if (brief === undefined) return undefined;
  await vscode.env.clipboard.writeText(brief.text);
  void sayInformation(t('Copied the brief of “{0}” as Markdown.', brief.outcome));
  return { id: brief.id };
}

/** Saves the brief only where the person says. */
export async function saveBrief(context: CommandContext, argument: unknown): Promise<unknown> {
  const brief = await resolveBrief(context, argument, commandIds.saveBrief, t('Save Brief'));
  if (brief === undefined) return undefined;
  const question = {
    title: t('Save the brief of “{0}”', brief.outcome),
    name: `${pageName(brief.outcome)}.md`,
    filters: { Markdown: ['md'] },
  };
  const path = await askWhereAndSave(context, question, brief.text);
  if (path === undefined) return undefined;
  void sayInformation(t('Saved the brief to {0}.', path));
  return { id: brief.id };
}

interface BriefTarget {
  readonly id: string;
  readonly outcome: string;
  readonly text: string;
}

async function resolveBrief(
  context: CommandContext,
  argument: unknown,
  command: string,
  title: string,
): Promise<BriefTarget | undefined> {
  await context.loaded;
  const id = isProgramCall(argument)
    ? parseArguments(command, briefArguments, argument).id
    : (await resolveRow(context, argument, assignments, title))?.id;
  if (id === undefined) return undefined;
  const row = context.feed.work.assignments.find((assignment) => assignment.id === id);
  if (row === undefined)
    throw new HumanError(sayRefusal({ refused: 'unknownAssignment', id }, context.store.today.day));
  return { id, outcome: row.agreement.outcome, text: briefOf(context, row) };
}
