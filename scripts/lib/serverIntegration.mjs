import { once } from 'node:events';
import { join } from 'node:path';
import { projectFolder } from './projectFolder.mjs';
import { launchBrowser } from './browser.mjs';
import { windowAddress } from './windowAddress.mjs';
import { startServer } from './vscodeServer.mjs';

/**
 * Runs the compiled integration tests in the extension host of a VS Code server, with one window open.
 * @param {{ browser: string, workspace: string, env: Record<string, string>, limitInSeconds: number }} options
 */
export async function integrationOnServer({ browser, workspace, env, limitInSeconds }) {
  const server = await startServer({ env, automation: true });
  const chromium = await launchBrowser(browser);
  try {
    const page = await chromium.newPage();
    /** @type {Promise<number>} */
    const finished = new Promise((resolve, reject) => {
      void page.exposeFunction('codeAutomationLog', () => {});
      void page.exposeFunction('codeAutomationExit', resolve);
      const limit = AbortSignal.timeout(limitInSeconds * 1000);
      void once(limit, 'abort').then(() =>
        reject(new Error(`The integration tests did not end within ${limitInSeconds} seconds.`)),
      );
    });
    await page.goto(
      windowAddress(server.authority, {
        folder: workspace,
        developed: projectFolder,
        tests: join(projectFolder, 'out', 'test', 'integration', 'index.mjs'),
      }),
    );
    return await finished;
  } finally {
    await chromium.close();
    await server.stop();
  }
}
