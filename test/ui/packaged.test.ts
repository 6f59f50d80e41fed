import assert from 'node:assert/strict';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { startHost, type Host } from '../support/host.ts';
import type { Window } from '../support/window.ts';

/** The package as users install it, in a VS Code with Workspace Trust and without a test extension. */
describe('the packaged extension', () => {
  let host: Host;
  let window: Window;

  before(async () => {
    const vsix = process.env['PACESETTER_VSIX'];
    assert.ok(vsix, 'run this with "npm run test:ui": it packages the extension first');
    host = await startHost({ vsix, trust: true, bridge: false });
    window = await host.openWindow();
  });

  after(async () => {
    await host.close();
  });

  it('holds exactly the files that are meant to ship', () => {
    const golden = join(projectFolder, 'test', 'support', 'shippedFiles.txt');
    const shipped = filesIn(installedFolder());
    if (process.env['PACESETTER_ACCEPT'] === '1') writeFileSync(golden, `${shipped.join('\n')}\n`);
    assert.deepEqual(
      shipped,
      readFileSync(golden, 'utf8').trim().split('\n'),
      'If the change is meant, accept it: PACESETTER_ACCEPT=1 npm run test:ui -- --only=packaged',
    );
  });

  it('keeps to its sizes: 200 kB for the script of the panel, 800 kB for all of it', () => {
    const script = statSync(join(installedFolder(), 'dist', 'webview', 'panel.js')).size;
    assert.ok(script > 50_000 && script <= 200_000, `${script} bytes`);
    const all = statSync(process.env['PACESETTER_VSIX'] ?? '').size;
    assert.ok(all > 200_000 && all <= 800_000, `${all} bytes`);
  });

  it('starts from one file', () => {
    const start = readFileSync(join(installedFolder(), 'dist', 'extension.js'), 'utf8');
    assert.match(start, /import\("\.\/later\//, 'what is loaded late');
    assert.doesNotMatch(start, /(?:from|import)"\./);
  });

  it('lists its commands in the palette, in Restricted Mode too', async () => {
    await window.statusBarItem('Restricted Mode').waitFor();
    // The palette lists the commands that are known when it opens. The icon shows that the manifest has been read.
    await window.container('Pacesetter').waitFor();
    await window.openPalette('Pacesetter: Capture');
    await window.quickInputRow('Pacesetter: Capture').waitFor();
    await window.quickInputField.press('Escape');
  });

  it('shows no notification at start', async () => {
    await window.assertNoMessages();
  });

  function installedFolder(): string {
    const installed = readdirSync(host.extensionsFolder).find((name) => name.startsWith('pacesetter-dev.pacesetter-'));
    assert.ok(installed, 'VS Code lists no installed Pacesetter');
    return join(host.extensionsFolder, installed);
  }
});

/** The names of chunks that are loaded late contain a hash; one line stands for all of them. */
function filesIn(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = files.map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  );
  return [...new Set(names.map((name) => name.replace(/^dist\/later\/.*\.js/, 'dist/later/*.js')))].sort();
}
