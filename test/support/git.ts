import { execFile, execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import process from 'node:process';
import { promisify } from 'node:util';

/** No configuration of the machine may change how a test merges. */
const env = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.invalid',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.invalid',
};

export function hasGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A real repository. */
export class Repository {
  constructor(readonly folder: string) {}

  static init(folder: string, ...flags: string[]): Repository {
    execFileSync('git', ['init', '--quiet', '--initial-branch=main', ...flags, folder], { env, stdio: 'ignore' });
    return new Repository(folder);
  }

  /** @throws Error with the output of git when it fails */
  git(...args: string[]): string {
    return execFileSync('git', ['-C', this.folder, ...args], {
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  /** Like {@link git}, but asynchronous, so that the test can read while git works. */
  async gitMeanwhile(...args: string[]): Promise<void> {
    await promisify(execFile)('git', ['-C', this.folder, ...args], { env });
  }

  /** Like {@link git}, but returns false when git fails, as a merge with conflicts does. */
  tryGit(...args: string[]): boolean {
    try {
      this.git(...args);
      return true;
    } catch {
      // The test inspects what git did until it failed.
      return false;
    }
  }

  clone(folder: string, ...flags: string[]): Repository {
    rmSync(folder, { recursive: true, force: true });
    execFileSync('git', ['clone', '--quiet', ...flags, this.folder, folder], { env, stdio: 'ignore' });
    return new Repository(folder);
  }

  commitAll(message: string): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
  }
}
