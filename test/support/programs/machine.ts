/**
 * The start of a window: prints the id of its machine.
 * Usage: node machine.mjs <storage>
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { Device } from '../../../src/log/device.ts';

const [storage = ''] = process.argv.slice(2);
process.stdin.once('data', () => {
  writeSync(1, `${Device.load(storage).id}\n`);
  process.stdin.destroy();
});
writeSync(1, 'ready\n');
