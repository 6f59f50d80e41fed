import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { before, describe, it } from 'mocha';
import { loadedAtStart } from '../../scripts/lib/extensionBundle.mjs';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { productionBuild, sourcesIn } from '../support/bundle.ts';
import { bareName, isForbidden } from '../support/forbiddenModules.ts';

describe('what ships', () => {
  let outputs: Awaited<ReturnType<typeof productionBuild>>;
  before(async () => (outputs = await productionBuild()));

  const inputsOf = (names: readonly string[]) =>
    names.flatMap((name) =>
      Object.entries(outputs[name]?.inputs ?? {}).flatMap(([file, { bytesInOutput }]) =>
        bytesInOutput > 0 ? [file] : [],
      ),
    );

  it('reaches no network, starts no program, and needs nothing that is not in it', () => {
    const outside = new Set(
      Object.values(outputs).flatMap(({ imports }) =>
        imports.flatMap(({ path, external }) => (external === true ? [path] : [])),
      ),
    );
    assert.ok(outside.has('vscode') && outside.has('node:fs'));
    const strays = [...outside].filter(
      (path) => path !== 'vscode' && (isForbidden(path) || !builtinModules.includes(bareName(path))),
    );
    assert.deepEqual(strays, []);
  });

  it('names nothing in its own source that talks to the network or runs text, but in one file', () => {
    const dangerous =
      /\b(?:fetch|eval)\s*\(|\b(?:WebSocket|XMLHttpRequest|EventSource|sendBeacon|WebTransport)\b|\b(?:new\s+)?Function\s*\(|\bimport\s*\(\s*[^'"\s]|\bcreateRequire\b|\brequire\s*\(/;
    const found = sourcesIn('src').flatMap((file) =>
      readSource(file)
        .split('\n')
        .filter((line) => dangerous.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    assert.deepEqual(found, ['src/requests/post.ts: const response = await fetch(endpoint, {']);
  });

  it('holds zod/mini only: no full zod, no language but one', () => {
    const zod = inputsOf(Object.keys(outputs)).filter((file) => file.includes('node_modules/zod/'));
    assert.ok(zod.some((file) => file.includes('/v4/mini/')));
    assert.deepEqual(
      zod.filter((file) => !/node_modules\/zod\/(?:v4\/)?(?:mini|core)\//.test(file)),
      [],
    );
  });

  it('loads one file of at most 65.5 kB at the start', () => {
    // The entry, which has no code of its own, and the start are merged when they are written.
    const [entry = '', start = '', ...others] = loadedAtStart(outputs);
    assert.deepEqual(others, []);
    assert.deepEqual(inputsOf([entry]), []);
    const bytes = outputs[start]?.bytes ?? 0;
    assert.ok(bytes > 10_000 && bytes <= 65_500, `${bytes} bytes are loaded at the start`);
  });

  it('has what talks to the network in one file of its own, which is loaded only when asked for', () => {
    const files = Object.keys(outputs).filter((name) =>
      inputsOf([name]).some((file) => file.startsWith('src/requests/')),
    );
    assert.equal(files.length, 1, files.join(', '));
    const importing = Object.values(outputs).flatMap(({ imports }) => imports.filter(({ path }) => path === files[0]));
    assert.deepEqual(
      importing.map(({ kind }) => kind),
      ['dynamic-import'],
    );
  });

  it('has at most 12 files that are loaded late', () => {
    const start = loadedAtStart(outputs);
    const late = Object.keys(outputs).filter((file) => !start.includes(file));
    assert.ok(late.length > 2 && late.length <= 12, late.join(', '));
  });

  it('loads the log, the commands, the panel, the imports and the exports after the start', () => {
    const late =
      /^src\/(?:core\/(?:capture|time\/phrase|exchange|reports)|log|files|ui\/commands|ui\/prompts)\/|node_modules\/(?:zod|papaparse|js-yaml|ical-generator)\//;
    assert.deepEqual(
      inputsOf(loadedAtStart(outputs)).filter((file) => late.test(file)),
      [],
    );
    const all = inputsOf(Object.keys(outputs));
    for (const name of [
      'core/capture/captureLine.ts',
      'log/log.ts',
      'core/exchange/csv/planCsvImport.ts',
      'files/csvFile.ts',
      'papaparse.js',
      'exchange/json/logExport.ts',
      'js-yaml.mjs',
      'files/calendarFile.ts',
      'reports/ledger.ts',
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
