import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../core/register/steps.ts';

/** Does the work step by step. Between two steps the extension host can do other work. */
export async function runInSlices<T>(steps: Steps<T>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
