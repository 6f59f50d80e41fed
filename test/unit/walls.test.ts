import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { type ImportGraph, importGraph, productionBuild, reachedFrom, sourcesIn } from '../support/bundle.ts';

interface Room {
  readonly files: string;
  /** The rooms it may reach, itself included, over any number of steps. */
  readonly mayReach: readonly string[];
  readonly node: boolean;
  readonly vscode: boolean;
}

/** Who may import whom: the table of the house. */
const rooms: Readonly<Record<string, Room>> = {
  core: { files: 'src/core', mayReach: ['core'], node: false, vscode: false },
  log: { files: 'src/log', mayReach: ['log', 'core'], node: true, vscode: false },
  app: { files: 'src/app', mayReach: ['app', 'core', 'log'], node: true, vscode: false },
  ui: { files: 'src/ui', mayReach: ['ui', 'core', 'app'], node: true, vscode: true },
  webview: { files: 'src/webview', mayReach: ['webview', 'core'], node: false, vscode: false },
  extension: {
    files: 'src/extension.ts',
    mayReach: ['extension', 'core', 'log', 'app', 'ui'],
    node: true,
    vscode: true,
  },
};

/** Everything in Node that opens a connection, starts a program or runs text as a program. */
const forbidden = new Set([
  'http',
  'http2',
  'https',
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'inspector',
  'inspector/promises',
  'child_process',
  'cluster',
  'worker_threads',
  'vm',
  'repl',
  'wasi',
  'undici',
]);
const bare = (module: string) => module.replace(/^node:/, '');
const roomOf = (file: string) => /^src\/([^/.]+)/.exec(file)?.[1];

describe('the walls of the house', function () {
  this.timeout(30_000);
  let graph: ImportGraph;
  before(async () => (graph = await importGraph()));

  for (const [name, room] of Object.entries(rooms)) {
    const sources = sourcesIn(room.files);
    if (sources.length === 0) continue;

    it(`let ${name} reach ${room.mayReach.join(', ')} and no other room`, () => {
      for (const source of sources) assert.ok(graph.has(source), source);
      const strays = [...reachedFrom(sources, graph)].filter((path) => {
        const other = roomOf(path);
        return other !== undefined && !room.mayReach.includes(other);
      });
      assert.deepEqual(strays, []);
    });

    it(`${room.vscode ? 'let' : 'do not let'} ${name} reach vscode, and ${room.node ? 'let' : 'do not let'} it reach Node`, () => {
      const strays = [...reachedFrom(sources, graph)].filter((path) => {
        if (path === 'vscode') return !room.vscode;
        return !graph.has(path) && !(room.node && builtinModules.includes(bare(path)));
      });
      assert.deepEqual(strays, []);
    });
  }

  it('let nobody, packages included, name a module that talks to the network, starts a program or runs text', () => {
    const strays = [...graph].flatMap(([file, named]) =>
      named.filter((path) => !graph.has(path) && forbidden.has(bare(path))).map((path) => `${file} → ${path}`),
    );
    assert.deepEqual(strays, []);
  });

  it('have a room for every folder in src', () => {
    const known = Object.values(rooms).map(({ files }) => files);
    const strays = sourcesIn('src').filter(
      (file) => !known.some((room) => file === room || file.startsWith(`${room}/`)),
    );
    assert.deepEqual(strays, []);
  });
});

describe('what ships', function () {
  this.timeout(30_000);
  let outputs: Awaited<ReturnType<typeof productionBuild>>;
  before(async () => (outputs = await productionBuild()));

  const inputsOf = (names: readonly string[]) =>
    names.flatMap((name) =>
      Object.entries(outputs[name]?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [file] : [],
      ),
    );

  /** The front door and what it imports at once; the rest is loaded when it is first needed. */
  function loadedAtStart(): string[] {
    const names = ['dist/extension.js'];
    for (const name of names) {
      for (const { path, kind, external } of outputs[name]?.imports ?? []) {
        if (external !== true && kind === 'import-statement' && !names.includes(path)) names.push(path);
      }
    }
    return names;
  }

  it('reaches no network, starts no program, and needs nothing that is not in it', () => {
    const outside = new Set(
      Object.values(outputs).flatMap(({ imports }) =>
        imports.flatMap(({ path, external }) => (external === true ? [path] : [])),
      ),
    );
    assert.ok(outside.has('vscode') && outside.has('node:fs'));
    const strays = [...outside].filter(
      (path) => path !== 'vscode' && (forbidden.has(bare(path)) || !builtinModules.includes(bare(path))),
    );
    assert.deepEqual(strays, []);
  });

  it('names nothing in its own source that talks to the network or runs text', () => {
    const dangerous =
      /\b(?:fetch|eval)\s*\(|\b(?:WebSocket|XMLHttpRequest|EventSource|sendBeacon|WebTransport)\b|\b(?:new\s+)?Function\s*\(|\bimport\s*\(\s*[^'"\s]|\bcreateRequire\b|\brequire\s*\(/;
    for (const file of sourcesIn('src')) {
      const line = readSource(file)
        .split('\n')
        .find((line) => dangerous.test(line));
      assert.equal(line, undefined, file);
    }
  });

  it('holds zod/mini only: no full zod, no language but one', () => {
    const zod = inputsOf(Object.keys(outputs)).filter((file) => file.includes('node_modules/zod/'));
    assert.ok(zod.some((file) => file.includes('/v4/mini/')));
    assert.deepEqual(
      zod.filter((file) => !/node_modules\/zod\/(?:v4\/)?(?:mini|core)\//.test(file)),
      [],
    );
  });

  it('loads at most 100 kB at the start', () => {
    const bytes = loadedAtStart().reduce((sum, name) => sum + (outputs[name]?.bytes ?? 0), 0);
    assert.ok(bytes > 10_000);
    assert.ok(bytes <= 100_000, `${bytes} bytes are loaded at the start`);
  });

  it('loads the capture line, the day phrases, the import and the exports when they are first used', () => {
    const late =
      /\/(?:captureLine|dayPhrase)[^/]*\.ts$|\/csvImport\/(?:plan|readRow|guessColumns)\.ts$|\/core\/exchange\/|\/app\/(?:csvFile|calendarFile)[^/]*\.ts$|node_modules\/(?:papaparse|js-yaml|chrono-node|ical-generator)\//;
    assert.deepEqual(
      inputsOf(loadedAtStart()).filter((file) => late.test(file)),
      [],
    );
    const all = inputsOf(Object.keys(outputs));
    for (const name of [
      'core/captureLine.ts',
      'core/csvImport/plan.ts',
      'app/csvFile.ts',
      'papaparse.js',
      'exchange/logExport.ts',
      'js-yaml.mjs',
      'app/calendarFile.ts',
      'exchange/ledger.ts',
    ]) {
      assert.ok(
        all.some((file) => file.endsWith(name) && late.test(file)),
        `${name} ships, and is known as late`,
      );
    }
  });
});

function readSource(file: string): string {
  return readFileSync(join(projectFolder, file), 'utf8');
}
