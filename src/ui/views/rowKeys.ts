import * as vscode from 'vscode';
import { commandIds, reviewLetterId, rowCommandIds } from '../commandIds.ts';

/** How long after a row was chosen the key that chose it may come. Both are sent at once; a click has no key. */
const keyLimitInMs = 30;
/** How long a key waits for its row, if that comes after it. Then the person is asked. */
const rowLimitInMs = 1_000;

/**
 * Lets a letter key act on the row of a tree that has the focus. VS Code tells extensions which row is selected, and not
 * even that while it reads a tree again. But a row that is opened runs its own command, with its own argument. So the
 * keybinding opens the row, with `list.select`, and at once calls the command here, which does something else with it.
 */
export function registerRowKeys(): vscode.Disposable {
  const chosen = new ChosenRow();
  return vscode.Disposable.from(
    vscode.commands.registerCommand(rowCommandIds.choose, (row: unknown, command?: string) => {
      chosen.choose(row, () => command !== undefined && void vscode.commands.executeCommand(command, row));
    }),
    vscode.commands.registerCommand(rowCommandIds.pressKey, async (command: string) => {
      const row = chosen.take();
      const act = pressOn(row, command);
      // Without a row it asks for one, and may be left unanswered.
      if (actsAtOnce.has(command)) actAtOnce = row.then((found) => found && act).catch(() => undefined);
      return act;
    }),
    vscode.commands.registerCommand(reviewLetterId, (letter: string) => letterPressed.fire(letter)),
  );
}

async function pressOn(row: Promise<unknown>, command: string): Promise<unknown> {
  return vscode.commands.executeCommand(command, await row);
}

/** The commands of letters that ask nothing, so that Ctrl+Z may come before they are done. */
const actsAtOnce: ReadonlySet<string> = new Set([commandIds.acknowledge, commandIds.confirmDefault]);
let actAtOnce: Promise<unknown> = Promise.resolve();
/** Resolves when the last act of a letter that asks nothing is done. */
export function actAtOnceDone(): Promise<unknown> {
  return actAtOnce;
}

const letterPressed = new vscode.EventEmitter<string>();
/** Tells the letter that was pressed in a review. */
export const onDidPressLetter = letterPressed.event;

/**
 * The command of a row that takes keys.
 *
 * @param command what a click or Enter does with the row, if anything
 */
export function chooseRow(row: unknown, title: string, command?: string): vscode.Command {
  return { command: rowCommandIds.choose, title, arguments: [row, command] };
}

/** A row between the moment when it is chosen and the moment when it is known what for. */
class ChosenRow {
  #chosen: { readonly row: unknown; readonly open: () => void; readonly timer: NodeJS.Timeout } | undefined;
  #key: ((row: unknown) => void) | undefined;

  /** Opens the row unless a key takes it. */
  choose(row: unknown, open: () => void): void {
    this.#open();
    if (this.#key !== undefined) this.#key(row);
    else this.#chosen = { row, open, timer: setTimeout(() => this.#open(), keyLimitInMs) };
  }

  /** The row of a key; undefined if there is none. */
  async take(): Promise<unknown> {
    this.#key?.(undefined);
    const chosen = this.#chosen;
    this.#chosen = undefined;
    clearTimeout(chosen?.timer);
    if (chosen !== undefined) return chosen.row;
    const { promise, resolve } = Promise.withResolvers<unknown>();
    this.#key = resolve;
    const timer = setTimeout(resolve, rowLimitInMs);
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      if (this.#key === resolve) this.#key = undefined;
    }
  }

  #open(): void {
    const chosen = this.#chosen;
    this.#chosen = undefined;
    clearTimeout(chosen?.timer);
    chosen?.open();
  }
}
