import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { before, describe, it } from 'mocha';
import { type ImportGraph, importGraph, reachedFrom, sourcesIn } from '../support/bundle.ts';
import { bareName, isForbidden } from '../support/forbiddenModules.ts';
import { importCircles, importsIn, sourceImports } from '../support/sourceImports.ts';

interface Room {
  /** A folder, or the one file it is made of. */
  readonly files: string;
  /** The rooms its files may import, types included. */
  readonly mayImport: readonly string[];
  readonly node: boolean;
  readonly vscode: boolean;
}

/** Who may import whom: the table of docs/architecture.md. */
const rooms: Readonly<Record<string, Room>> = {
  core: { files: 'src/core', mayImport: [], node: false, vscode: false },
  log: { files: 'src/log', mayImport: ['core'], node: true, vscode: false },
  files: { files: 'src/files', mayImport: ['core'], node: true, vscode: false },
  requests: { files: 'src/requests', mayImport: ['core'], node: true, vscode: false },
  app: { files: 'src/app', mayImport: ['core', 'log', 'files'], node: true, vscode: false },
  ui: { files: 'src/ui', mayImport: ['core', 'app', 'files', 'requests'], node: true, vscode: true },
  webview: { files: 'src/webview', mayImport: ['core'], node: false, vscode: false },
  extension: {
    files: 'src/extension.ts',
    mayImport: ['core', 'log', 'files', 'requests', 'app', 'ui'],
    node: true,
    vscode: true,
  },
};

const roomOf = (file: string) => /^src\/([^/.]+)/.exec(file)?.[1];

/** The rooms this one reaches over any number of steps, itself included. */
function reachable(name: string): ReadonlySet<string> {
  const reached = new Set([name]);
  for (const room of reached) for (const next of rooms[room]?.mayImport ?? []) reached.add(next);
  return reached;
}

describe('the walls of the house', () => {
  /** What is left once the types are gone, packages included. */
  let graph: ImportGraph;
  /** What the source says, types included. */
  let imports: ImportGraph;
  before(async () => {
    graph = await importGraph();
    imports = sourceImports();
  });

  for (const [name, room] of Object.entries(rooms)) {
    const sources = sourcesIn(room.files);

    it(`let ${name} import ${['itself', ...room.mayImport].join(', ')} and no other room, types included`, () => {
      assert.notDeepEqual(sources, []);
      const strays = sources.flatMap((file) =>
        imports
          .get(file)!
          .filter((path) => {
            const other = roomOf(path);
            return other !== undefined && other !== name && !room.mayImport.includes(other);
          })
          .map((path) => `${file} → ${path}`),
      );
      assert.deepEqual(strays, []);
    });

    it(`let ${name} reach no further than these do, over any number of steps, types included`, () => {
      const strays = [...reachedFrom(sources, imports)].filter((path) => {
        const other = roomOf(path);
        return other !== undefined && !reachable(name).has(other);
      });
      assert.deepEqual(strays, []);
    });

    it(`${room.vscode ? 'let' : 'do not let'} ${name} reach vscode, and ${room.node ? 'let' : 'do not let'} it reach Node`, () => {
      for (const source of sources) assert.ok(graph.has(source), source);
      const reached = [...reachedFrom(sources, graph), ...reachedFrom(sources, imports)];
      const strays = reached.filter((path) => {
        if (path === 'vscode') return !room.vscode;
        if (builtinModules.includes(bareName(path))) return !room.node;
        return false;
      });
      assert.deepEqual(strays, []);
    });
  }

  it('have every import end in a file that is there, a package, or a module of Node', () => {
    const strays = [...imports].flatMap(([file, paths]) =>
      paths.filter((path) => path.startsWith('src/') && !imports.has(path)).map((path) => `${file} → ${path}`),
    );
    assert.deepEqual(strays, []);
  });

  it('have no file that imports itself in a circle, types included', () => {
    assert.deepEqual(importCircles(imports), []);
  });

  it('let nobody, packages included, name a module that talks to the network, starts a program or runs text', () => {
    const strays = [...graph].flatMap(([file, named]) =>
      named.filter((path) => !graph.has(path) && isForbidden(path)).map((path) => `${file} → ${path}`),
    );
    assert.deepEqual(strays, []);
  });

  it('have one place that takes a path out of an address that somebody chose, as it may lie on another machine', () => {
    const asking = /\bfsPath\b|\bshow(?:Open|Save)Dialog\b/;
    assert.deepEqual(
      sourcesIn('src').filter((file) => asking.test(readFileSync(file, 'utf8'))),
      // The extension's own folder, and a comparison that asks for the scheme, are nobody's choice.
      ['src/extension.ts', 'src/ui/prompts/askPath.ts', 'src/ui/views/lens/lens.ts'],
    );
  });

  it('have a room for every folder in src', () => {
    const known = Object.values(rooms).map(({ files }) => files);
    const strays = sourcesIn('src').filter(
      (file) => !known.some((room) => file === room || file.startsWith(`${room}/`)),
    );
    assert.deepEqual(strays, []);
  });
});

describe('the imports of a source', () => {
  it('are found in every form, types included', () => {
    const text = `
      import a from './a.ts';
      import type { B } from './b.ts';
      import './c.ts';
      export { d } from './d.ts';
      export type * from './e.ts';
      const f = () => import('./f.ts');
      let g: import('./g.ts').G;`;
    const names = importsIn('x.ts', text).toSorted();
    assert.deepEqual(
      names,
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => `./${name}.ts`),
    );
  });

  it('make a circle where a file comes back to itself', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a', 'd']],
      ['d', ['e']],
      ['e', []],
      ['f', ['f']],
    ]);
    assert.deepEqual(
      importCircles(graph).map((circle) => circle.toSorted()),
      [['a', 'b', 'c'], ['f']],
    );
  });
});
