import process from 'node:process';
import type { RootHookObject } from 'mocha';
import { closeAll, closeHosts, openWindows } from '../support/host.ts';
import { assertNothingLeft, clearWindow } from '../support/leftovers.ts';

// Each server listens for the end of this process, and a run starts more than ten.
process.setMaxListeners(50);

/** After every test: takes a picture of each window if the test failed, and clears the windows for the next test. */
export const hooks: RootHookObject = {
  async afterEach(this: Mocha.Context) {
    const test = this.currentTest;
    for (const [index, window] of openWindows().entries()) {
      if (test?.state === 'failed') {
        const path = await window.screenshot(`failed ${test.fullTitle()} ${index + 1}`).catch(String);
        console.log(`      What was seen: ${path}`);
      }
      // An error of a hook would end the run.
      await clearWindow(window).catch((error: unknown) => console.log(`      Not cleared: ${String(error)}`));
    }
  },
  async afterAll() {
    await closeAll();
  },
};

/** The last part of every test: fails it when it left something that the next one would find. */
export async function endOfTest(): Promise<void> {
  for (const window of openWindows()) await assertNothingLeft(window);
}

/** After every file: its VS Code would slow down the files that follow. */
export const afterFile = closeHosts;
