import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { calmSettings } from './calmSettings.mjs';
import { cleanEnvironment, run, signalGroup, stopWithChildren } from './childProcess.mjs';
import { nodeBinary } from './nodeBinary.mjs';
import { installServer } from './serverInstall.mjs';
import { throwAwayFolder } from './throwAwayFolder.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {Record<string, unknown>} [settings] added to the calm ones
 * @property {string | undefined} [vsix] a packaged extension to install
 * @property {readonly string[]} [folders] folders of more extensions to install
 * @property {Record<string, string>} [env] for the server, and so for its extension hosts
 * @property {boolean} [trust] Workspace Trust is on, as by default; otherwise every folder is trusted
 * @property {boolean} [automation] the address may name an extension and tests to load. VS Code then shows no notification
 *   and no dialog, so it is of no use for tests of what a person sees
 * @property {(line: string) => void} [say]
 */

/**
 * Starts a VS Code server on a free port of this machine, with a profile of its own that `stop` removes.
 * @param {ServerOptions} [options]
 */
export async function startServer({
  settings = {},
  vsix,
  folders = [],
  env = {},
  trust = false,
  automation = false,
  say,
} = {}) {
  const { folder, version } = await installServer(say);
  const profile = throwAwayFolder();
  const extensionsFolder = join(profile.path, 'extensions');
  const places = ['--server-data-dir', profile.path, '--extensions-dir', extensionsFolder];
  const main = join(folder, 'out', 'server-main.js');
  const userFolder = join(profile.path, 'data', 'User');
  try {
    mkdirSync(userFolder, { recursive: true });
    writeFileSync(join(userFolder, 'settings.json'), JSON.stringify({ ...calmSettings, ...settings }, null, 2));
    // Before anything is installed: once VS Code has written its list of extensions, it finds no more folders.
    for (const from of folders) cpSync(from, join(extensionsFolder, basename(from)), { recursive: true });
    if (vsix !== undefined) await installVsix(main, places, vsix);
    const child = spawn(
      nodeBinary,
      [
        ...[main, '--host', '127.0.0.1', '--port', '0', ...places, ...fixedFlags],
        ...(trust ? [] : ['--disable-workspace-trust']),
        ...(automation ? ['--enable-smoke-test-driver'] : []),
      ],
      { env: cleanEnvironment(env), stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' },
    );
    const killNow = () => signalGroup(child, 'SIGKILL');
    process.prependOnceListener('exit', killNow);
    const authority = `127.0.0.1:${await portOf(child)}`;
    return {
      authority,
      version,
      globalStorage: join(userFolder, 'globalStorage', 'pacesetter-dev.pacesetter'),
      extensionsFolder,
      child,
      async stop() {
        await stopWithChildren(child);
        process.off('exit', killNow);
        profile.remove();
      },
    };
  } catch (error) {
    profile.remove();
    throw error;
  }
}

/**
 * @param {string} main
 * @param {readonly string[]} places
 * @param {string} vsix
 */
async function installVsix(main, places, vsix) {
  const env = cleanEnvironment();
  const { code, output } = await run(nodeBinary, [main, ...places, '--install-extension', vsix], { env });
  if (code !== 0) throw new Error(`VS Code did not install ${vsix}:\n${output}`);
}

const fixedFlags = [
  '--without-connection-token',
  '--accept-server-license-terms',
  '--telemetry-level',
  'off',
  // The default is three hours, and an extension host outlives its window by that time.
  '--reconnection-grace-time',
  '5',
];

/**
 * The port that the server has chosen, once it listens.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 */
function portOf(child) {
  /** @type {Promise<string>} */
  const ready = new Promise((resolve, reject) => {
    let output = '';
    /** @param {string} text */
    const read = (text) => {
      output += text;
      const [, port] = /Extension host agent listening on (\d+)\s/.exec(output) ?? [];
      if (port !== undefined) resolve(port);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    child.once('exit', (code) => reject(new Error(`VS Code's server ended at once (code ${code}):\n${output}`)));
    child.once('error', reject);
  });
  return ready;
}
