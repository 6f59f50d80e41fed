import * as vscode from 'vscode';
import { HumanError } from '../core/humanError.ts';
import { t } from '../core/text/translate.ts';
import { type CommandId, commandIds } from './commandIds.ts';
import { FromMenu, isArgument } from './programCall.ts';
import { meantInPanel } from './views/panel/panelItem.ts';
import type { Rooms } from './commandContext.ts';
import { sayError } from './notifications.ts';

/** Registers every command, each behind the one place where its failures are met. */
export function registerCommands(rooms: Rooms): vscode.Disposable {
  const register = (id: CommandId): vscode.Disposable =>
    vscode.commands.registerCommand(id, (argument: unknown) =>
      runCommand(id, rooms, meantInMenu(meantInPanel(argument, () => rooms.feed.board))),
    );
  return vscode.Disposable.from(...Object.values(commandIds).map(register));
}

/** What the menus of editors, terminals and changed files hand over is not an object of a program. */
function meantInMenu(argument: unknown): unknown {
  if (argument instanceof vscode.Uri) return new FromMenu(argument);
  if (typeof argument !== 'object' || argument === null) return argument;
  const { resourceUri } = argument as { readonly resourceUri?: unknown };
  if (resourceUri instanceof vscode.Uri) return new FromMenu(resourceUri);
  return (vscode.window.terminals as readonly unknown[]).includes(argument) ? new FromMenu(undefined) : argument;
}

/**
 * A program that called gets the error; a person gets a sentence, and where it is our fault the output channel has the
 * rest. What commands need is loaded when the first of them is called, not when the window starts.
 */
async function runCommand(id: CommandId, rooms: Rooms, argument: unknown): Promise<unknown> {
  try {
    const { commandTable } = await import('./commandTable.ts');
    return await commandTable[id](rooms, argument);
  } catch (error) {
    if (isArgument(argument)) throw error;
    if (error instanceof HumanError) {
      void sayError(error.message);
      return undefined;
    }
    rooms.output.error(id, error instanceof Error ? (error.stack ?? error.message) : String(error));
    const details = t('Show Details');
    const chosen = await sayError(
      t(
        'Pacesetter could not finish “{0}”. That is a fault of Pacesetter; what is saved stands in Waiting on You.',
        id,
      ),
      details,
    );
    if (chosen === details) rooms.output.show();
    return undefined;
  }
}
