import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { run } from './childProcess.mjs';
import { nodeBinary } from './nodeBinary.mjs';
import { projectFolder } from './projectFolder.mjs';

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((root) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map((place) =>
      join(process.env[root] ?? 'C:\\', place),
    ),
  ),
];

/** What to do where no browser was found and none could be installed. */
export const browserAdvice =
  'No Chromium, Chrome or Edge found. Install one of them (Debian: apt-get install chromium; elsewhere: ' +
  'npx playwright install chromium) or name one in PACESETTER_BROWSER.';

/**
 * The browser on this machine, or else one that can be installed without asking anybody.
 * @param {(line: string) => void} [say]
 * @returns {Promise<string | undefined>} the path of its program
 */
export async function browserProgram(say = console.log) {
  return findBrowser() ?? (await installBrowser(say));
}

/** @returns {string | undefined} */
function findBrowser() {
  const named = process.env['PACESETTER_BROWSER'];
  if (named !== undefined) {
    if (existsSync(named)) return named;
    throw new Error(`PACESETTER_BROWSER names ${named}, which does not exist. Correct it or leave it out.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...usualPlaces, chromium.executablePath()].find((path) => path !== '' && existsSync(path));
}

/** @param {(line: string) => void} say */
async function installBrowser(say) {
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('No browser here: installing Chromium from the Linux distribution (apt-get install chromium) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-y', '-q', 'chromium'], { env });
  }
  if (findBrowser() === undefined) {
    say('No browser here: trying npx playwright install chromium …');
    const cli = join(projectFolder, 'node_modules', '@playwright/test', 'cli.js');
    await run(nodeBinary, [cli, 'install', 'chromium']);
  }
  return findBrowser();
}

/**
 * Chromium, ready for pages.
 * @param {string} executablePath
 */
export function launchBrowser(executablePath) {
  return chromium.launch({
    executablePath,
    args: [
      // Chromium refuses its sandbox to root, which is who runs in most containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
