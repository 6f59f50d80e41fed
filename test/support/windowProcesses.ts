import { chmodSync } from 'node:fs';
import { after, before } from 'mocha';
import { throwAwayFolder } from '../../scripts/lib/throwAwayFolder.mjs';
import { bundleProgram, type ChildOptions } from './children.ts';
import { WindowProcess } from './windowProcess.ts';

/** Opens a window in a process of its own, as the machine with this private storage. */
export interface OpenWindow {
  (root: string, storage: string, options?: ChildOptions): WindowProcess;
  /** Ends all that are open, for example before their disk is removed. */
  close(): Promise<void>;
}

/** The program of all of them, bundled once per run. */
let bundled: Promise<string> | undefined;

function bundle(): Promise<string> {
  const { path } = throwAwayFolder();
  // Another user must be able to run it as well.
  chmodSync(path, 0o755);
  return bundleProgram('window', path);
}

/** For the tests of one `describe`: all windows are ended after it. */
export function windowProcesses(): OpenWindow {
  const open: WindowProcess[] = [];
  let program = '';
  before(async () => void (program = await (bundled ??= bundle())));
  const close = async (): Promise<void> => {
    await Promise.all(open.splice(0).map((window) => window.kill()));
  };
  after(close);
  const openWindow = (root: string, storage: string, options?: ChildOptions): WindowProcess => {
    const window = new WindowProcess(program, root, storage, options);
    open.push(window);
    return window;
  };
  return Object.assign(openWindow, { close });
}
