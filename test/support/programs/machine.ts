/** A window that starts: prints the id of its machine.   node machine.mjs <storage> */
import { writeSync } from 'node:fs';
import process from 'node:process';
import { Device } from '../../../src/log/device.ts';

const [storage = ''] = process.argv.slice(2);
process.stdin.once('data', () => {
  writeSync(1, `${Device.load(storage).id}\n`);
  process.stdin.destroy();
});
writeSync(1, 'ready\n');
