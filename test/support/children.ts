import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';

export type ProgramName = 'writer' | 'machine' | 'powerCut' | 'growth' | 'start' | 'window' | 'listing';

/** Bundles a program of test/support/programs into the folder, so that it runs from anywhere. Returns the path. */
export async function bundleProgram(name: ProgramName, into: string): Promise<string> {
  const outfile = join(into, `${name}.mjs`);
  await build({
    entryPoints: [join(projectFolder, 'test/support/programs', `${name}.ts`)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    logLevel: 'warning',
  });
  return outfile;
}

export interface ChildOptions {
  /** Arguments for Node itself, such as a memory limit. */
  readonly node?: readonly string[];
  /** User id of the process. Only root can set it. */
  readonly uid?: number;
}

/** A child process and the lines it has printed so far. */
export class Child {
  readonly said: string[] = [];
  readonly #process: ChildProcess;
  readonly #closed: Promise<unknown>;
  #listening: (() => void) | undefined;

  constructor(program: string, args: readonly string[], { node = [], uid }: ChildOptions = {}) {
    this.#process = spawn(process.execPath, [...node, program, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
      ...(uid !== undefined && { uid, gid: uid }),
    });
    this.#closed = once(this.#process, 'close');
    // The process can end before it reads from its standard input.
    this.#process.stdin?.on('error', () => undefined);
    createInterface(this.#process.stdout!).on('line', (line) => {
      this.said.push(line);
      this.#listening?.();
    });
  }

  /** Resolves once the process has printed this many lines. Fails if it ends before. */
  async hasSaid(lines: number): Promise<void> {
    while (this.said.length < lines) {
      const ended = await Promise.race([
        new Promise<boolean>((resolve) => (this.#listening = () => resolve(false))),
        this.#closed.then(() => true),
      ]);
      assert.ok(!ended || this.said.length >= lines, `the process ended after ${this.said.length} lines`);
    }
  }

  go(): void {
    this.tell('go');
  }

  tell(line: string): void {
    this.#process.stdin?.write(`${line}\n`);
  }

  kill(): Promise<unknown> {
    this.#process.kill('SIGKILL');
    return this.#closed;
  }

  /** Resolves once the process has ended by itself with exit code 0. */
  async ended(): Promise<void> {
    assert.deepEqual(await this.#closed, [0, null]);
  }
}

/** Starts the children at the same moment: waits until each is ready, then sends `go` to all. */
export async function startTogether(children: readonly Child[]): Promise<void> {
  await Promise.all(children.map((child) => child.hasSaid(1)));
  for (const child of children) child.go();
}
