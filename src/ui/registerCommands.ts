import * as vscode from 'vscode';
import { type CommandId, commandIds } from './commandIds.ts';
import { MenuTarget, isProgramCall } from './programCall.ts';
import { panelTarget } from './views/panel/panelItem.ts';
import type { CommandContext } from './commandContext.ts';
import { reportFailures } from './reportFailures.ts';

/** Registers every command. Its failures are shown in one way. */
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
 * A program that called gets the error; a person reads a sentence. What commands need is loaded with the first of them,
 * not when the window starts.
 */
async function runCommand(id: CommandId, context: CommandContext, argument: unknown): Promise<unknown> {
  const run = async (): Promise<unknown> => {
    const { commandTable } = await import('./commandTable.ts');
    return commandTable[id](context, argument);
  };
  return isProgramCall(argument) ? run() : reportFailures(id, context.output, run);
}
