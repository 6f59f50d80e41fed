import * as vscode from 'vscode';
import { type CommandId, commandIds, panelViewType } from './commandIds.ts';
import { MenuTarget, PersonTarget, RowTarget, isProgramCall } from './programCall.ts';
import type { Services } from './commandContext.ts';
import { reportFailures } from './reportFailures.ts';
import { RowNode, SubjectNode, TreeNode } from './views/waiting/nodes.ts';
import type { WaitingTree } from './views/waiting/waitingTree.ts';

/** Registers every command. Its failures are shown in one way. */
export function registerCommands(
  services: () => Promise<Services>,
  waiting: WaitingTree,
  output: vscode.LogOutputChannel,
): vscode.Disposable {
  const register = (id: CommandId): vscode.Disposable =>
    vscode.commands.registerCommand(id, async (argument: unknown) => {
      const goOn = argument instanceof RowNode && answers.has(id) ? waiting.follow(argument) : undefined;
      const result = await runLate(id, services, output, targetOf(argument));
      // Undefined: it was left unanswered.
      if (result !== undefined) await goOn?.();
      return result;
    });
  return vscode.Disposable.from(...Object.values(commandIds).map(register));
}

/** The commands that answer an item of the tree, so that the next one comes after them. The others only correct it. */
const answers: ReadonlySet<CommandId> = new Set([
  commandIds.decide,
  commandIds.clear,
  commandIds.settleClarity,
  commandIds.answerCheck,
  commandIds.confirmDefault,
  commandIds.withdraw,
  commandIds.acknowledge,
  commandIds.deliberate,
  commandIds.sendBack,
  commandIds.markReturned,
  commandIds.handOver,
  commandIds.movePromise,
  commandIds.chase,
]);

/** What the menus and lines of VS Code hand over, as what a person pointed at. The object of a program stays as it is. */
function targetOf(argument: unknown): unknown {
  if (argument instanceof SubjectNode) return new RowTarget(argument.row.id, true);
  if (argument instanceof TreeNode && argument.person !== undefined) return new PersonTarget(argument.person, true);
  if (argument instanceof TreeNode) return undefined;
  if (argument instanceof vscode.Uri) return new MenuTarget(argument);
  if (typeof argument !== 'object' || argument === null) return argument;
  const { resourceUri, webview, pacesetterId } = argument as Readonly<Record<string, unknown>>;
  // The `data-vscode-context` of a row of the panel.
  if (webview === panelViewType) return typeof pacesetterId === 'string' ? new RowTarget(pacesetterId) : undefined;
  if (resourceUri instanceof vscode.Uri) return new MenuTarget(resourceUri);
  return (vscode.window.terminals as readonly unknown[]).includes(argument) ? new MenuTarget(undefined) : argument;
}

/**
 * A program that called gets the error; a person reads a sentence. What commands need is loaded with the first of them,
 * not when the window starts.
 */
async function runLate(
  id: CommandId,
  services: () => Promise<Services>,
  output: vscode.LogOutputChannel,
  argument: unknown,
): Promise<unknown> {
  const run = async (): Promise<unknown> => {
    const { runCommand } = await import('./commandTable.ts');
    return runCommand(id, await services(), argument);
  };
  return isProgramCall(argument) ? run() : reportFailures(id, output, run);
}
