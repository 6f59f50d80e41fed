import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';

export type ProgramName = 'writer' | 'machine' | 'powerCut' | 'foldWork' | 'start' | 'window' | 'listing';

/** Bundles a program of test/support/programs so that it runs from any folder, and returns where it is. */
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
  /** For Node itself, such as a limit of its memory. */
  readonly node?: readonly string[];
  /** The user it runs as; only root may choose. */
  readonly uid?: number;
}

/** A process of its own, and what it has said so far, line by line. */
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
    // It may be gone before it hears its sign to start.
    this.#process.stdin?.on('error', () => undefined);
    createInterface(this.#process.stdout!).on('line', (line) => {
      this.said.push(line);
      this.#listening?.();
    });
  }

  /** Once it has said so many lines. */
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

  /** Once it has ended by itself, and well. */
  async ended(): Promise<void> {
    assert.deepEqual(await this.#closed, [0, null]);
  }
}

/** Starts the children and lets them go at the same moment. */
export async function startTogether(children: readonly Child[]): Promise<void> {
  await Promise.all(children.map((child) => child.hasSaid(1)));
  for (const child of children) child.go();
}
