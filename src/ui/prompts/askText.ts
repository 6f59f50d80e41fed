import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/label.ts';
import { drafts, forgetDrafts } from './drafts.ts';

/** The result of a prompt. Cancelling is an ordinary answer and shows no message. */
export type Answer<T> =
  | { readonly type: 'given'; readonly value: T }
  /** `text` is what was in the box and not accepted. */
  | { readonly type: 'back'; readonly text?: string }
  | { readonly type: 'cancelled'; readonly text?: string };

export interface TextQuestion {
  /** What is being done, and to what: `Decide “Pick a vendor”`. */
  readonly title: string;
  readonly step?: { readonly at: number; readonly of: number } | undefined;
  /** What is asked for here, and what an empty answer means. */
  readonly prompt: string;
  readonly placeholder?: string | undefined;
  readonly value?: string | undefined;
  readonly canGoBack?: boolean | undefined;
  /**
   * Whether the caller keeps a text that was not saved. Otherwise it is restored when the same question is asked again.
   */
  readonly isKeptElsewhere?: boolean | undefined;
  /** Shown in place of the prompt once something is typed: what would be saved, or what is wrong. */
  readonly preview?: ((value: string) => Preview | Promise<Preview>) | undefined;
  /**
   * Performs the action while the box is still open. A returned sentence is shown in the box, which stays open with its
   * text.
   */
  readonly accept: (value: string) => Promise<string | undefined>;
}

export type Preview = { readonly type: 'info' | 'warning' | 'error'; readonly sentence: string } | undefined;

/**
 * Asks for one text. The box stays open when it loses the focus and when saving fails. If the person leaves it anyway,
 * its text is kept for the next time.
 *
 * @throws what `accept` throws
 */
export function askText(question: TextQuestion): Promise<Answer<string>> {
  const draftKey = `${question.title}\n${question.prompt}`;
  const initial = question.value ?? '';
  const box = vscode.window.createInputBox();
  box.title = question.title;
  box.prompt = plainLabel(question.prompt);
  box.placeholder = question.placeholder;
  box.value = (question.isKeptElsewhere === true ? undefined : drafts.get(draftKey)) ?? initial;
  box.step = question.step?.at;
  box.totalSteps = question.step?.of;
  box.ignoreFocusOut = true;
  if (question.canGoBack === true) box.buttons = [vscode.QuickInputButtons.Back];

  return new Promise((resolve, reject) => {
    let isSaved = false;
    const close = (): void => {
      if (question.isKeptElsewhere === true) drafts.delete(draftKey);
      else if (isSaved && isLast(question)) forgetDrafts(question.title);
      else if (!isSaved && box.value === initial) drafts.delete(draftKey);
      else drafts.set(draftKey, box.value);
      box.dispose();
    };
    const finish = (answer: Answer<string>): void => {
      resolve(answer);
      close();
    };
    const preview = async (): Promise<void> => {
      const { value } = box;
      const shown = await question.preview?.(value);
      if (box.value === value)
        box.validationMessage = shown && { message: plainLabel(shown.sentence), severity: severities[shown.type] };
    };
    const accept = async (): Promise<void> => {
      const { value } = box;
      const complaint = await question.accept(value);
      isSaved = complaint === undefined;
      if (isSaved) finish({ type: 'given', value });
      else box.validationMessage = plainLabel(complaint ?? '');
    };
    const fail = (error: unknown): void => {
      reject(error);
      close();
    };
    box.onDidChangeValue(() => void preview().catch(fail));
    box.onDidTriggerButton(() => finish({ type: 'back', text: box.value }));
    box.onDidHide(() => finish({ type: 'cancelled', text: box.value }));
    box.onDidAccept(() => {
      if (box.busy) return;
      box.busy = true;
      accept()
        .catch(fail)
        .finally(() => (box.busy = false));
    });
    box.show();
    if (box.value !== initial) void preview().catch(fail);
  });
}

/** Drafts of all steps are dropped once the last step is saved; until then leaving keeps every one of them. */
function isLast({ step }: TextQuestion): boolean {
  return step === undefined || step.at === step.of;
}

const severities = {
  info: vscode.InputBoxValidationSeverity.Info,
  warning: vscode.InputBoxValidationSeverity.Warning,
  error: vscode.InputBoxValidationSeverity.Error,
};
