import * as vscode from 'vscode';
import type { PanelRequest } from '../../../core/panel/protocol.ts';
import { t } from '../../../core/text/translate.ts';
import { commandIds } from '../../commandIds.ts';
import { askWhereAndSave } from '../../commands/exchange/saveText.ts';
import type { Opener, Services } from '../../commandContext.ts';
import { PersonTarget, RowTarget } from '../../programCall.ts';
import { sayInformation } from '../../notifications.ts';

/**
 * Does what the panel asks for, with the commands that a person runs.
 *
 * @param from where pages are opened from
 */
export async function handleRequest(
  request: Exclude<PanelRequest, { type: 'ready' }>,
  context: Services,
  from: Opener,
): Promise<void> {
  switch (request.type) {
    case 'act': {
      // Undone in another window a moment ago: a snapshot without it is on its way.
      if (!context.feed.board.rows.some(({ id }) => id === request.id)) return;
      if (request.act === 'openItem') await context.panels.openItem(request.id, from);
      else await vscode.commands.executeCommand(commandIds[request.act], new RowTarget(request.id));
      return;
    }
    case 'openPerson':
      await context.panels.openPerson(request.name, from);
      return;
    case 'openBrief':
      await vscode.commands.executeCommand(commandIds.openBrief, new RowTarget(request.id));
      return;
    case 'markDiscussed':
      await vscode.commands.executeCommand(commandIds.markDiscussed, new PersonTarget(request.name));
      return;
    case 'back':
      await context.panels.goBack();
      return;
    case 'reviewAll':
      await vscode.commands.executeCommand(commandIds.review);
      return;
    case 'addSample':
      await vscode.commands.executeCommand(commandIds.addSampleItems);
      return;
    case 'review':
      await vscode.commands.executeCommand(commandIds.review, { ids: request.ids });
      return;
    case 'capture':
      await vscode.commands.executeCommand(commandIds.capture);
      return;
    case 'undo':
      await vscode.commands.executeCommand(commandIds.undo);
      return;
    case 'copyText':
      await vscode.env.clipboard.writeText(request.text);
      void sayInformation(t('Copied as Markdown.'));
      return;
    case 'savePicture':
      await savePicture(context, request.name, request.base64);
      return;
    default:
      request satisfies never;
  }
}

/** The clipboard of the panel did not take the picture, so the person says where to save it. */
async function savePicture(context: Services, name: string, base64: string): Promise<void> {
  const question = { title: t('Save the picture'), name: `${name}.png`, filters: { [t('Picture')]: ['png'] } };
  const path = await askWhereAndSave(context, question, Buffer.from(base64, 'base64'));
  if (path !== undefined) void sayInformation(t('Saved the picture.'));
}
