import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** The repository that a folder is in, as far as it says where its files come from. */
export interface Repository {
  /** Its root, or the folder itself outside of any repository. */
  readonly root: string;
  /** The address that it was cloned from, without a user or a password, such as `github.com/acme/shop`; else its name, with that of the folder around it outside of any repository. */
  readonly system: string;
}

/** Finds the repository that a folder is in by its `.git`. Starts no program. */
export async function repositoryOf(folder: string): Promise<Repository> {
  for (let root = resolve(folder); ; root = dirname(root)) {
    const git = join(root, '.git');
    const found = await stat(git).catch(() => undefined);
    if (found !== undefined) return { root, system: (await originOf(git, found.isFile())) ?? basename(root) };
    if (dirname(root) === root) break;
  }
  const root = resolve(folder);
  return { root, system: `${basename(dirname(root))}/${basename(root)}` };
}

/** The path of a file from the root of its repository, with slashes on every system. */
export function keyIn({ root }: Repository, path: string): string {
  return relative(root, path).split(sep).join('/').normalize('NFC');
}

async function originOf(git: string, isWorktree: boolean): Promise<string | undefined> {
  const folders = [git];
  if (isWorktree) {
    // In a worktree, `.git` is a file that names the folder of that tree; the settings are in that of the repository.
    const named = /^gitdir:\s*(.+)$/m.exec(await readFile(git, 'utf8').catch(() => ''))?.[1];
    if (named === undefined) return undefined;
    const ofTree = resolve(dirname(git), named);
    folders.splice(0, 1, ofTree, join(ofTree, '..', '..'));
  }
  for (const folder of folders) {
    const settings = await readFile(join(folder, 'config'), 'utf8').catch(() => '');
    const url = /^\[remote "origin"\][^[]*?^\s*url\s*=\s*(\S+)/m.exec(settings)?.[1];
    if (url !== undefined) return plainAddress(url);
  }
  return undefined;
}

/** `https://me:secret@github.com/acme/shop.git` and `git@github.com:acme/shop.git` are one address. */
function plainAddress(url: string): string {
  return url
    .replace(/^[a-z+]+:\/\//i, '')
    .replace(/^[^/@]*@/, '')
    .replace(/^([^/:]+):(?:\d+\/)?/, '$1/')
    .replace(/(?:\.git)?\/*$/, '')
    .toLowerCase();
}
