import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { calmSettings } from './calmSettings.mjs';
import { cleanEnvironment, run } from './childProcess.mjs';
import { keptFolder, projectFolder } from './projectFolder.mjs';
import { throwAwayFolder } from './throwAwayFolder.mjs';

/** Whether a desktop VS Code could show a window here. */
export function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

const installedPlaces = {
  linux: ['/usr/share/code/code', '/opt/visual-studio-code/code', '/snap/code/current/usr/share/code/code'],
  darwin: ['Code', 'Electron'].flatMap((program) =>
    ['', process.env['HOME'] ?? ''].map(
      (root) => `${root}/Applications/Visual Studio Code.app/Contents/MacOS/${program}`,
    ),
  ),
  win32: ['LOCALAPPDATA', 'PROGRAMFILES'].map((root) =>
    join(process.env[root] ?? '', root === 'LOCALAPPDATA' ? 'Programs' : '', 'Microsoft VS Code', 'Code.exe'),
  ),
};

/** The program of a VS Code that is installed on this machine. */
export function installedDesktop() {
  const places = /** @type {Record<string, string[]>} */ (installedPlaces)[process.platform] ?? [];
  return [process.env['PACESETTER_VSCODE'] ?? '', ...places].find((place) => place !== '' && existsSync(place));
}

/**
 * The program of a VS Code of a certain version, downloaded into .vscode-test when it is not there yet.
 * @param {string} version "stable" or a number such as 1.110.0
 */
export async function downloadedDesktop(version) {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: keptFolder });
  } catch (error) {
    throw new Error(
      `VS Code (${version}) could not be downloaded: ${error instanceof Error ? error.message : String(error)}. ` +
        "Install it and name its program in PACESETTER_VSCODE, or use VS Code's server build: npm run test:server.",
      { cause: error },
    );
  }
}

/**
 * A profile that is removed afterwards: its folders, and the flags that make a desktop VS Code use them.
 * @param {readonly string[]} [folders] folders of extensions to add
 */
export function throwAwayProfile(folders = []) {
  const folder = throwAwayFolder();
  const userData = join(folder.path, 'user');
  const extensions = join(folder.path, 'extensions');
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User', 'settings.json'), JSON.stringify(calmSettings, null, 2));
  // Before anything is installed: once VS Code has written its list of extensions, it ignores other folders.
  for (const from of folders) cpSync(from, join(extensions, basename(from)), { recursive: true });
  return {
    flags: ['--user-data-dir', userData, '--extensions-dir', extensions],
    globalStorage: join(userData, 'User', 'globalStorage', 'pacesetter-dev.pacesetter'),
    remove: folder.remove,
  };
}

/**
 * Installs a packaged extension into a profile.
 * @param {string} program
 * @param {readonly string[]} profileFlags
 * @param {string} vsix
 */
export async function installOnDesktop(program, profileFlags, vsix) {
  const cli = resolveCliPathFromVSCodeExecutablePath(program);
  const windows = process.platform === 'win32';
  // A .cmd file runs in a shell only, and a shell wants its quotes.
  const quoted = [cli, ...profileFlags, '--install-extension', vsix].map((part) => (windows ? `"${part}"` : part));
  const [command = cli, ...args] = quoted;
  const { code, output } = await run(command, args, { env: cleanEnvironment(), shell: windows });
  if (code !== 0) throw new Error(`VS Code did not install ${vsix}:\n${output}`);
}

/**
 * Runs the compiled integration tests in a desktop VS Code.
 * @param {{ program: string, workspace: string, env: Record<string, string> }} options
 */
export async function integrationOnDesktop({ program, workspace, env }) {
  const profile = throwAwayProfile();
  try {
    return await runTests({
      vscodeExecutablePath: program,
      extensionDevelopmentPath: projectFolder,
      extensionTestsPath: join(projectFolder, 'out', 'test', 'integration', 'index.mjs'),
      launchArgs: [workspace, ...profile.flags],
      extensionTestsEnv: env,
    });
  } finally {
    profile.remove();
  }
}
