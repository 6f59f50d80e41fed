import process from 'node:process';
import { cleanEnvironment, run } from './childProcess.mjs';
import { nodeBinary } from './nodeBinary.mjs';

/**
 * Runs npm in a folder. Inside `npm run` the very npm that runs us is used; on its own a shell has to find it, as
 * Windows has npm only as a .cmd file.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  const own = process.env['npm_execpath'];
  const env = cleanEnvironment();
  return own?.endsWith('.js')
    ? run(nodeBinary, [own, ...args], { cwd, env })
    : run('npm', args, { cwd, env, shell: true });
}
