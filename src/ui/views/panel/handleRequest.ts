import * as vscode from 'vscode';
import type { PanelRequest } from '../../../core/panel/protocol.ts';
import { t } from '../../../core/text/translate.ts';
import { commandIds } from '../../commandIds.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';
import { RowNode } from '../waiting/nodes.ts';

/** Does what the panel asks for, by the commands a person runs. */
export async function handleRequest(
  wish: Exclude<PanelRequest, { type: 'ready' }>,
  context: CommandContext,
): Promise<void> {
  switch (wish.type) {
    case 'act': {
      const row = context.feed.board.rows.find(({ id }) => id === wish.id);
      // Undone in another window a moment ago: a snapshot without it is on its way.
      if (row === undefined) return;
      await vscode.commands.executeCommand(commandIds[wish.act], new RowNode(row));
      return;
    }
    case 'review':
      await vscode.commands.executeCommand(commandIds.review, { ids: wish.ids });
      return;
    case 'capture':
      await vscode.commands.executeCommand(commandIds.capture);
      return;
    case 'undo':
      await vscode.commands.executeCommand(commandIds.undo);
      return;
    case 'copyText':
      await vscode.env.clipboard.writeText(wish.text);
      return;
    case 'savePicture':
      await savePicture(wish.name, wish.base64);
      return;
    default:
      wish satisfies never;
  }
}

/** Where the clipboard does not take pictures, the person says where it goes. */
async function savePicture(name: string, base64: string): Promise<void> {
  const target = await vscode.window.showSaveDialog({
    title: t('Save the picture'),
    filters: { [t('Picture')]: ['png'] },
    defaultUri: vscode.Uri.file(`${name}.png`),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, Buffer.from(base64, 'base64'));
  void sayInformation(t('Saved the picture.'));
}
