import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../core/register/steps.ts';

/**
 * Does the work step by step. Between two steps the extension host can do other work.
 *
 * @param isCancelled asked before each step; the rest is left undone then, and the result is undefined
 */
export function runInSlices<T>(steps: Steps<T>): Promise<T>;
export function runInSlices<T>(steps: Steps<T>, isCancelled: () => boolean): Promise<T | undefined>;
export async function runInSlices<T>(steps: Steps<T>, isCancelled = () => false): Promise<T | undefined> {
  while (!isCancelled()) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
  return undefined;
}
