import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

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

/** Appends the rule to `.gitattributes`, changing nothing else. Returns the path of that file. */
export function addRule({ root, rule }: GitFolder): string {
  const file = join(root, '.gitattributes');
  const before = attributesOf(root);
  appendFileSync(file, `${before === '' || before.endsWith('\n') ? '' : '\n'}${rule}\n`);
  return file;
}

function attributesOf(root: string): string {
  const file = join(root, '.gitattributes');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
