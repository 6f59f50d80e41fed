import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { projectFolder } from '../../../scripts/lib/projectFolder.mjs';
import { LogFolder } from '../../support/logFolder.ts';

/**
 * All file system calls the log may use. device.ts and the folder backup/ keep their own files outside the log folder;
 * backup/forget.ts runs only on a person's request, confirmed twice.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'append.ts': ['closeSync', 'fstatSync', 'fsync', 'openSync', 'readSync', 'writeSync'],
  'copyLog.ts': ['mkdirSync'],
  'copyLogFile.ts': ['closeSync', 'fstatSync', 'openSync', 'readSync', 'writeSync'],
  'fileReader.ts': ['Stats', 'closeSync', 'readSync'],
  'folderWatch.ts': ['FSWatcher', 'watch'],
  'log.ts': ['access', 'fstatSync', 'mkdirSync'],
  // The door to the files: everything else opens them through it.
  'logFiles.ts': ['Stats', 'closeSync', 'constants', 'fstatSync', 'lstatSync', 'openSync', 'readdirSync'],
};

const folder = join(projectFolder, 'src/log');
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'device.ts');

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

  it('are opened by one door, for reading or for appending, and in no other way', () => {
    /** The folder is opened to sync it, and the copy of a file where there is none yet. */
    const ways: Readonly<Record<string, readonly string[]>> = {
      'append.ts': ["'r'"],
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
