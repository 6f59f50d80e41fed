import type { Answer } from './askIn.ts';

/** One question of several. It keeps its own answer, so that going back shows it again. */
export type Step = (position: { readonly at: number; readonly of: number }) => Promise<Answer<unknown>>;

/**
 * Asks the questions in order, forward and back. An answer may add questions at the end, or take those after its own away.
 * False if the person cancelled.
 */
export async function askSteps(steps: readonly Step[]): Promise<boolean> {
  let at = 0;
  while (at < steps.length) {
    const answer = await steps[at]?.({
      at: at + 1,
      // How many there are can change with the answer.
      get of() {
        return steps.length;
      },
    });
    if (answer === undefined || answer.type === 'cancelled') return false;
    at = Math.max(0, at + (answer.type === 'back' ? -1 : 1));
  }
  return true;
}
