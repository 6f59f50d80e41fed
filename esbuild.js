/**
 * Builds everything that runs.
 *
 *   node esbuild.js                the extension (dist/) and the tests (out/), with source maps
 *   node esbuild.js --watch        the same, again at every change
 *   node esbuild.js --production   the extension as it ships: minified, no source maps, no tests
 *
 * Each build writes a metafile (meta.json) into its output folder. Tests read from it which file imports which.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import * as esbuild from 'esbuild';
import { extensionBundle, mergeStart } from './scripts/lib/extensionBundle.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  metafile: true,
  logLevel: 'warning',
  minify: production,
  sourcemap: production ? false : 'linked',
  legalComments: production ? 'external' : 'none',
};

/** The extension host's bundle. */
const extension = { ...common, ...extensionBundle(process.cwd()) };

/** Webview scripts: each file directly in src/webview becomes one script. */
const webview = {
  ...common,
  entryPoints: filesIn('src/webview', '.ts'),
  outdir: 'dist/webview',
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  loader: { '.svg': 'text' },
};

/** Tests: one output file per test file, so that a stack trace names it. Packages stay in node_modules. */
const tests = {
  ...common,
  entryPoints: ['unit', 'faults', 'integration', 'ui', 'bench', 'pictures'].flatMap((suite) =>
    filesIn(join('test', suite), '.ts', true),
  ),
  outdir: 'out/test',
  outbase: 'test',
  outExtension: { '.js': '.mjs' },
  platform: 'node',
  format: 'esm',
  splitting: true,
  target: 'node22',
  packages: 'external',
  minify: false,
};

function filesIn(folder, ending, recursive = false) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive })
    .filter((name) => name.endsWith(ending) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name));
}

const builds = (production ? [extension, webview] : [extension, webview, tests]).filter((b) => b.entryPoints.length);
for (const { outdir } of builds) rmSync(outdir, { recursive: true, force: true });

if (watch) {
  // One announcement for all builds: an editor waits for "finished" before it starts the extension.
  let running = 0;
  const announce = {
    name: 'announce',
    setup(build) {
      build.onStart(() => {
        if (running++ === 0) console.log('[watch] build started');
      });
      build.onEnd(() => {
        if (--running === 0) console.log('[watch] build finished');
      });
    },
  };
  for (const build of builds) await (await esbuild.context({ ...build, plugins: [announce] })).watch();
} else {
  for (const build of builds) {
    const { metafile } = await esbuild.build(build);
    mkdirSync(build.outdir, { recursive: true });
    writeFileSync(join(build.outdir, 'meta.json'), JSON.stringify(metafile));
    if (production && build === extension) await mergeStart(process.cwd(), metafile.outputs);
  }
}
