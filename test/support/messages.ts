import assert from 'node:assert/strict';
import type { Locator, Page } from '@playwright/test';

/** How long a message may take to come. Generous: it only decides how soon a failure is reported. */
const usualLimitInMs = 30_000;

/** Runs in each page before VS Code does: reports what a screen reader is told, and each dialog that opens. */
const recorder = `if (window === window.top) {
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      for (const node of addedNodes) {
        if (target instanceof Element && target.classList.contains('monaco-alert')) {
          const [, message] = /^(?:Info|Warning|Error): ([^]*)$/.exec(node.textContent ?? '') ?? [];
          if (message !== undefined) pacesetterMessage(message);
        } else if (node instanceof Element && node.classList.contains('monaco-dialog-modal-block')) {
          queueMicrotask(() => pacesetterMessage('Dialog: ' + node.innerText));
        }
      }
    }
  }).observe(document, { childList: true, subtree: true });
}`;

/**
 * The notifications and dialogs of one window. Each is recorded when it comes, so it does not matter how long it stays
 * in sight, or whether it is in sight at all: VS Code shows at most three notifications within 800 ms.
 *
 * A message counts until a test expects it. An old message is therefore never taken for a new one with the same text,
 * and what nobody expected is known at the end of a test.
 */
export class Messages {
  readonly #page: Page;
  readonly #unexpected: string[] = [];
  #heard: (() => void) | undefined;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** Records from now on. Call it before the page has an address. */
  static async record(page: Page): Promise<Messages> {
    const messages = new Messages(page);
    await page.exposeFunction('pacesetterMessage', (message: string) => {
      messages.#unexpected.push(message);
      messages.#heard?.();
    });
    await page.addInitScript(recorder);
    return messages;
  }

  /** Waits for a message that says this, and counts it as expected. */
  async expect(sentence: string | RegExp, limitInMs = usualLimitInMs): Promise<void> {
    const find = (): number => this.#unexpected.findIndex((message) => says(message, sentence));
    const limit = AbortSignal.timeout(limitInMs);
    limit.addEventListener('abort', () => this.#heard?.());
    while (find() === -1) {
      assert.ok(!limit.aborted, `no message says “${String(sentence)}”, of ${JSON.stringify(this.#unexpected)}`);
      await new Promise<void>((resolve) => (this.#heard = resolve));
    }
    this.#unexpected.splice(find(), 1);
  }

  /** The messages so far that no test expected. */
  async unexpected(): Promise<readonly string[]> {
    // What the page has reported arrives before the answer to this.
    await this.#page.evaluate('0');
    return [...this.#unexpected];
  }

  /** A button of a message, in the list of notifications: there it stays until the message is dismissed. */
  button(sentence: string | RegExp, name: string): Locator {
    return this.#page
      .locator('.notifications-center .notification-list-item')
      .filter({ hasText: sentence })
      .getByRole('button', { name });
  }

  forget(): void {
    this.#unexpected.length = 0;
  }
}

function says(message: string, sentence: string | RegExp): boolean {
  return typeof sentence === 'string' ? message.includes(sentence) : sentence.test(message);
}
