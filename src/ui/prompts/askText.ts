import * as vscode from 'vscode';
import { plainLabel } from '../../core/text/label.ts';
import { acceptText, type Answer, askIn, type Question, type Reply } from './askIn.ts';
import { drafts, forgetDrafts } from './drafts.ts';

export interface TextQuestion extends Question {
  /** What is asked for here, and what an empty answer means. */
  readonly prompt: string;
  readonly value?: string | undefined;
  /**
   * Whether the caller keeps a text that was not saved. Otherwise it is restored when the same question is asked again.
   */
  readonly isKeptElsewhere?: boolean | undefined;
  /**
   * Shown in place of the prompt once something is typed: what would be saved, or what is wrong. A warning stands after
   * the prompt, and is shown at once where it is about the value that is there at first.
   */
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
  /** @param isRefilled whether the person has typed nothing yet */
  const preview = async (isRefilled = false): Promise<void> => {
    const { value } = box;
    const shown = await question.preview?.(value);
    if (box.value !== value || (isRefilled && shown?.type === 'info')) return;
    // With a warning, what is asked stays in sight.
    const asked = shown?.type === 'warning' ? `${question.prompt} ` : '';
    box.validationMessage = shown && {
      message: plainLabel(`${asked}${shown.sentence}`),
      severity: severities[shown.type],
    };
  };
  const begin = (reply: Reply<string>): void => {
    box.prompt = plainLabel(question.prompt);
    box.value = (question.isKeptElsewhere === true ? undefined : drafts.get(draftKey)) ?? initial;
    box.onDidChangeValue(() => void preview().catch(reply.fail));
    box.onDidAccept(
      () =>
        void acceptText(box, reply, question.accept, (complaint) => (box.validationMessage = plainLabel(complaint))),
    );
    box.show();
    if (box.value !== '') void preview(box.value === initial).catch(reply.fail);
  };
  const keepDraft = (isSaved: boolean): void => {
    if (question.isKeptElsewhere === true) drafts.delete(draftKey);
    else if (isSaved && isLast(question)) forgetDrafts(question.title);
    else if (!isSaved && box.value === initial) drafts.delete(draftKey);
    else drafts.set(draftKey, box.value);
  };
  return askIn(box, question, begin, keepDraft);
}

/** Drafts of all steps are dropped once the last step is saved; until then leaving keeps every one of them. */
function isLast({ step }: TextQuestion): boolean {
  return step?.isLast ?? true;
}

const severities = {
  info: vscode.InputBoxValidationSeverity.Info,
  warning: vscode.InputBoxValidationSeverity.Warning,
  error: vscode.InputBoxValidationSeverity.Error,
};
