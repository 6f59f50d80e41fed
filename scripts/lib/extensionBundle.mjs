import { realpathSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import * as esbuild from 'esbuild';

/**
 * What is loaded one after the other: the start, the log right after it, and the commands. Each of them, and each other
 * part that is loaded late with `import()`, is loaded when all before it are.
 */
const layers = ['src/extension.ts', 'src/app/openedLog.ts', 'src/ui/commandTable.ts'];

/**
 * How esbuild builds the extension: ES modules, and a file for each part that is loaded late.
 * @param {string} folder of the sources
 */
export function extensionBundle(folder) {
  // esbuild names a file by its real path.
  const absWorkingDir = realpathSync.native(folder);
  return /** @satisfies {esbuild.BuildOptions} */ ({
    absWorkingDir,
    entryPoints: ['src/extension.ts'],
    outdir: 'dist',
    chunkNames: 'later/[name]-[hash]',
    bundle: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    target: 'node22',
    external: ['vscode'],
    plugins: [layered(layers.map((file) => join(absWorkingDir, file)))],
  });
}

/**
 * Lets each late part import the layers before it. esbuild puts what the same parts need into one file: so a layer is
 * one file, and not one for each set of parts that share something of it.
 * @param {readonly string[]} layers their files, in the order in which they are loaded
 * @returns {esbuild.Plugin}
 */
function layered(layers) {
  return {
    name: 'layered',
    setup(build) {
      build.onResolve({ filter: /^\./ }, async ({ kind, namespace, path, importer, resolveDir }) => {
        if (kind !== 'dynamic-import' || namespace !== 'file') return undefined;
        const resolved = await build.resolve(path, { kind: 'import-statement', importer, resolveDir });
        return { ...resolved, namespace: 'late' };
      });
      build.onLoad({ filter: /./, namespace: 'late' }, ({ path }) => {
        const before = layers.includes(path) ? layers.slice(0, layers.indexOf(path)) : layers;
        const imports = before.map((layer) => `import ${JSON.stringify(layer)};`);
        return { contents: `${imports.join('')}export * from ${JSON.stringify(path)};`, resolveDir: dirname(path) };
      });
    },
  };
}

/**
 * The files that are loaded at the start, from the folder of the sources on.
 * @param {esbuild.Metafile['outputs']} outputs
 */
export function loadedAtStart(outputs) {
  const files = new Set(['dist/extension.js']);
  // What is added to a set while it is walked is walked as well.
  for (const file of files) {
    for (const { path, kind, external } of outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && external !== true) files.add(path);
    }
  }
  return [...files];
}

/**
 * Makes one file of the entry, which only names what is exported, and of the start, which late parts import from as well.
 * @param {string} folder of the sources
 * @param {esbuild.Metafile['outputs']} outputs of a build that was written
 */
export async function mergeStart(folder, outputs) {
  const [entry = '', start = '', ...others] = loadedAtStart(outputs);
  if (others.length > 0) throw new Error(`The start is in several files: ${others.join(', ')}`);
  const late = Object.keys(outputs).filter((file) => file.endsWith('.js') && file !== entry && file !== start);
  await esbuild.build({
    ...extensionBundle(folder),
    stdin: { contents: `export * from './${start}'; export * from './${entry}';`, resolveDir: folder },
    entryPoints: [],
    entryNames: basename(entry, '.js'),
    allowOverwrite: true,
    splitting: false,
    minify: true,
    external: ['vscode', ...late.map((file) => `./${file}`)],
    plugins: [],
  });
  await rm(join(folder, start));
  for (const file of late.map((name) => join(folder, name))) {
    const code = await readFile(file, 'utf8');
    await writeFile(file, code.replaceAll(`"./${basename(start)}"`, `"../${basename(entry)}"`));
  }
}
