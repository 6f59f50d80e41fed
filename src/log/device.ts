import { createHash, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What this machine remembers outside the log folder, so that a copied or synced folder never carries it along: its
 * own random id, and which log folders it has written to.
 */
export class Device {
  private constructor(
    readonly id: string,
    private readonly storage: string,
  ) {}

  /** @param storage the extension's own folder on this machine; created when missing */
  static load(storage: string): Device {
    mkdirSync(storage, { recursive: true, mode: 0o700 });
    const file = join(storage, 'device');
    if (existsSync(file) && readId(file) === undefined) {
      // It lost its content in a crash. Every line written under an id that is none would be quarantined.
      rmSync(file, { force: true });
    }
    if (!existsSync(file)) create(file, `${randomUUID()}\n`);
    const id = readId(file);
    if (id === undefined) throw new Error(`${file} does not hold the id of this machine.`);
    return new Device(id, storage);
  }

  /** Whether this machine has used the folder before; then a missing folder is a fault and not a first start. */
  hasUsed(folder: string): boolean {
    return existsSync(this.#markOf(folder));
  }

  rememberUse(folder: string): void {
    const mark = this.#markOf(folder);
    if (existsSync(mark)) return;
    mkdirSync(join(this.storage, 'used'), { recursive: true });
    create(mark, `${folder}\n`);
  }

  /** Notes that the log was moved: whoever still writes to the former folder then brings over what is missing. */
  rememberMove(from: string, to: string): void {
    const mark = this.#moveMark(from, to);
    mkdirSync(join(this.storage, 'moved'), { recursive: true });
    create(mark, `${from}\n${to}\n`);
  }

  hasMoved(from: string, to: string): boolean {
    return existsSync(this.#moveMark(from, to));
  }

  /** Notes that the log in this folder was forgotten on purpose, and when, in milliseconds since 1970. */
  rememberForgetting(folder: string, at: number): void {
    const mark = this.beside('forgotten', folder);
    mkdirSync(join(this.storage, 'forgotten'), { recursive: true });
    writeFileSync(mark, `${at}\n`, { mode: 0o600 });
  }

  /** When that was last; 0 for never. */
  forgottenAt(folder: string): number {
    const mark = this.beside('forgotten', folder);
    return existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : 0;
  }

  #moveMark(from: string, to: string): string {
    return join(this.storage, 'moved', keyOf(`${from}\n${to}`));
  }

  /** Where this machine keeps something of its own about a log folder. Not created. */
  beside(what: 'mirror' | 'copies' | 'board' | 'forgotten', folder: string): string {
    return join(this.storage, what, keyOf(folder));
  }

  #markOf(folder: string): string {
    return join(this.storage, 'used', keyOf(folder));
  }
}

/** A name for a folder that is a name of a file everywhere. */
function keyOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
}

function readId(file: string): string | undefined {
  const id = readFileSync(file, 'utf8').trim();
  return /^[0-9a-f-]{36}$/.test(id) ? id : undefined;
}

/** Creates the file whole or not at all, and leaves it alone when another window was first. */
function create(file: string, text: string): void {
  const draft = `${file}.${randomUUID()}`;
  try {
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    linkSync(draft, file);
  } catch (error) {
    if (existsSync(file)) return;
    // Some file systems have no links; there, the first window to create the file wins.
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
