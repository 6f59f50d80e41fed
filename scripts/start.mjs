/**
 * npm start: the extension as people get it (packaged), in a real VS Code with a profile of its own and a sample log.
 * On a desktop a window opens; without a display VS Code's server is started and its address printed. Ctrl+C ends it.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { cleanEnvironment, signalGroup } from './lib/childProcess.mjs';
import { downloadedDesktop, hasDisplay, installOnDesktop, installedDesktop, throwAwayProfile } from './lib/desktop.mjs';
import { endOnRequest } from './lib/endOnRequest.mjs';
import { packageExtension } from './lib/packageExtension.mjs';
import { writeSampleLog } from './lib/sampleLog.mjs';
import { startServer } from './lib/vscodeServer.mjs';

/** An extension that shows the view and the panel, so that there is something to see at once. */
const openViews = join(import.meta.dirname, 'lib', 'openViews');

endOnRequest(0);

try {
  console.log('Building and packaging Pacesetter …');
  const vsix = await packageExtension();
  await (hasDisplay() && !process.argv.includes('--server') ? startDesktop(vsix) : startInBrowser(vsix));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

/** @param {string} vsix */
async function startDesktop(vsix) {
  const program = installedDesktop() ?? (await downloadedDesktop('stable'));
  const profile = throwAwayProfile([openViews]);
  await installOnDesktop(program, profile.flags, vsix);
  await addSampleLog(profile.globalStorage);
  console.log(`Opening ${program} with a throw-away profile. Close its window, or press Ctrl+C here, to end.`);
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(program, [...profile.flags, ...asRoot, '--disable-workspace-trust', '--skip-release-notes'], {
    env: cleanEnvironment(),
    stdio: 'ignore',
    detached: process.platform !== 'win32',
  });
  process.prependOnceListener('exit', () => signalGroup(child, 'SIGTERM'));
  await once(child, 'exit');
  profile.remove();
}

/** @param {string} vsix */
async function startInBrowser(vsix) {
  console.log("No display here, so VS Code's server build is started instead of the desktop.");
  const server = await startServer({ vsix, folders: [openViews] });
  await addSampleLog(server.globalStorage);
  console.log(`VS Code ${server.version} with Pacesetter in a throw-away profile:`);
  console.log(`  http://${server.authority}/?ew=true`);
  console.log('Open that address in a browser on this machine. Ctrl+C ends VS Code and removes the profile.');
  await once(server.child, 'exit');
  await server.stop();
  throw new Error("VS Code's server ended by itself. Run npm start again.");
}

/** @param {string} globalStorage */
async function addSampleLog(globalStorage) {
  mkdirSync(globalStorage, { recursive: true });
  await writeSampleLog(globalStorage);
  console.log('A sample log is in place.');
}
