import { createHash, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What this machine stores outside the log folder, so that it is never copied or synced with the log: its own random
 * id, and which log folders it has used, moved and forgotten.
 */
export class Device {
  private constructor(
    readonly id: string,
    /** The extension's own folder on this machine. */
    readonly storage: string,
  ) {}

  /**
   * @param storage the extension's own folder on this machine; created if missing
   * @throws the error of the file system, or an Error if no valid id can be stored
   */
  static load(storage: string): Device {
    mkdirSync(storage, { recursive: true, mode: 0o700 });
    const file = join(storage, 'device');
    if (existsSync(file) && readId(file) === undefined) {
      // A crash left it without content. Every line written under an invalid id would be quarantined.
      rmSync(file, { force: true });
    }
    if (!existsSync(file)) create(file, `${randomUUID()}\n`);
    const id = readId(file);
    if (id === undefined) throw new Error(`${file} does not hold the id of this machine.`);
    return new Device(id, storage);
  }

  /** Whether this machine has used the folder before. If so, a missing folder is a fault and not a first start. */
  hasUsed(folder: string): boolean {
    return existsSync(this.#useMarker(folder));
  }

  rememberUse(folder: string): void {
    const marker = this.#useMarker(folder);
    if (existsSync(marker)) return;
    mkdirSync(join(this.storage, 'used'), { recursive: true });
    create(marker, `${folder}\n`);
  }

  /** Records that the log was moved. A window that still writes to the former folder then copies what is missing. */
  rememberMove(from: string, to: string): void {
    const marker = this.#moveMarker(from, to);
    mkdirSync(join(this.storage, 'moved'), { recursive: true });
    create(marker, `${from}\n${to}\n`);
  }

  hasMoved(from: string, to: string): boolean {
    return existsSync(this.#moveMarker(from, to));
  }

  /**
   * Records that the log in this folder was deleted on purpose.
   * @param at when, in milliseconds since 1970
   */
  rememberForgetting(folder: string, at: number): void {
    const marker = this.dataPath('forgotten', folder);
    mkdirSync(join(this.storage, 'forgotten'), { recursive: true });
    writeFileSync(marker, `${at}\n`, { mode: 0o600 });
  }

  /** When the log was last deleted on purpose, in milliseconds since 1970; 0 if never. */
  forgottenAt(folder: string): number {
    const marker = this.dataPath('forgotten', folder);
    return existsSync(marker) ? Number(readFileSync(marker, 'utf8')) : 0;
  }

  /** Whether lines of a newer version in this file of a log are to be left out of account on this machine. */
  ignoresNewer(folder: string, name: string): boolean {
    return existsSync(this.#ignoreMarker(folder, name));
  }

  rememberIgnoringNewer(folder: string, name: string, isIgnored: boolean): void {
    const marker = this.#ignoreMarker(folder, name);
    if (!isIgnored) return rmSync(marker, { force: true });
    mkdirSync(join(this.storage, 'ignored'), { recursive: true });
    create(marker, `${folder}\n${name}\n`);
  }

  #ignoreMarker(folder: string, name: string): string {
    return join(this.storage, 'ignored', keyOf(`${folder}\n${name}`));
  }

  #moveMarker(from: string, to: string): string {
    return join(this.storage, 'moved', keyOf(`${from}\n${to}`));
  }

  /** Path of this machine's own data about a log folder. Not created. */
  dataPath(what: 'mirror' | 'copies' | 'board' | 'forgotten', folder: string): string {
    return join(this.storage, what, keyOf(folder));
  }

  #useMarker(folder: string): string {
    return join(this.storage, 'used', keyOf(folder));
  }
}

/** A name made of a folder's path that is a valid file name on every platform. */
function keyOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}

function readId(file: string): string | undefined {
  const id = readFileSync(file, 'utf8').trim();
  return /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
}

/** Creates the file whole or not at all. Does nothing if it exists, for example because another window was first. */
function create(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if (existsSync(file)) return;
    // Some file systems have no hard links; there, the first window to create the file wins.
    if (!existsSync(draft)) throw error;
    createDirectly(file, text);
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
