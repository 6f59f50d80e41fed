import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** A log in the working tree of a git repository. */
export interface GitFolder {
  /** Top of the working tree. */
  readonly root: string;
  /** The line of `.gitattributes` that lets git merge what two machines have appended. */
  readonly rule: string;
  /** Whether it stands there. */
  readonly hasRule: boolean;
}

/** Undefined where the log lies in no working tree. */
export function gitFolderOf(logFolder: string): GitFolder | undefined {
  for (let folder = logFolder; ; folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) {
      const path = relative(folder, logFolder).split(sep).join('/');
      const pattern = `/${path}/*.jsonl`;
      // git wants quotes around a pattern with spaces in it.
      const rule = `${/[\s"]/.test(pattern) ? JSON.stringify(pattern) : pattern} merge=union -text`;
      return { root: folder, rule, hasRule: attributesOf(folder).split(/\r?\n/).includes(rule) };
    }
    if (dirname(folder) === folder) return undefined;
  }
}

/** Adds the rule to `.gitattributes`, and changes nothing that stands there. */
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
