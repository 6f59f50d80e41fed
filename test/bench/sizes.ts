import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { packageExtension } from '../../scripts/lib/packageExtension.mjs';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { atMost, type Figure } from './figure.ts';

/** Minified size of the one file that the window loads at start-up, of the panel's script, and of the VSIX. */
export async function sizes(): Promise<Figure[]> {
  const vsix = await packageExtension();
  return [
    sizeFigure('loaded at start-up, minified', statSync(join(projectFolder, 'dist', 'extension.js')).size, 80),
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
