/**
 * A window to be killed: captures items as fast as it can and prints the id of each once it is saved.
 * Usage: node writer.mjs <root> <storage> <name> <count>
 *
 * Prints "ready" and starts on the first input, so that several start together.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { wallClock } from '../../../src/app/clock.ts';
import { capture, openStore } from '../entryStores.ts';

const [root = '', storage = '', name = '', count = '0'] = process.argv.slice(2);
const store = openStore(root, storage, { clock: wallClock });
process.stdin.once('data', () => void write());
printLine('ready');

async function write(): Promise<void> {
  for (let number = 0; number < Number(count); number++) printLine(await capture(store, `${name} ${number}`));
  process.stdin.destroy();
}

/** Not console.log: the line must leave this process before the process can be killed. */
function printLine(text: string): void {
  writeSync(1, `${text}\n`);
}
