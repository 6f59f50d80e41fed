import * as vscode from 'vscode';
import { writeFileLink } from '../../../core/items/fileLink.ts';
import { HumanError } from '../../../core/humanError.ts';
import { originNote } from '../../../core/capture/originNote.ts';
import { firstLine, literalLine } from '../../../core/capture/literal.ts';
import { t } from '../../../core/text/translate.ts';
import { captureFromArguments, parseArguments } from '../../arguments.ts';
import { branchOf } from '../../integrations/repository.ts';
import { terminalSelection } from '../../integrations/terminal.ts';
import { type CommandId, commandIds } from '../../commandIds.ts';
import { MenuTarget, isProgramCall } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';
import { askCapture, captureLineOf } from './capture.ts';

/** A text that was not written as a capture line, and where it was found. */
interface Found {
  readonly text: string;
  readonly file?: vscode.Uri | undefined;
  /** 1-based. */
  readonly line?: number;
}

/** Captures what is selected in the editor, or the line the cursor is in. */
export async function captureSelection(context: CommandContext, argument: unknown): Promise<unknown> {
  return captureFrom(context, argument, commandIds.captureSelection, t('Capture Selection'), () => {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) throw new HumanError(t('There is no editor to capture from.'));
    const { document, selection } = editor;
    const range = selection.isEmpty ? document.lineAt(selection.active).range : selection;
    // If a selection begins with blank lines, the item links to the line of its first text.
    const text = document.getText(range);
    const blank = /^\s*\n/u.exec(text)?.[0].split('\n').length ?? 1;
    return {
      text,
      file: document.uri,
      line: range.start.line + blank,
    };
  });
}

/** Captures what is selected in the terminal. */
export async function captureTerminalSelection(context: CommandContext, argument: unknown): Promise<unknown> {
  const title = t('Capture Terminal Selection');
  return captureFrom(context, argument, commandIds.captureTerminalSelection, title, async () => ({
    text: vscode.window.activeTerminal === undefined ? '' : await terminalSelection(),
  }));
}

/** Captures something about a changed file of a Source Control view, or about the file in the editor. */
export async function captureChange(context: CommandContext, argument: unknown): Promise<unknown> {
  return captureFrom(context, argument, commandIds.captureChange, t('Capture a Changed File'), () => {
    const file = argument instanceof MenuTarget ? argument.file : vscode.window.activeTextEditor?.document.uri;
    if (file === undefined || !isReachable(file))
      throw new HumanError(t('There is no file to capture: open one, or point at a changed one.'));
    return { text: vscode.workspace.asRelativePath(file), file, line: 1 };
  });
}

/** Captures the text on the clipboard. */
export async function captureClipboard(context: CommandContext, argument: unknown): Promise<unknown> {
  const title = t('Capture from the Clipboard');
  return captureFrom(context, argument, commandIds.captureClipboard, title, async () => ({
    text: await vscode.env.clipboard.readText(),
  }));
}

async function captureFrom(
  context: CommandContext,
  argument: unknown,
  command: CommandId,
  title: string,
  find: () => Found | Promise<Found>,
): Promise<unknown> {
  if (isProgramCall(argument)) parseArguments(command, captureFromArguments, argument);
  const found = await find();
  const said = firstLine(found.text);
  if (said === '') throw new HumanError(t('There is no text to capture: nothing is selected, or it is blank.'));
  const place = placeOf(found);
  const origin = {
    // Text from elsewhere is taken literally: `@Override` names nobody who waits. What is typed after it is parsed.
    line: literalLine(said, { today: context.store.today.day, calendar: context.settings.policy.calendar }),
    link: place,
    note: originNote({ place, ...branchOf(found.file) }, said, found.text),
  };
  if (isProgramCall(argument)) return { id: await captureLineOf(context, origin) };
  return askCapture(context, title, { ...origin, line: `${origin.line} ` });
}

/** Whether the path leads to the file again; that of an unsaved draft, an output or an old version does not. */
function isReachable(file: vscode.Uri): boolean {
  return file.scheme === 'file' || vscode.workspace.getWorkspaceFolder(file) !== undefined;
}

/** A link to the file, relative to the workspace; with the name of its folder if there are several. */
function placeOf({ file, line }: Found): string | undefined {
  return file === undefined || line === undefined || !isReachable(file)
    ? undefined
    : writeFileLink({ path: vscode.workspace.asRelativePath(file), line });
}
