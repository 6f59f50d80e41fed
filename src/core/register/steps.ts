/** Work that can be interrupted between its steps, so that the caller can do something else. */
export type Steps<T> = Generator<undefined, T>;

/** How many entries are taken in, looked at or folded per step. */
export const entriesPerStep = 500;

/** Does all of the work at once. */
export function runToEnd<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
