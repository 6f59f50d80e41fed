import assert from 'node:assert/strict';
import process from 'node:process';
import type { Board } from '../../src/core/board/board.ts';
import type { BoardRow } from '../../src/core/board/row.ts';
import type { Window } from './window.ts';

const views = { waiting: 'Waiting on You', priorities: 'Priorities', assignments: 'Assignments' } as const;
const view = views.waiting;

const backKeys: Partial<Record<NodeJS.Platform, string>> = { win32: 'Alt+ArrowLeft', darwin: 'Control+Minus' };

/** A person who uses a window by keyboard alone. */
export class Leader {
  constructor(readonly window: Window) {}

  press(key: string): Promise<void> {
    return this.window.page.keyboard.press(key);
  }

  /** Waits until the quick input asks this, types the text and presses Enter. */
  async answer(prompt: string, text: string): Promise<void> {
    await this.isAsked(prompt);
    await this.window.quickInputField.fill(text);
    await this.press('Enter');
  }

  async isAsked(prompt: string): Promise<void> {
    const { quickInput } = this.window;
    await quickInput.getByText(prompt).or(quickInput.getByPlaceholder(prompt)).first().waitFor();
  }

  /** Presses VS Code's key for going back in a prompt. */
  back(): Promise<void> {
    return this.press(backKeys[process.platform] ?? 'Control+Alt+Minus');
  }

  /** Captures one line with the keyboard chord. */
  async capture(line: string): Promise<void> {
    await this.press('Control+K');
    await this.press('l');
    await this.answer('What waits on you?', line);
  }

  /** The row of an item on the board. */
  async row(title: string): Promise<BoardRow> {
    const { rows } = await this.window.executeCommand<Board>('pacesetter.getBoard');
    const found = rows.find((candidate) => candidate.title === title);
    assert.ok(found, `no item “${title}”`);
    return found;
  }

  /** Waits until the tree shows the item with these facts, then moves the keyboard focus to it. */
  async reach(title: string, facts: RegExp, within: keyof typeof views = 'waiting'): Promise<void> {
    const { window } = this;
    await window.openContainer('Pacesetter');
    await window.treeItems(views[within]).filter({ hasText: title }).filter({ hasText: facts }).waitFor();
    const focused = '.monaco-list:focus-within .monaco-list-row.focused';
    // The tree can be redrawn meanwhile; then start again from the top.
    for (let attempt = 0; attempt < 5; attempt++) {
      // A prompt or a message that closes can move the focus.
      await window.executeCommand(`pacesetter.${within}.focus`);
      await this.press('Home');
      for (let index = 0; ; index++) {
        const found = window.page.locator(`${focused}[data-index="${index}"]`);
        const isThere = await found.waitFor({ timeout: 2_000 }).then(
          () => true,
          () => false,
        );
        if (!isThere) break;
        // The tree was redrawn, so this row is gone.
        const text = await found.innerText({ timeout: 2_000 }).catch(() => undefined);
        if (text === undefined) break;
        if (text.includes(title) && facts.test(text)) return;
        await this.press('ArrowDown');
      }
    }
    assert.fail(`the keyboard did not reach “${title}” in ${views[within]}`);
  }

  /** The text of the group that holds the item, as the tree shows it. */
  async groupOf(title: string): Promise<string> {
    const texts = await this.window.treeItems(view).allInnerTexts();
    const at = texts.findIndex((text) => text.includes(title));
    assert.ok(at > 0, `“${title}” stands nowhere in ${texts.join(', ')}`);
    const levels = await this.window.treeItems(view).evaluateAll((rows) => rows.map((row) => row.ariaLevel));
    for (let before = at - 1; before >= 0; before--) if (levels[before] === '1') return texts[before] ?? '';
    throw new Error(`“${title}” stands in no group`);
  }
}
