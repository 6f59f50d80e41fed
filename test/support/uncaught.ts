import { once } from 'node:events';
import process from 'node:process';

/** The uncaught exception that the work causes. Mocha does not see it, so it fails no test. */
export async function uncaughtWhile(work: () => unknown): Promise<unknown> {
  const listeners = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException');
  try {
    const uncaught = once(process, 'uncaughtException');
    await work();
    const [error] = (await uncaught) as unknown[];
    return error;
  } finally {
    for (const listener of listeners) process.on('uncaughtException', listener);
  }
}
