import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { run } from './childProcess.mjs';
import { nodeBinary } from './nodeBinary.mjs';
import { keptFolder, projectFolder } from './projectFolder.mjs';

const notCopied = new Set(['.git', '.vscode-test', 'node_modules', 'dist', 'out', 'coverage']);

/**
 * Makes the package that people install. It is built from a copy of the checkout, so that a running watch or test keeps
 * its own build in dist/.
 *
 * @param {string} [file] where to write the package; .vscode-test/pacesetter-<version>.vsix if left out
 * @returns {Promise<string>} the package
 * @throws when the build or the packaging fails, with what was printed
 */
export async function packageExtension(file) {
  const manifest = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'));
  const vsix = file ?? join(keptFolder, `pacesetter-${manifest.version}.vsix`);
  const copy = join(keptFolder, `package-${process.pid}`);
  // Inside the checkout, so that packages are still found in its node_modules.
  mkdirSync(copy, { recursive: true });
  mkdirSync(dirname(vsix), { recursive: true });
  try {
    for (const name of readdirSync(projectFolder)) {
      if (!notCopied.has(name)) cpSync(join(projectFolder, name), join(copy, name), { recursive: true });
    }
    // vsce would build once more.
    delete manifest.scripts;
    writeFileSync(join(copy, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await nodeOrFail([join(projectFolder, 'esbuild.js'), '--production'], copy);
    const vsce = join(projectFolder, 'node_modules', '@vscode', 'vsce', 'vsce');
    // No flag may be missing that keeps vsce from asking something or from looking for a repository's address.
    const flags = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--skip-license'];
    await nodeOrFail([vsce, 'package', ...flags, '--out', vsix], copy);
    return vsix;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/**
 * @param {string[]} args
 * @param {string} folder
 */
async function nodeOrFail(args, folder) {
  const { code, output } = await run(nodeBinary, args, { cwd: folder });
  if (code !== 0) throw new Error(`Packaging stopped at "node ${args.join(' ')}":\n${output}`);
}
