import process from 'node:process';
import type { RootHookObject } from 'mocha';
import { closeAll, closeHosts, openWindows } from '../support/host.ts';

// Each server that is started listens for the end of this process, and a run starts more than ten.
process.setMaxListeners(50);

/** Around every test of this room: a picture of each window when a test failed, and nothing left running at the end. */
export const hooks: RootHookObject = {
  async afterEach(this: Mocha.Context) {
    const test = this.currentTest;
    if (test?.state !== 'failed') return;
    for (const [index, window] of openWindows().entries()) {
      const path = await window.screenshot(`failed ${test.fullTitle()} ${index + 1}`).catch(String);
      console.log(`      What was seen: ${path}`);
    }
  },
  async afterAll() {
    await closeAll();
  },
};

/** After every file: what it started would take the time of those that follow. */
export const afterFile = closeHosts;
