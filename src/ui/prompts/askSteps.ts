import type { Answer } from './askIn.ts';

/** One question of several. It keeps its own answer, so that going back shows it again. */
export type Step = (position: { readonly at: number; readonly of: number }) => Promise<Answer<unknown>>;

/** Asks the questions in order, forward and back. False if the person cancelled. */
export async function askSteps(steps: readonly Step[]): Promise<boolean> {
  let at = 0;
  while (at < steps.length) {
    const answer = await steps[at]?.({ at: at + 1, of: steps.length });
    if (answer === undefined || answer.type === 'cancelled') return false;
    at = Math.max(0, at + (answer.type === 'back' ? -1 : 1));
  }
  return true;
}
