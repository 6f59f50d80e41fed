import * as vscode from 'vscode';
import { plainLabel } from '../../core/wording/label.ts';

/** What a prompt came to. Cancelling is an ordinary answer and is met with silence. */
export type Answer<T> =
  { readonly type: 'given'; readonly value: T } | { readonly type: 'back' } | { readonly type: 'cancelled' };

export interface TextQuestion {
  /** What is being done, and to what: `Decide “Pick a vendor”`. */
  readonly title: string;
  readonly step?: { readonly at: number; readonly of: number } | undefined;
  /** What is asked for here, and what an empty answer means. */
  readonly prompt: string;
  readonly placeholder?: string | undefined;
  readonly value?: string | undefined;
  readonly canGoBack?: boolean | undefined;
  /** Shown in place of the prompt once something is typed: what would be saved, or what stands in the way. */
  readonly preview?: ((value: string) => Preview | Promise<Preview>) | undefined;
  /**
   * Does what was asked for while the box is still open. A sentence that comes back is shown in the box, which stays
   * open with what was typed in it.
   */
  readonly accept: (value: string) => Promise<string | undefined>;
}

export type Preview = { readonly type: 'info' | 'warning' | 'error'; readonly sentence: string } | undefined;

/** Asks for one text. The box stays through a click elsewhere, and through a failure to save. */
export function askText(question: TextQuestion): Promise<Answer<string>> {
  const box = vscode.window.createInputBox();
  box.title = question.title;
  box.prompt = plainLabel(question.prompt);
  box.placeholder = question.placeholder;
  box.value = question.value ?? '';
  box.step = question.step?.at;
  box.totalSteps = question.step?.of;
  box.ignoreFocusOut = true;
  if (question.canGoBack === true) box.buttons = [vscode.QuickInputButtons.Back];

  return new Promise((resolve) => {
    const finish = (answer: Answer<string>): void => {
      resolve(answer);
      box.dispose();
    };
    const preview = async (): Promise<void> => {
      const { value } = box;
      const shown = await question.preview?.(value);
      if (box.value === value)
        box.validationMessage = shown && { message: plainLabel(shown.sentence), severity: severities[shown.type] };
    };
    box.onDidChangeValue(() => void preview());
    box.onDidTriggerButton(() => finish({ type: 'back' }));
    box.onDidHide(() => finish({ type: 'cancelled' }));
    box.onDidAccept(async () => {
      if (box.busy) return;
      const { value } = box;
      box.busy = true;
      const complaint = await question.accept(value);
      box.busy = false;
      if (complaint === undefined) finish({ type: 'given', value });
      else box.validationMessage = plainLabel(complaint);
    });
    box.show();
  });
}

const severities = {
  info: vscode.InputBoxValidationSeverity.Info,
  warning: vscode.InputBoxValidationSeverity.Warning,
  error: vscode.InputBoxValidationSeverity.Error,
};
