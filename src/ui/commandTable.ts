import * as vscode from 'vscode';
import { HumanError } from '../core/humanError.ts';
import { t } from '../core/wording/translate.ts';
import { isArgument } from './acting.ts';
import { capture } from './commands/capture.ts';
import { changeWaiting } from './commands/changeWaiting.ts';
import { clear } from './commands/clear.ts';
import { decide } from './commands/decide.ts';
import { edit } from './commands/edit.ts';
import { getBoard } from './commands/getBoard.ts';
import { importCsv } from './commands/importCsv.ts';
import { movePromise } from './commands/movePromise.ts';
import { openItem } from './commands/openItem.ts';
import { openLog, revealLogFolder } from './commands/openLog.ts';
import { undo } from './commands/undo.ts';
import { reopen, withdraw } from './commands/withReason.ts';
import { type CommandId, commandIds } from './ids.ts';
import type { Rooms } from './rooms.ts';

/**
 * Does one thing. Without an argument, or with a node of the tree, it asks for what it needs; with an object it runs
 * without asking and returns its result (docs/commands.md).
 */
export type Command = (rooms: Rooms, argument: unknown) => Promise<unknown>;

/** Every command there is. A test compares this table with package.json. */
const commandTable: Readonly<Record<CommandId, Command>> = {
  [commandIds.capture]: capture,
  [commandIds.openItem]: openItem,
  [commandIds.edit]: edit,
  [commandIds.changeWaiting]: changeWaiting,
  [commandIds.movePromise]: movePromise,
  [commandIds.decide]: decide,
  [commandIds.clear]: clear,
  [commandIds.withdraw]: withdraw,
  [commandIds.reopen]: reopen,
  [commandIds.undo]: undo,
  [commandIds.import]: importCsv,
  [commandIds.getBoard]: getBoard,
  [commandIds.openLog]: openLog,
  [commandIds.revealLogFolder]: revealLogFolder,
};

/** Registers every command, each behind the one place where its failures are met. */
export function registerCommands(rooms: Rooms): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commandTable).map(([id, command]) =>
      vscode.commands.registerCommand(id, (argument: unknown) => runCommand(id, command, rooms, argument)),
    ),
  );
}

/** A program that called gets the error; a person gets a sentence, and where it is our fault the log has the rest. */
async function runCommand(id: string, command: Command, rooms: Rooms, argument: unknown): Promise<unknown> {
  try {
    return await command(rooms, argument);
  } catch (error) {
    if (isArgument(argument)) throw error;
    if (error instanceof HumanError) {
      void vscode.window.showErrorMessage(error.message);
      return undefined;
    }
    rooms.output.error(id, error instanceof Error ? (error.stack ?? error.message) : String(error));
    const details = t('Show Details');
    const chosen = await vscode.window.showErrorMessage(
      t('Pacesetter could not finish “{0}”. That is a fault of Pacesetter; nothing was saved by it.', id),
      details,
    );
    if (chosen === details) rooms.output.show();
    return undefined;
  }
}
