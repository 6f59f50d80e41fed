import { statSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { loadedAtStart } from '../../scripts/lib/extensionBundle.mjs';
import { packageExtension } from '../../scripts/lib/packageExtension.mjs';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { productionBuild } from '../support/bundle.ts';
import { atMost, type Figure } from './figure.ts';

/** Minified size of the one file that the window loads at start-up, of the panel's script, and of the VSIX. */
export async function sizes(): Promise<Figure[]> {
  const outputs = await productionBuild();
  const atStart = loadedAtStart(outputs).reduce((sum, file) => sum + (outputs[file]?.bytes ?? 0), 0);
  const vsix = await packageExtension();
  return [
    sizeFigure('loaded at start-up, minified', atStart, 80),
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
