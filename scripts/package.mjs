/** npm run package [-- <file.vsix>]: makes the package that people install. */
import { resolve } from 'node:path';
import process from 'node:process';
import { packageExtension } from './lib/packageExtension.mjs';

const [file] = process.argv.slice(2);
console.log(`Packaged: ${await packageExtension(file && resolve(file))}`);
