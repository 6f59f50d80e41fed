import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/label.ts';
import { t } from '../../core/text/translate.ts';
import { acceptText, type Answer, askIn, type Reply } from './askIn.ts';
import type { Preview, TextQuestion } from './askText.ts';
import { drafts } from './drafts.ts';

export interface LineQuestion extends Pick<TextQuestion, 'title' | 'prompt' | 'placeholder' | 'accept'> {
  /** The text in the box at first. If it is not empty, the person continues it. */
  readonly value: string;
  readonly preview: (line: string) => Preview;
  /** Completions of the line, the best first. */
  readonly complete: (line: string) => readonly LineCompletion[];
}

export interface LineCompletion {
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  /** The line with the completion in it. */
  readonly line: string;
  /** Whether Enter takes it unless the person moves to another row: saving would name somebody new. */
  readonly comesFirst: boolean;
  /** Whether taking it saves the completed line at once. */
  readonly saves?: true | undefined;
}

/** `completes` is the label of a completion; the row that saves the line has none. */
type Row = vscode.QuickPickItem & { readonly completes?: string };

/**
 * Asks for one line and offers completions of its last word. Enter saves the line as it is. The arrow keys move to a
 * completion; Enter there puts it into the line and saves nothing. A half-typed name of somebody known comes first: Enter
 * completes it, and the row below saves it as a new one.
 *
 * VS Code moves back to the first row at each letter. If Enter meets a list that is out of date, the line decides what
 * the first row would be. So no other completion is taken unless the person moved to it.
 */
export function askLine(question: LineQuestion): Promise<Answer<string>> {
  const draftKey = `${question.title}\n${question.value}`;
  const box = vscode.window.createQuickPick<Row>();
  const line = drafts.get(draftKey) ?? question.value;
  const show = (): void => {
    const { value } = box;
    box.prompt = plainPrompt(question.preview(value), question.prompt);
    const rows = rowsOf(question.complete(value));
    // A list that stays the same is not replaced: a new one would move the focus back to its first row.
    const isSame =
      rows.length === box.items.length &&
      rows.every(({ label, description }, at) => {
        const shown = box.items[at];
        return label === shown?.label && description === shown.description;
      });
    if (!isSame) box.items = rows;
  };
  const complain = (sentence: string): void => {
    box.prompt = plainPrompt({ type: 'error', sentence }, '');
  };
  const begin = (reply: Reply<string>): void => {
    box.onDidChangeValue(show);
    box.onDidAccept(() => {
      const [active] = box.activeItems;
      // VS Code may still report a row of a former list.
      const isCurrent = active !== undefined && box.items.includes(active);
      const completions = question.complete(box.value);
      const taken =
        completions.find(({ label }) => isCurrent && label === active.completes) ??
        (isCurrent && active.completes === undefined ? undefined : completions.find(({ comesFirst }) => comesFirst));
      if (taken !== undefined) {
        box.value = taken.line;
        show();
      }
      if (taken === undefined || taken.saves) void acceptText(box, reply, question.accept, complain);
    });
    // VS Code selects a value that is set before the box is shown, so that typing replaces it. A text from elsewhere is
    // set afterwards, so that typing continues it.
    if (question.value === '') box.value = line;
    box.show();
    if (question.value !== '') box.value = line;
    show();
  };
  const keepDraft = (isSaved: boolean): void => {
    if (isSaved || box.value === question.value) drafts.delete(draftKey);
    else drafts.set(draftKey, box.value);
  };
  return askIn(box, question, begin, keepDraft);
}

function rowsOf(completions: readonly LineCompletion[]): Row[] {
  if (completions.length === 0) return [];
  const isNewName = completions[0]?.comesFirst === true;
  const describe = (): string => {
    if (isNewName) return t('with a new name');
    return completions[0]?.saves ? t('as a decision') : t('the arrow keys choose a completion');
  };
  const save = {
    label: t('Save as it stands'),
    description: describe(),
    iconPath: new vscode.ThemeIcon('check'),
    alwaysShow: true,
  };
  const [first, ...others] = completions.map(({ label, description, icon }) => ({
    label: plainLabel(label),
    description,
    iconPath: new vscode.ThemeIcon(icon),
    alwaysShow: true,
    completes: label,
  }));
  return [...(isNewName ? [first, save] : [save, first]), ...others].filter((row) => row !== undefined);
}

/** A Quick Pick has no colours for its prompt, so an icon marks a warning or an error. */
function plainPrompt(preview: Preview, fallback: string): string {
  if (preview === undefined) return plainLabel(fallback);
  const sentence = plainLabel(preview.sentence);
  return preview.type === 'info' ? sentence : `$(${preview.type}) ${sentence}`;
}
