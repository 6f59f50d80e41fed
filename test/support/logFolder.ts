import assert from 'node:assert/strict';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { throwAwayFolder } from '../../scripts/lib/throwAwayFolder.mjs';

/**
 * A log folder under guard: each file that was there must still exist and still begin with the same bytes. Only the
 * test itself may damage or remove a file, through this object.
 */
export class LogFolder {
  readonly #place = throwAwayFolder();
  readonly #known = new Map<string, Buffer>();
  /** The folder the log is opened on. Its files are in {@link folder}. */
  readonly root = join(this.#place.path, 'root');
  readonly folder = join(this.root, 'log');

  /** The private folder of one machine. */
  storage(machine = 'laptop'): string {
    return join(this.#place.path, machine);
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): Buffer {
    return readFileSync(this.path(name));
  }

  names(): string[] {
    return readdirSync(this.folder).toSorted();
  }

  write(name: string, content: string | Uint8Array): void {
    this.check();
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(this.path(name), content);
    this.#known.set(name, Buffer.from(content));
  }

  /** Appends to a file, as another program does. */
  append(name: string, content: string | Uint8Array): void {
    mkdirSync(this.folder, { recursive: true });
    appendFileSync(this.path(name), content);
  }

  remove(name: string): void {
    this.check();
    rmSync(this.path(name), { recursive: true });
    this.#known.delete(name);
  }

  /** Call this after the test itself has changed the folder. */
  forget(): void {
    this.#known.clear();
  }

  check(): void {
    for (const [name, before] of this.#known) {
      assert.ok(existsSync(this.path(name)), `${name} was removed`);
      const now = this.read(name);
      assert.ok(now.length >= before.length, `${name} was shortened from ${before.length} to ${now.length} bytes`);
      assert.ok(now.subarray(0, before.length).equals(before), `the old part of ${name} was rewritten`);
    }
    if (!existsSync(this.folder)) return;
    for (const name of this.names()) {
      const isFile = lstatSync(this.path(name), { throwIfNoEntry: false })?.isFile() ?? false;
      if (isFile) this.#known.set(name, this.read(name));
    }
  }

  end(): void {
    this.#place.remove();
  }
}

/** A test with its own log folder. Fails if a file in it was shortened, rewritten, renamed or deleted. */
export function inLogFolder(body: (place: LogFolder, test: Mocha.Context) => Promise<void> | void): Mocha.AsyncFunc {
  return async function (this: Mocha.Context) {
    const place = new LogFolder();
    try {
      await body(place, this);
      place.check();
    } finally {
      place.end();
    }
  };
}

/** The name of the file that a log appends to. */
export function ownFile(log: { readonly file: string }): string {
  return basename(log.file);
}
