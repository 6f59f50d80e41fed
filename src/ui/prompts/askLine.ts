import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/label.ts';
import { t } from '../../core/text/translate.ts';
import { type Answer, type Preview, type TextQuestion } from './askText.ts';
import { drafts } from './drafts.ts';

export interface LineQuestion extends Pick<TextQuestion, 'title' | 'prompt' | 'placeholder' | 'accept'> {
  /** What stands in the box at first. */
  readonly value: string;
  readonly preview: (line: string) => Preview;
  /** How the line may go on; the first is offered first. */
  readonly complete: (line: string) => readonly LineCompletion[];
}

export interface LineCompletion {
  readonly label: string;
  readonly description: string;
  readonly icon: string;
  /** The line with the completion in it. */
  readonly line: string;
}

type Row = vscode.QuickPickItem & { readonly line?: string };

/**
 * Asks for one line and offers ways to complete its last word. Enter saves the line as it stands; the arrow keys lead to
 * a completion, on which Enter puts it into the line and saves nothing.
 *
 * The first row of the list is always the one that saves, and VS Code goes back to the first row at each letter. So a
 * list that is a moment older than the line cannot save a completion, and a row is completed only when somebody went there.
 */
export function askLine(question: LineQuestion): Promise<Answer<string>> {
  const asked = `${question.title}\n${question.value}`;
  const box = vscode.window.createQuickPick<Row>();
  box.title = question.title;
  box.placeholder = question.placeholder;
  const line = drafts.get(asked) ?? question.value;
  box.ignoreFocusOut = true;
  const show = (): void => {
    const { value } = box;
    const preview = question.preview(value);
    box.prompt = plainPrompt(preview, question.prompt);
    const completions = question.complete(value);
    const shown = box.items.map(({ line }) => line).filter((line) => line !== undefined);
    // A list that stays the same is left alone: a new one would take the keyboard back to its first row.
    if (completions.map(({ line }) => line).join('\n') !== shown.join('\n')) box.items = rowsOf(completions);
  };

  return new Promise((resolve, reject) => {
    let isSaved = false;
    const close = (): void => {
      if (isSaved || box.value === question.value) drafts.delete(asked);
      else drafts.set(asked, box.value);
      box.dispose();
    };
    const finish = (answer: Answer<string>): void => {
      resolve(answer);
      close();
    };
    const fail = (error: unknown): void => {
      reject(error);
      close();
    };
    const save = async (): Promise<void> => {
      const { value } = box;
      const complaint = await question.accept(value);
      isSaved = complaint === undefined;
      if (isSaved) finish({ type: 'given', value });
      else box.prompt = plainPrompt({ type: 'error', sentence: complaint ?? '' }, '');
    };
    const accept = (): void => {
      const [active] = box.activeItems;
      // VS Code may still name a row of a list that is gone.
      if (active?.line !== undefined && box.items.includes(active)) {
        box.value = active.line;
        show();
      } else if (!box.busy) {
        box.busy = true;
        save()
          .catch(fail)
          .finally(() => (box.busy = false));
      }
    };
    box.onDidChangeValue(show);
    box.onDidHide(() => finish({ type: 'cancelled', text: box.value }));
    box.onDidAccept(accept);
    // A value that is there at first is selected, to be typed over. What came from elsewhere is gone on with instead.
    if (question.value === '') box.value = line;
    box.show();
    if (question.value !== '') box.value = line;
    show();
  });
}

function rowsOf(completions: readonly LineCompletion[]): Row[] {
  if (completions.length === 0) return [];
  return [
    {
      label: t('Save as it stands'),
      description: t('the arrow keys lead to what completes it'),
      iconPath: new vscode.ThemeIcon('check'),
      alwaysShow: true,
    },
    ...completions.map(({ label, description, icon, line }) => ({
      label: plainLabel(label),
      description,
      iconPath: new vscode.ThemeIcon(icon),
      alwaysShow: true,
      line,
    })),
  ];
}

/** A Quick Pick has no colours for what it says, so an icon tells a warning from the rest. */
function plainPrompt(preview: Preview, otherwise: string): string {
  if (preview === undefined) return plainLabel(otherwise);
  const sentence = plainLabel(preview.sentence);
  return preview.type === 'info' ? sentence : `$(${preview.type}) ${sentence}`;
}
