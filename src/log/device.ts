import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createFile, replaceFile } from './backup/wholeFile.ts';

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
    const file = join(storage, 'device');
    // A crash left it without content. Every line written under an invalid id would be quarantined.
    if (existsSync(file) && readId(file) === undefined) rmSync(file, { force: true });
    createFile(file, `${randomUUID()}\n`);
    const id = readId(file);
    if (id === undefined) throw new Error(`${file} does not hold the id of this machine.`);
    return new Device(id, storage);
  }

  /** Whether this machine has used the folder before. If so, a missing folder is a fault and not a first start. */
  hasUsed(folder: string): boolean {
    return existsSync(this.#useMarker(folder));
  }

  rememberUse(folder: string): void {
    createFile(this.#useMarker(folder), `${folder}\n`);
  }

  /** Records that the log was moved. A window that still writes to the former folder then copies what is missing. */
  rememberMove(from: string, to: string): void {
    createFile(this.#moveMarker(from, to), `${from}\n${to}\n`);
  }

  hasMoved(from: string, to: string): boolean {
    return existsSync(this.#moveMarker(from, to));
  }

  /**
   * Records that the log in this folder was deleted on purpose.
   * @param at when, in milliseconds since 1970
   */
  rememberForgetting(folder: string, at: number): void {
    replaceFile(this.dataPath('forgotten', folder), `${at}\n`);
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
    createFile(marker, `${folder}\n${name}\n`);
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
