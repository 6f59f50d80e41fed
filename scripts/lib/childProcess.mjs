import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

/**
 * The environment for a VS Code that we start: without what a surrounding VS Code left in it, which would make the new
 * one talk to the old one, and without the settings npm hands to scripts, which would steer an npm that we start.
 * @param {Record<string, string>} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function cleanEnvironment(extra = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) =>
      !/^(VSCODE_|ELECTRON_RUN_AS_NODE$|npm_(package|lifecycle|config_local_prefix|config_prefix))/.test(name),
  );
  return { ...Object.fromEntries(kept), ...extra };
}

/**
 * Runs a command to its end and hands back what it printed.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, show?: boolean, shell?: boolean, env?: NodeJS.ProcessEnv }} [options] show: print while it runs
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function run(command, args, { cwd, show = false, shell = false, env = process.env } = {}) {
  const child = spawn(command, args, { cwd, shell, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const [stream, terminal] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
      if (show) terminal.write(text);
    });
  }
  try {
    const [code] = await once(child, 'close');
    return { code: code ?? 1, output };
  } catch (error) {
    return { code: 127, output: `${command} did not start: ${String(error)}` };
  }
}

/**
 * Ends a process and all that it started.
 * @param {import('node:child_process').ChildProcess} child started with `detached: true`, so that it leads a group
 */
export async function stopWithChildren(child) {
  if (process.platform === 'win32') {
    await run('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
  signalGroup(child, 'SIGTERM');
  const hurry = setTimeout(signalGroup, 5000, child, 'SIGKILL');
  await ended;
  clearTimeout(hurry);
  signalGroup(child, 'SIGKILL');
}

/**
 * @param {import('node:child_process').ChildProcess} leader
 * @param {NodeJS.Signals} signal
 */
export function signalGroup(leader, signal) {
  if (leader.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? leader.pid : -leader.pid, signal);
  } catch {
    // Nobody of the group is left: what we wanted.
  }
}
