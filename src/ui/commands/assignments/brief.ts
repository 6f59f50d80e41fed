import * as vscode from 'vscode';
import { HumanError } from '../../../core/humanError.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import { briefArguments, parseArguments } from '../../arguments.ts';
import { assignmentMeant } from '../../views/assignments/resolveTarget.ts';
import { askWhereAndSave } from '../exchange/saveText.ts';
import { commandIds } from '../../commandIds.ts';
import { isArgument } from '../../programCall.ts';
import { briefOf, briefPage, pageName, showBeside } from '../../views/pages.ts';
import type { Rooms } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Opens the brief beside; it follows the agreement while it is open. */
export async function openBrief(rooms: Rooms, argument: unknown): Promise<unknown> {
  const meant = await briefMeant(rooms, argument, commandIds.openBrief, t('Open Brief'));
  if (meant === undefined) return undefined;
  await showBeside(briefPage(meant.id, meant.outcome));
  return { id: meant.id };
}

export async function copyBrief(rooms: Rooms, argument: unknown): Promise<unknown> {
  const meant = await briefMeant(rooms, argument, commandIds.copyBrief, t('Copy Brief'));
  if (meant === undefined) return undefined;
  await vscode.env.clipboard.writeText(meant.text);
  void sayInformation(t('Copied the brief of “{0}” as Markdown.', meant.outcome));
  return { id: meant.id };
}

/** Writes it only where the person says. */
export async function saveBrief(rooms: Rooms, argument: unknown): Promise<unknown> {
  const meant = await briefMeant(rooms, argument, commandIds.saveBrief, t('Save Brief'));
  if (meant === undefined) return undefined;
  const question = {
    title: t('Save the brief of “{0}”', meant.outcome),
    name: `${pageName(meant.outcome)}.md`,
    filters: { Markdown: ['md'] },
  };
  const path = await askWhereAndSave(rooms, question, meant.text);
  if (path === undefined) return undefined;
  void sayInformation(t('Saved the brief to {0}.', path));
  return { id: meant.id };
}

interface MeantBrief {
  readonly id: string;
  readonly outcome: string;
  readonly text: string;
}

async function briefMeant(
  rooms: Rooms,
  argument: unknown,
  command: string,
  title: string,
): Promise<MeantBrief | undefined> {
  await rooms.loaded;
  const id = isArgument(argument)
    ? parseArguments(command, briefArguments, argument).id
    : (await assignmentMeant(rooms, argument, title, () => true))?.id;
  if (id === undefined) return undefined;
  const row = rooms.feed.work.assignments.find((assignment) => assignment.id === id);
  if (row === undefined) throw new HumanError(sayRefusal({ refused: 'unknownAssignment', id }, rooms.ledger.today.day));
  return { id, outcome: row.agreement.outcome, text: await briefOf(rooms.feed, row) };
}
