/**
 * Builds everything that runs.
 *
 *   node esbuild.js                the extension (dist/) and the tests (out/), with source maps
 *   node esbuild.js --watch        the same, again at every change
 *   node esbuild.js --production   the extension as it ships: minified, no source maps, no tests
 *
 * Each build leaves a metafile beside its output (meta.json): tests read from it who reached whom.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import * as esbuild from 'esbuild';

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

/** The extension host's part. ES modules with splitting: what is imported late becomes a file that is loaded late. */
const extension = {
  ...common,
  entryPoints: ['src/extension.ts'],
  outdir: 'dist',
  chunkNames: 'later/[name]-[hash]',
  platform: 'node',
  format: 'esm',
  splitting: true,
  target: 'node22',
  external: ['vscode'],
};

/** Panels: every file straight in src/webview is one script that a panel loads. */
const webview = {
  ...common,
  entryPoints: filesIn('src/webview', '.ts'),
  outdir: 'dist/webview',
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  loader: { '.svg': 'text' },
};

/** Tests: one file out for each file in, so that a failing line is found by name; packages stay in node_modules. */
const tests = {
  ...common,
  entryPoints: ['unit', 'faults', 'integration', 'ui', 'bench', 'pictures'].flatMap((room) =>
    filesIn(join('test', room), '.ts', true),
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
  // One announcement for all builds together: an editor waits for "finished" before it starts the extension.
  let underWay = 0;
  const announce = {
    name: 'announce',
    setup(build) {
      build.onStart(() => {
        if (underWay++ === 0) console.log('[watch] build started');
      });
      build.onEnd(() => {
        if (--underWay === 0) console.log('[watch] build finished');
      });
    },
  };
  for (const build of builds) await (await esbuild.context({ ...build, plugins: [announce] })).watch();
} else {
  for (const build of builds) {
    const { metafile } = await esbuild.build(build);
    mkdirSync(build.outdir, { recursive: true });
    writeFileSync(join(build.outdir, 'meta.json'), JSON.stringify(metafile));
  }
}
