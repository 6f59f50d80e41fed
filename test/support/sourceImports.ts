import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import type { ImportGraph } from './bundle.ts';
import { sourcesIn } from './bundle.ts';

/**
 * What each file in `src` imports, types included, read from the source: a bundler leaves imports of types out. Our own
 * files are named by their path from the project's folder, packages as they are imported.
 */
export function sourceImports(): ImportGraph {
  return new Map(
    sourcesIn('src').map((file) => {
      const imported = importsIn(file, readFileSync(join(projectFolder, file), 'utf8'));
      return [file, imported.map((path) => (path.startsWith('.') ? posix.join(posix.dirname(file), path) : path))];
    }),
  );
}

/** The modules that a source text names in an import, an export or a type. */
export function importsIn(file: string, text: string): string[] {
  const imported: string[] = [];
  const add = (source: { readonly value?: unknown } | null): void => {
    if (typeof source?.value === 'string') imported.push(source.value);
  };
  new Visitor({
    ImportDeclaration: ({ source }) => add(source),
    ExportNamedDeclaration: ({ source }) => add(source),
    ExportAllDeclaration: ({ source }) => add(source),
    ImportExpression: ({ source }) => add(source as { readonly value?: unknown }),
    TSImportType: ({ source }) => add(source),
  }).visit(parseSync(file, text).program);
  return imported;
}

/** Groups of files that import each other in a circle, over any number of steps (Tarjan, 1972); none in sound code. */
export function importCircles(graph: ImportGraph): string[][] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const path: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    path.push(file);
    for (const imported of graph.get(file) ?? []) {
      if (!graph.has(imported)) continue;
      if (!order.has(imported)) visit(imported);
      // A file that has left the path belongs to a group that is complete.
      if (path.includes(imported)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(imported)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const circle = path.splice(path.indexOf(file));
    if (circle.length > 1 || graph.get(file)!.includes(file)) circles.push(circle);
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles;
}
