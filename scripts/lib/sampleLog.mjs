import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { projectFolder } from './projectFolder.mjs';

/**
 * Puts a leader's typical log where the extension of a throw-away profile will look for it.
 *
 * @param {string} storage the extension's globalStorage folder
 */
export async function writeSampleLog(storage) {
  const outfile = join(projectFolder, 'out', 'sampleLog.mjs');
  await build({
    entryPoints: [join(projectFolder, 'test', 'support', 'sampleLog.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    outfile,
  });
  const sample = await import(pathToFileURL(outfile).href);
  await sample.writeSampleLog(storage);
}
