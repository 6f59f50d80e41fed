import { appendFileSync, existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * Runs every test file of a built folder with mocha, in Node or inside VS Code.
 * @param {string} folder for example out/test/unit; its index.mjs is not a test
 * @param {{ countsFile: string, textFile?: string | undefined, timeout: number, hooks?: Mocha.RootHookObject, endOfTest?: () => Promise<void>,
 *   afterFile?: () => Promise<void>, only?: string | undefined }} options textFile takes mocha's output where nobody sees this process's; endOfTest
 *   is the last part of every test; afterFile runs after each outermost suite; only: a part of the names of files
 * @returns {Promise<Counts>}
 */
export async function runMocha(folder, { countsFile, textFile, timeout, hooks, endOfTest, afterFile, only }) {
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', timeout, ...(hooks && { rootHooks: hooks }) });
  if (textFile !== undefined) {
    const base = /** @type {{ consoleLog?: (...parts: unknown[]) => void }} */ (
      /** @type {unknown} */ (Mocha.reporters.Base)
    );
    base.consoleLog = (...parts) => appendFileSync(textFile, `${format(...parts)}\n`);
  }
  const files = testFiles(folder).filter((file) => file.includes(only ?? ''));
  if (files.length === 0) throw new Error(`No tests in ${folder}. Build them first: npm run build.`);
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  if (endOfTest !== undefined) addToEachTest(mocha.suite, endOfTest);
  if (afterFile !== undefined) for (const suite of mocha.suite.suites) suite.afterAll(afterFile);

  return new Promise((resolve) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      const counts = { passed: passes, failed: failures, skipped: pending };
      writeFileSync(countsFile, JSON.stringify(counts));
      resolve(counts);
    });
  });
}

/**
 * Adds a last part to every test. What it throws fails that test only; a hook that throws would end the whole run.
 * @param {Mocha.Suite} suite
 * @param {() => Promise<void>} endOfTest
 */
function addToEachTest(suite, endOfTest) {
  suite.eachTest((test) => {
    const { fn } = test;
    if (fn === undefined) return;
    /** @this {Mocha.Context} */
    test.fn = async function () {
      await /** @type {Mocha.AsyncFunc} */ (fn).call(this);
      await endOfTest();
    };
  });
}

/**
 * @param {string} folder
 * @returns {string[]} in the order of their names
 */
export function testFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mjs') && name !== 'index.mjs')
    .sort()
    .map((name) => join(folder, name));
}
