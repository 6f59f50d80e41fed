import * as vscode from 'vscode';
import { HumanError } from '../core/humanError.ts';
import { t } from '../core/text/translate.ts';
import { type CommandId, commandIds } from './commandIds.ts';
import { MenuTarget, isProgramCall } from './programCall.ts';
import { panelTarget } from './views/panel/panelItem.ts';
import type { CommandContext } from './commandContext.ts';
import { sayError } from './notifications.ts';

/** Registers every command, each behind the one place where its failures are met. */
export function registerCommands(context: CommandContext): vscode.Disposable {
  const register = (id: CommandId): vscode.Disposable =>
    vscode.commands.registerCommand(id, (argument: unknown) =>
      runCommand(id, context, menuTarget(panelTarget(argument, () => context.feed.board))),
    );
  return vscode.Disposable.from(...Object.values(commandIds).map(register));
}

/** What the menus of editors, terminals and changed files hand over is not an object of a program. */
function menuTarget(argument: unknown): unknown {
  if (argument instanceof vscode.Uri) return new MenuTarget(argument);
  if (typeof argument !== 'object' || argument === null) return argument;
  const { resourceUri } = argument as { readonly resourceUri?: unknown };
  if (resourceUri instanceof vscode.Uri) return new MenuTarget(resourceUri);
  return (vscode.window.terminals as readonly unknown[]).includes(argument) ? new MenuTarget(undefined) : argument;
}

/**
 * A program that called gets the error; a person gets a sentence, and where it is our fault the output channel has the
 * rest. What commands need is loaded when the first of them is called, not when the window starts.
 */
async function runCommand(id: CommandId, context: CommandContext, argument: unknown): Promise<unknown> {
  try {
    const { commandTable } = await import('./commandTable.ts');
    return await commandTable[id](context, argument);
  } catch (error) {
    if (isProgramCall(argument)) throw error;
    if (error instanceof HumanError) {
      void sayError(error.message);
      return undefined;
    }
    context.output.error(id, error instanceof Error ? (error.stack ?? error.message) : String(error));
    const details = t('Show Details');
    const chosen = await sayError(
      t(
        'Pacesetter could not finish “{0}”. That is a fault of Pacesetter; what is saved stands in Waiting on You.',
        id,
      ),
      details,
    );
    if (chosen === details) context.output.show();
    return undefined;
  }
}
