import { execFileSync } from 'node:child_process';
import process from 'node:process';

/** Runs a program of the system that needs rights; false when there are none, or no such program. */
export function may(program: string, ...args: string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Permissions do not bind root. */
export const isRoot = process.getuid?.() === 0;

/** Somebody whom permissions bind: this process itself, or for root the user nobody where it may run this Node. */
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
