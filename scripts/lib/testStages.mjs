import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { browserAdvice, browserProgram } from './browser.mjs';
import { downloadedDesktop, hasDisplay, installedDesktop, integrationOnDesktop } from './desktop.mjs';
import { testFiles } from './mochaRun.mjs';
import { nodeBinary } from './nodeBinary.mjs';
import { npm } from './npm.mjs';
import { packageExtension } from './packageExtension.mjs';
import { projectFolder } from './projectFolder.mjs';
import { integrationOnServer } from './serverIntegration.mjs';
import { installServer } from './serverInstall.mjs';
import { throwAwayFolder } from './throwAwayFolder.mjs';

/**
 * @typedef {import('./mochaRun.mjs').Counts} Counts
 * @typedef {{ place: string | undefined, vscode: string, only: string | undefined, full: boolean }} Options
 *   place: server or desktop; vscode: the version of the desktop; only: a part of the names of test files; full: faults
 *   at full size
 */

/** The scripts of package.json that `npm run check` is made of; each counts as one test. */
const checks = ['types', 'lint', 'format:check', 'dead'];

/**
 * What `npm test` runs, in this order.
 * @type {Record<string, (options: Options) => Promise<Counts>>}
 */
export const stages = {
  async checks() {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const name of checks) {
      const { code, output } = await npm(['run', '--silent', name], projectFolder);
      counts[code === 0 ? 'passed' : 'failed'] += 1;
      console.log(code === 0 ? `  ✔ ${name}` : `  ✘ ${name}: npm run ${name} says\n${output}`);
    }
    return counts;
  },

  unit: ({ only }) => runSuite('unit', only),

  faults: ({ only, full }) => runSuite('faults', only, { PACESETTER_FAULTS: full ? 'full' : 'short' }),

  async integration(options) {
    const results = throwAwayFolder();
    const countsFile = join(results.path, 'counts.json');
    const textFile = join(results.path, 'text.txt');
    const workspace = join(results.path, 'workspace');
    mkdirSync(workspace);
    const env = { PACESETTER_COUNTS: countsFile, PACESETTER_TEXT: textFile };
    const desktop = options.place === 'desktop' || (options.place === undefined && hasDisplay());
    try {
      await (desktop ? onDesktop(options.vscode, workspace, env) : onServer(workspace, env));
    } catch (error) {
      // Tests that failed are told from the files; this is for a VS Code that did not come so far.
      if (!existsSync(countsFile)) console.error(error instanceof Error ? error.message : String(error));
    }
    if (existsSync(textFile)) console.log(readFileSync(textFile, 'utf8'));
    const counts = readCounts(countsFile, 'VS Code ended before the integration tests were through.');
    results.remove();
    return counts;
  },

  async ui({ only }) {
    const browser = await browserProgram();
    if (browser === undefined) {
      const skipped = testFiles(join(projectFolder, 'out', 'test', 'ui')).length;
      console.log(`${browserAdvice} Skipping ${skipped} files of UI tests.`);
      return { passed: 0, failed: 0, skipped };
    }
    const { version } = await installServer();
    console.log(`In VS Code ${version} (server build) with ${browser}`);
    return runSuite('ui', only, { PACESETTER_VSIX: await packageExtension() });
  },
};

/**
 * @param {string} version
 * @param {string} workspace
 * @param {Record<string, string>} env
 */
async function onDesktop(version, workspace, env) {
  const program = version === 'stable' ? await stableDesktop() : await downloadedDesktop(version);
  console.log(`In ${program}`);
  await integrationOnDesktop({ program, workspace, env });
}

/** The newest VS Code; where it cannot be had, the one that is installed. */
async function stableDesktop() {
  try {
    return await downloadedDesktop('stable');
  } catch (error) {
    const installed = installedDesktop();
    if (installed === undefined) throw error;
    return installed;
  }
}

/**
 * @param {string} workspace
 * @param {Record<string, string>} env
 */
async function onServer(workspace, env) {
  const browser = await browserProgram();
  if (browser === undefined) throw new Error(browserAdvice);
  const { version } = await installServer();
  console.log(`In VS Code ${version} (server build) with ${browser}`);
  await integrationOnServer({ browser, workspace, env, limitInSeconds: 180 });
}

/**
 * @param {string} suite
 * @param {string} [only]
 * @param {Record<string, string>} [env]
 */
async function runSuite(suite, only, env) {
  const results = throwAwayFolder();
  const countsFile = join(results.path, 'counts.json');
  const mocha = ['--enable-source-maps', join(import.meta.dirname, 'runSuite.mjs')];
  const child = spawn(nodeBinary, [...mocha, suite, ...(only ? [only] : [])], {
    env: { ...process.env, ...env, PACESETTER_COUNTS: countsFile },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await once(child, 'exit');
  const counts = readCounts(countsFile, `The ${suite} tests ended before they were through.`);
  results.remove();
  return counts;
}

/**
 * @param {string} countsFile
 * @param {string} otherwise
 * @returns {Counts}
 */
function readCounts(countsFile, otherwise) {
  if (!existsSync(countsFile)) throw new Error(`${otherwise} What is printed above says why.`);
  return JSON.parse(readFileSync(countsFile, 'utf8'));
}
