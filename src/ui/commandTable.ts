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
type Command = (rooms: Rooms, argument: unknown) => Promise<unknown>;

/** Every command there is. A test compares this table with package.json. */
export const commandTable: Readonly<Record<CommandId, Command>> = {
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
