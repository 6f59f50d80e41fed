import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes the file whole or not at all, and its folder. It replaces one that exists. */
export function replaceFile(file: string, text: string): void {
  putDraft(file, text, false, (draft) => renameSync(draft, file));
}

/**
 * Creates the file whole or not at all, and its folder. It is on disk then. Does nothing if the file exists, for example
 * because another window was first.
 */
export function createFile(file: string, text: string): void {
  if (existsSync(file)) return;
  putDraft(file, text, true, (draft) => {
    try {
      linkSync(draft, file);
    } catch {
      // Some file systems have no hard links; there, the first window to create the file wins.
      if (!existsSync(file)) createDirectly(file, text);
    }
  });
}

function putDraft(file: string, text: string, flush: boolean, put: (draft: string) => void): void {
  const draft = `${file}.${randomUUID()}`;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(draft, text, { mode: 0o600, flush });
    put(draft);
  } finally {
    rmSync(draft, { force: true });
  }
}

function createDirectly(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
