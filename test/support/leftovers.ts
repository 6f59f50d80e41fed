import assert from 'node:assert/strict';
import type { Locator } from '@playwright/test';
import type { Window } from './window.ts';

/** How long a prompt may take to close. Generous: only a prompt that stays open waits for so long. */
const usualLimitInMs = 10_000;

/**
 * Fails when a test left something in the window that the next test would find: a message it did not expect, a prompt,
 * a dialog, a menu, an editor with unsaved changes.
 */
export async function assertNothingLeft(window: Window, limitInMs = usualLimitInMs): Promise<void> {
  const left: string[] = [];
  const { dialogs, menus, unsaved } = partsOf(window);
  for (const [what, part] of [
    ['a prompt', window.quickInput],
    ['a dialog', dialogs],
    ['a menu', menus],
    ['unsaved changes', unsaved],
  ] as const) {
    if (await isClosed(part, limitInMs)) continue;
    left.push(`${what}: ${(await part.allInnerTexts()).join(', ')}`);
  }
  await window.commandsDone();
  for (const message of await window.messages.unexpected()) left.push(`a message: ${message}`);
  assert.deepEqual(left, [], 'the test left something in the window');
}

/** Removes what a test left, and the messages it expected. */
export async function clearWindow(window: Window): Promise<void> {
  const { dialogs, menus, unsaved } = partsOf(window);
  for (const part of [dialogs, menus]) if ((await part.count()) > 0) await window.page.keyboard.press('Escape');
  // A prompt that is left may ask one more question: what is to be kept.
  for (let tries = 0; tries < 3 && (await window.quickInput.isVisible()); tries++) {
    await window.executeCommand('workbench.action.closeQuickOpen');
    await window.commandsDone();
  }
  if ((await unsaved.count()) > 0) await window.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await window.clearMessages();
}

function partsOf({ page }: Window) {
  return {
    dialogs: page.locator('.monaco-dialog-box'),
    menus: page.locator('.monaco-menu-container'),
    unsaved: page.locator('.tab.dirty'),
  };
}

/** Whether it is out of sight. A test need not wait until its last prompt has closed. */
async function isClosed(part: Locator, limitInMs: number): Promise<boolean> {
  return part
    .filter({ visible: true })
    .first()
    .waitFor({ state: 'hidden', timeout: limitInMs })
    .then(
      () => true,
      () => false,
    );
}
