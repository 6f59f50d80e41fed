import assert from 'node:assert/strict';
import process from 'node:process';
import type { Locator } from '@playwright/test';
import type { Board } from '../../src/core/board/board.ts';
import type { BoardRow } from '../../src/core/board/row.ts';
import type { Window } from './window.ts';

const views = { waiting: 'Waiting on You', priorities: 'Priorities', assignments: 'Assignments' } as const;
const view = views.waiting;

type View = keyof typeof views;

const backKeys: Partial<Record<NodeJS.Platform, string>> = { win32: 'Alt+ArrowLeft', darwin: 'Control+Minus' };

/** How long the keyboard may take to get to a row. Generous: it only decides how soon a failure is reported. */
const limitInMs = 30_000;

/** How long the next row may take to get the keyboard before the walk begins again. */
const stepInMs = 2_000;

/** A person who uses a window by keyboard alone. */
export class Leader {
  constructor(readonly window: Window) {}

  /** Presses a key, wherever the focus is. */
  press(key: string): Promise<void> {
    return this.window.page.keyboard.press(key);
  }

  /** Presses a key of any layout: what it types, and where it stands. */
  async pressTyping(key: string, code: string): Promise<void> {
    const { page } = this.window;
    const session = await page.context().newCDPSession(page);
    const stroke = { key, code, windowsVirtualKeyCode: code.charCodeAt(code.length - 1) };
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...stroke, text: key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...stroke });
    await session.detach();
  }

  /** Presses a key in the open prompt, even if a view that was just drawn has taken the focus. */
  pressInPrompt(key: string): Promise<void> {
    return this.window.quickInputField.press(key);
  }

  /** Types into the open prompt, after the text that is in it. */
  async type(text: string): Promise<void> {
    const field = this.window.quickInputField;
    await field.press('End');
    await field.pressSequentially(text);
  }

  /** Answers the open prompt once it asks what is expected. */
  async answer(asked: string, text: string): Promise<void> {
    await this.isAsked(asked);
    await this.window.quickInputField.fill(text);
    await this.pressInPrompt('Enter');
  }

  async isAsked(asked: string): Promise<void> {
    const { quickInput } = this.window;
    await quickInput.getByText(asked).or(quickInput.getByPlaceholder(asked)).first().waitFor();
  }

  /** Presses Enter once this is the active row. Until the list is filtered, Enter would take another one. */
  async pick(row: string): Promise<void> {
    await this.window.quickInputRow(row, '.focused').waitFor();
    await this.pressInPrompt('Enter');
  }

  /** Leaves the open prompt, and waits until it is closed. */
  async leavePrompt(): Promise<void> {
    await this.pressInPrompt('Escape');
    await this.window.quickInput.waitFor({ state: 'hidden' });
  }

  /**
   * Waits until a part of a page has the focus after a prompt. VS Code learns up to a quarter of a second late that a prompt
   * took the focus from a page, and gives none back to the page if the prompt was closed by then, which is sooner than people
   * answer. Then the page is given the focus once more.
   */
  async isBackOn(part: Locator): Promise<void> {
    for (let tries = 0; tries < 10; tries++) {
      if (
        await part.waitFor({ timeout: stepInMs }).then(
          () => true,
          () => false,
        )
      )
        return;
      await this.window.executeCommand('workbench.action.focusActiveEditorGroup');
    }
    assert.fail('the page did not get the focus back');
  }

  /** VS Code's own key for the way back in a prompt. */
  back(): Promise<void> {
    return this.pressInPrompt(backKeys[process.platform] ?? 'Control+Alt+Minus');
  }

  /** Runs a command from the palette, by its title. */
  async run(title: string): Promise<void> {
    await this.window.openPaletteAt(title);
    await this.pick(title);
  }

  /** Opens the prompt of a command that has a chord: Ctrl+K and this key. */
  async openByChord(key: string): Promise<void> {
    await this.press('Control+K');
    await this.press(key);
    await this.window.quickInputField.waitFor();
  }

  /** Captures one line with the chord. */
  async capture(line: string): Promise<void> {
    await this.openByChord('l');
    await this.answer('What waits on you?', line);
  }

  /** The row of the board for an item. */
  async row(title: string): Promise<BoardRow> {
    const { rows } = await this.window.executeCommand<Board>('pacesetter.getBoard');
    const found = rows.find((candidate) => candidate.title === title);
    assert.ok(found, `no item “${title}”`);
    return found;
  }

  /** Waits until the tree of a view shows the row with these facts beside it, and puts the keyboard on it. */
  async reach(title: string, facts: RegExp, within: View = 'waiting'): Promise<void> {
    const { window } = this;
    await window.openContainer('Pacesetter');
    await window.treeItems(views[within]).filter({ hasText: title }).filter({ hasText: facts }).waitFor();
    const end = performance.now() + limitInMs;
    // If the tree is drawn again on the way, or a closing prompt moves the focus, the walk begins again.
    while (performance.now() < end) {
      await window.executeCommand(`pacesetter.${within}.focus`);
      await this.press('Home');
      for (let index = 0; ; index++) {
        const text = await this.#textOfFocused(index, within);
        if (text === undefined) break;
        if (text.includes(title) && facts.test(text)) return;
        await this.press('ArrowDown');
      }
    }
    assert.fail(`the keyboard did not reach “${title}” in ${views[within]}`);
  }

  /** Presses a key of the extension on a row of a view. */
  async pressOn(title: string, facts: RegExp, key: string, within: View = 'waiting'): Promise<void> {
    await this.reach(title, facts, within);
    await this.press(key);
  }

  /** Unfolds a group of the tree that starts folded. */
  async expand(group: string): Promise<void> {
    await this.reach(group, /^\D+\d+$/);
    await this.press('ArrowRight');
    await this.window
      .treeItems(view)
      .filter({ hasText: group })
      .and(this.window.page.locator('[aria-expanded=true]'))
      .waitFor();
  }

  /** The text of the group that the tree shows the item in. */
  async groupOf(title: string): Promise<string> {
    const texts = await this.window.treeItems(view).allInnerTexts();
    const at = texts.findIndex((text) => text.includes(title));
    assert.ok(at > 0, `“${title}” stands nowhere in ${texts.join(', ')}`);
    const levels = await this.window.treeItems(view).evaluateAll((rows) => rows.map((row) => row.ariaLevel));
    for (let before = at - 1; before >= 0; before--) if (levels[before] === '1') return texts[before] ?? '';
    throw new Error(`“${title}” stands in no group`);
  }

  /** The text of the row with this index once it has the focus; undefined if it does not get it. */
  async #textOfFocused(index: number, within: View): Promise<string | undefined> {
    const row = `document.querySelector('${treeOf(within)}:focus-within .focused[data-index="${index}"]')`;
    try {
      const text = await this.window.page.waitForFunction<string>(`${row}?.innerText`, undefined, {
        timeout: stepInMs,
      });
      return await text.jsonValue();
    } catch {
      return undefined;
    }
  }
}

function treeOf(within: View): string {
  return `[role=tree][aria-label^="${views[within]}"]`;
}
