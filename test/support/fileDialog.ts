import type { Window } from './window.ts';

/** How long one press of Enter may take to have its effect before it is pressed again. */
const tryInMs = 2_000;

/**
 * Answers VS Code's own dialog for a file or a folder, and waits until it is gone.
 *
 * @param title of the dialog
 * @returns the path that the dialog proposed
 */
export async function answerFileDialog(window: Window, title: string, path: string): Promise<string> {
  const heading = window.page.locator('.quick-input-title').getByText(title, { exact: true });
  const dialog = window.quickInput.filter({ has: heading });
  await dialog.waitFor();
  // It overwrites what is typed until it has read its first folder.
  await window.quickInputRow('..').waitFor();
  const proposed = await window.quickInputField.inputValue();
  await window.quickInputField.fill(path);
  // It ignores Enter while it reads a folder. No key may go to the prompt that comes after it.
  const field = dialog.locator('.quick-input-box input');
  do await isDone(field.press('Enter', { timeout: tryInMs }));
  while (!(await isDone(dialog.waitFor({ state: 'hidden', timeout: tryInMs }))));
  return proposed;
}

function isDone(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
