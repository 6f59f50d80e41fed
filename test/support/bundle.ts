import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { extensionBundle } from '../../scripts/lib/extensionBundle.mjs';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';

/** The source files of a folder or the file itself, from the project's folder on; none when there is no such folder. */
export function sourcesIn(path: string): string[] {
  if (path.endsWith('.ts')) return [path];
  if (!existsSync(join(projectFolder, path))) return [];
  return readdirSync(join(projectFolder, path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join(path, name).replaceAll('\\', '/'));
}

const common = {
  absWorkingDir: projectFolder,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node22',
  external: ['vscode'],
  loader: { '.svg': 'text' },
  metafile: true,
  write: false,
  logLevel: 'silent',
} as const satisfies esbuild.BuildOptions;

/** Who names whom, by file. What is not a file of ours or of a package (vscode, modules of Node) names nobody. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

/** The imports of all our files and of the packages they use. Imports of types vanish before this is looked at. */
export async function importGraph(): Promise<ImportGraph> {
  const { metafile } = await esbuild.build({ ...common, entryPoints: sourcesIn('src'), outdir: 'nowhere' });
  return new Map(Object.entries(metafile.inputs).map(([file, { imports }]) => [file, imports.map(({ path }) => path)]));
}

/** All that these files reach, themselves included, over any number of steps. */
export function reachedFrom(files: readonly string[], graph: ImportGraph): ReadonlySet<string> {
  const reached = new Set(files);
  // What is added to a set while it is walked is walked as well.
  for (const file of reached) for (const named of graph.get(file) ?? []) reached.add(named);
  return reached;
}

/** What `node esbuild.js --production` makes of the extension, without writing it or merging the start. */
export async function productionBuild(): Promise<esbuild.Metafile['outputs']> {
  const { metafile } = await esbuild.build({ ...extensionBundle(projectFolder), minify: true, write: false });
  return metafile.outputs;
}
