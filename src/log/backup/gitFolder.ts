import { closeSync, existsSync, fstatSync, writeSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { readLogFile } from '../copyLogFile.ts';
import { openLogFile, statLogFile } from '../logFiles.ts';

/** A log in the working tree of a git repository. */
export interface GitFolder {
  /** Top of the working tree. */
  readonly root: string;
  /** The line of `.gitattributes` that lets git merge what two machines have appended. */
  readonly rule: string;
  /** Whether `.gitattributes` has that line. */
  readonly hasRule: boolean;
}

/** Undefined if the log is in no working tree. */
export function gitFolderOf(logFolder: string): GitFolder | undefined {
  for (let folder = logFolder; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) {
      const path = relative(folder, logFolder).split(sep).join('/');
      const pattern = `/${path}/*.jsonl`;
      // git requires quotes around a pattern with spaces in it.
      const rule = `${/[\s"]/.test(pattern) ? JSON.stringify(pattern) : pattern} merge=union -text`;
      return { root: folder, rule, hasRule: attributesOf(folder).split(/\r?\n/).includes(rule) };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/**
 * Appends the rule to `.gitattributes`, changing nothing else. Returns the path of that file.
 * @throws NoFileError if it is a link or no file at all: others write into the repository, and it may lead anywhere
 */
export function addRule({ root, rule }: GitFolder): string {
  const file = join(root, '.gitattributes');
  const before = attributesOf(root);
  const handle = openLogFile(file, 'append', 0o666);
  try {
    const isOnOwnLine = fstatSync(handle).size === 0 || before.endsWith('\n');
    writeSync(handle, `${isOnOwnLine ? '' : '\n'}${rule}\n`);
  } finally {
    closeSync(handle);
  }
  return file;
}

/** Longest `.gitattributes` that is looked at, in bytes. */
const longestAttributes = 1 << 20;

function attributesOf(root: string): string {
  const file = join(root, '.gitattributes');
  const size = statLogFile(file)?.size;
  return size !== undefined && size <= longestAttributes ? readLogFile(file).toString() : '';
}
