import { expect as playwrightExpect } from '@playwright/test';

/**
 * Assertions about what a window shows. A window draws when it likes, so each looks again until it holds, for at most 30 s:
 * generous, it only decides how soon a failure is reported. A text that is read once can be that of a moment before.
 */
export const expect = playwrightExpect.configure({ timeout: 30_000 });
