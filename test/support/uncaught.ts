import { once } from 'node:events';
import process from 'node:process';

/** The error that surfaces as uncaught while something is done; the runner, which would take it for its own, hears nothing. */
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
