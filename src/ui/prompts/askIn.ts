import * as vscode from 'vscode';

/** The result of a prompt. Cancelling is an ordinary answer and shows no message. */
export type Answer<T> =
  | { readonly type: 'given'; readonly value: T }
  /** `text` is what was in the box and not accepted. */
  | { readonly type: 'back'; readonly text?: string }
  | { readonly type: 'cancelled'; readonly text?: string };

/** Which of several questions it is, from 1. */
export interface StepPosition {
  readonly at: number;
  /** Undefined where answers decide how many follow: a total that changes under way is no total. */
  readonly of: number | undefined;
  readonly isLast: boolean;
}

/** What every question has. */
export interface Question {
  /** What is being done, and to what: `Decide “Pick a vendor”`. */
  readonly title: string;
  readonly placeholder?: string | undefined;
  readonly step?: StepPosition | undefined;
  readonly canGoBack?: boolean | undefined;
  /** A button that opens something to look at; the question stays. */
  readonly link?: { readonly title: string; readonly open: () => void } | undefined;
}

/** Ends a question. What is called after the first of them has no effect. */
export interface Reply<T> {
  readonly finish: (answer: Answer<T>) => void;
  readonly fail: (error: unknown) => void;
}

type Box = vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>;

/**
 * Asks a question in an Input Box or a Quick Pick, which stays open when it loses the focus. Leaving it is an answer.
 *
 * @param begin sets up the rest of the box and shows it
 * @param beforeClosing called once, when it was answered or left
 */
export function askIn<T>(
  box: Box,
  { title, placeholder, step, canGoBack, link }: Question,
  begin: (reply: Reply<T>) => void,
  beforeClosing: (isGiven: boolean) => void = () => undefined,
): Promise<Answer<T>> {
  box.title = title;
  box.placeholder = placeholder;
  box.step = step?.at;
  box.totalSteps = step?.of;
  box.ignoreFocusOut = true;
  box.buttons = [
    ...(canGoBack === true ? [vscode.QuickInputButtons.Back] : []),
    ...(link === undefined ? [] : [{ iconPath: new vscode.ThemeIcon('link-external'), tooltip: link.title }]),
  ];
  return new Promise((resolve, reject) => {
    let isOpen = true;
    const close = (isGiven: boolean): void => {
      if (!isOpen) return;
      isOpen = false;
      beforeClosing(isGiven);
      box.dispose();
    };
    const finish = (answer: Answer<T>): void => {
      resolve(answer);
      close(answer.type === 'given');
    };
    const fail = (error: unknown): void => {
      reject(error);
      close(false);
    };
    box.onDidTriggerButton((button) => {
      if (button === vscode.QuickInputButtons.Back) finish({ type: 'back', text: box.value });
      else link?.open();
    });
    box.onDidHide(() => finish({ type: 'cancelled', text: box.value }));
    begin({ finish, fail });
  });
}

/**
 * Accepts the text of a box that stays open meanwhile, and if there is a complaint.
 *
 * @param accept returns the sentence of a complaint; undefined if it is done
 */
export async function acceptText(
  box: Box,
  { finish, fail }: Reply<string>,
  accept: (text: string) => Promise<string | undefined>,
  complain: (sentence: string) => void,
): Promise<void> {
  if (box.busy) return;
  box.busy = true;
  try {
    const { value } = box;
    const complaint = await accept(value);
    if (complaint === undefined) finish({ type: 'given', value });
    else complain(complaint);
  } catch (error) {
    fail(error);
  } finally {
    box.busy = false;
  }
}

/** Takes what is selected in a Quick Pick as the answer. */
export function acceptSelected<T>(
  pick: vscode.QuickPick<vscode.QuickPickItem & { readonly value: T }>,
  { finish }: Reply<T>,
): void {
  const [chosen] = pick.selectedItems;
  if (chosen !== undefined) finish({ type: 'given', value: chosen.value });
}
