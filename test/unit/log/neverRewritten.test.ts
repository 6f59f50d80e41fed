import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { projectFolder } from '../../../scripts/lib/projectFolder.mjs';
import { LogFolder } from '../../support/logFolder.ts';

/**
 * All file system calls of this room, by file. Those in backup/ and device.ts that write, rename or delete do so with
 * files of their own outside the log folder, but for two: backup/forget.ts, which runs only on a person's request,
 * confirmed twice, and `createFile`, with which log.ts adds a new file.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'append.ts': ['closeSync', 'fstatSync', 'fsync', 'openSync', 'readSync', 'writeSync'],
  'copyLog.ts': ['mkdirSync'],
  'copyLogFile.ts': ['closeSync', 'fstatSync', 'openSync', 'readSync', 'writeSync'],
  'device.ts': ['existsSync', 'readFileSync', 'rmSync'],
  'fileReader.ts': ['Stats', 'closeSync', 'readSync'],
  'folderWatch.ts': ['FSWatcher', 'watch'],
  'log.ts': ['access', 'fstatSync', 'mkdirSync'],
  // The door to the files: everything else opens them through it.
  'logFiles.ts': ['Stats', 'closeSync', 'constants', 'fstatSync', 'lstatSync', 'openSync', 'readdirSync'],
  'backup/dailyCopies.ts': ['existsSync', 'mkdirSync', 'readdirSync', 'renameSync', 'rmSync'],
  'backup/followFile.ts': listed('closeSync existsSync fstatSync mkdirSync openSync readSync rmSync writeSync'),
  'backup/forget.ts': ['mkdirSync', 'rmSync'],
  'backup/gitFolder.ts': ['closeSync', 'existsSync', 'fstatSync', 'writeSync'],
  'backup/mirror.ts': listed('closeSync existsSync readFileSync readSync readdirSync renameSync statSync'),
  'backup/ownData.ts': ['existsSync', 'readFileSync', 'readdirSync'],
  'backup/startupCache.ts': ['closeSync', 'fstatSync', 'readFileSync', 'readSync'],
  'backup/wholeFile.ts': listed('existsSync linkSync mkdirSync renameSync rmSync writeFileSync'),
};

function listed(names: string): string[] {
  return names.split(' ');
}

/** Who may call what replaces or deletes a whole file. */
const callers: Readonly<Record<string, readonly string[]>> = {
  forget: ['app/logMaintenance.ts'],
  replaceFile: ['app/requestsConnection.ts', 'log/backup/startupCache.ts', 'log/device.ts'],
  createFile: ['log/device.ts', 'log/log.ts'],
};

const folder = join(projectFolder, 'src/log');
const sources = typeScriptIn(folder);

/** The names of the source files of a folder, with `/` between folders. */
function typeScriptIn(place: string): string[] {
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'));
}

describe('the files of the log', () => {
  it('are never shortened, rewritten, renamed or deleted: nothing that could is even imported', () => {
    for (const name of sources) {
      const source = readFileSync(join(folder, name), 'utf8');
      const imports = [...source.matchAll(/import\s+([^;]*?)\s+from\s+'node:fs(?:\/promises)?'/g)].map(
        ([, what]) => what,
      );
      assert.equal(imports.length, source.split("'node:fs").length - 1, `${name} reaches the file system another way`);
      for (const what of imports) assert.match(what ?? '', /^(?:type )?\{[^}]*\}$/, `${name} imports by name only`);
      const names = imports.flatMap((what) => what?.match(/\w+/g) ?? []).filter((word) => word !== 'type');
      assert.deepEqual(names.toSorted(), allowed[name] ?? [], name);
    }
  });

  it('are replaced or deleted by nobody else', () => {
    const src = join(projectFolder, 'src');
    for (const [name, who] of Object.entries(callers)) {
      const importing = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '[^']*/(?:forget|wholeFile)\\.ts'`);
      const found = typeScriptIn(src).filter((file) => importing.test(readFileSync(join(src, file), 'utf8')));
      assert.deepEqual(found.toSorted(), who, name);
    }
  });

  it('are opened by one door, for reading or for appending, and in no other way', () => {
    /** The folder is opened to sync it, and a copy: a new one, or one on this machine that is extended. */
    const ways: Readonly<Record<string, readonly string[]>> = {
      'append.ts': ["'r'"],
      'backup/followFile.ts': ['existsSync(copy'],
      'copyLogFile.ts': ["'wx'"],
      'logFiles.ts': ["mode === 'read' ? readFlags : appendFlags"],
    };
    const door = readFileSync(join(folder, 'logFiles.ts'), 'utf8');
    assert.match(door, /^const careful = .*O_NOFOLLOW.* \| .*O_NONBLOCK/m);
    assert.match(door, /^const readFlags = constants\.O_RDONLY \| careful;$/m);
    assert.match(
      door,
      /^const appendFlags = constants\.O_RDWR \| constants\.O_APPEND \| constants\.O_CREAT \| careful;$/m,
    );
    for (const name of sources) {
      const source = readFileSync(join(folder, name), 'utf8');
      for (const [call, flags] of source.matchAll(/\bopenSync\([^)]*?,\s*([^,)]+)/g)) {
        assert.ok(ways[name]?.includes(flags ?? ''), `${name}: ${call}`);
      }
      assert.doesNotMatch(
        source,
        /\.(?:truncate|ftruncate|write|writev|writeFile|appendFile|createWriteStream)\(/,
        name,
      );
    }
  });

  it('are watched over in every test here, which fails when one of them loses a byte', () => {
    const damages: Record<string, (file: string) => void> = {
      shortened: (file) => truncateSync(file, 4),
      rewritten: (file) => writeFileSync(file, 'one\nTWO\nthree\n'),
      removed: (file) => rmSync(file),
    };
    for (const [message, damage] of Object.entries(damages)) {
      const place = new LogFolder();
      place.write('desk.jsonl', 'one\ntwo\n');
      damage(place.path('desk.jsonl'));
      assert.throws(() => place.check(), new RegExp(message));
      place.end();
    }
  });
});
