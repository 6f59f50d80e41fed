import { execFileSync } from 'node:child_process';
import process from 'node:process';

/** Runs a system program that needs privileges. Returns false if they are missing or the program is. */
export function tryPrivileged(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** File permissions do not restrict root. */
export const isRoot = process.getuid?.() === 0;

/**
 * A user whom file permissions restrict: this one, or for root the user nobody if it can run this Node. Else undefined.
 */
export function boundUser(): { readonly uid?: number } | undefined {
  if (!isRoot) return process.platform === 'win32' ? undefined : {};
  const uid = 65_534;
  try {
    execFileSync(process.execPath, ['--version'], { stdio: 'ignore', uid, gid: uid });
    return { uid };
  } catch {
    return undefined;
  }
}
