import type { Window } from './window.ts';

/**
 * Answers VS Code's own dialog for a file or a folder, and waits until it is gone.
 *
 * @param title of the dialog
 * @returns the path that the dialog proposed
 */
export async function answerFileDialog(window: Window, title: string, path: string): Promise<string> {
  const dialog = window.quickInput.locator('.quick-input-title').getByText(title, { exact: true });
  await dialog.waitFor();
  // The dialog overwrites its field until it has listed the first folder.
  await window.quickInputRow('..').waitFor();
  const proposed = await window.quickInputField.inputValue();
  await window.quickInputField.fill(path);
  // It ignores Enter while it lists a folder.
  do await window.page.keyboard.press('Enter');
  while (!(await isHidden(dialog.waitFor({ state: 'hidden', timeout: 2_000 }))));
  return proposed;
}

const isHidden = (wait: Promise<void>): Promise<boolean> =>
  wait.then(
    () => true,
    () => false,
  );
