import { statSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { packageExtension } from '../../scripts/lib/packageExtension.mjs';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { atMost, type Figure } from './figure.ts';

/** Minified size of what the window loads at start-up (all static imports), of the panel's script, and of the VSIX. */
export async function sizes(): Promise<Figure[]> {
  const { metafile } = await esbuild.build({
    absWorkingDir: projectFolder,
    entryPoints: ['src/extension.ts'],
    outdir: 'dist',
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    target: 'node22',
    external: ['vscode'],
  });
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    for (const { path, kind, external } of metafile.outputs[file]?.imports ?? []) {
      if (kind === 'import-statement' && external !== true) load(path);
    }
  };
  load('dist/extension.js');
  const bytes = [...loaded].reduce((sum, file) => sum + (metafile.outputs[file]?.bytes ?? 0), 0);
  const vsix = await packageExtension();
  return [
    sizeFigure('loaded at start-up, minified', bytes, 100),
    sizeFigure('the script of the panel, minified', await panelBytes(), 150),
    sizeFigure('the VSIX, with the pictures', statSync(vsix).size, 500),
  ];
}

function sizeFigure(figure: string, bytes: number, limitInKB: number): Figure {
  const kilobytes = bytes / 1_000;
  return { figure, measured: `${kilobytes.toFixed(1)} kB`, aim: atMost(limitInKB, kilobytes, 'kB') };
}

/** Minified size of the panel's script, without its style sheet. */
async function panelBytes(): Promise<number> {
  const { metafile } = await esbuild.build({
    absWorkingDir: projectFolder,
    entryPoints: ['src/webview/panel.ts'],
    outdir: 'dist/webview',
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    loader: { '.svg': 'text' },
  });
  return metafile.outputs['dist/webview/panel.js']?.bytes ?? Number.NaN;
}
