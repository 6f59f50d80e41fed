import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { npm } from './npm.mjs';
import { keptFolder } from './projectFolder.mjs';

/** A complete VS Code server build comes with this npm package; 4.139.1 carries VS Code 1.139.1. */
const version = '4.139.1';
const installed = join(keptFolder, 'server');

/** @param {string} folder */
const vscodeIn = (folder) => join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

/**
 * The folder of the VS Code server build, installed from npm when it is missing or of another version.
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ folder: string, version: string }>} version: that of VS Code
 */
export async function installServer(say = console.log) {
  if (installedVersion() !== version) {
    say(`Installing VS Code's server build (npm package code-server ${version}) into .vscode-test/server …`);
    await installInto(`${installed}-${process.pid}`);
  }
  const folder = vscodeIn(installed);
  return { folder, version: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version };
}

function installedVersion() {
  const manifest = join(installed, 'node_modules', 'code-server', 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}

/**
 * Installs beside the place and moves it there when complete, so that an interrupted install is never taken for a whole.
 * @param {string} workshop
 */
async function installInto(workshop) {
  mkdirSync(workshop, { recursive: true });
  writeFileSync(join(workshop, 'package.json'), '{ "private": true }\n');
  try {
    const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-progress'];
    await npmOrFail(['install', `code-server@${version}`, ...quiet], workshop);
    await npmOrFail(['install', '--omit=dev', ...quiet], vscodeIn(workshop));
    rmSync(installed, { recursive: true, force: true });
    renameSync(workshop, installed);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/**
 * @param {string[]} args
 * @param {string} folder
 */
async function npmOrFail(args, folder) {
  const { code, output } = await npm(args, folder);
  if (code !== 0) {
    throw new Error(
      `"npm ${args.join(' ')}" failed. Check that npm reaches its registry, then run this again.\n${output}`,
    );
  }
}
