import type { Answer, StepPosition } from './askIn.ts';

/** One question of several. It keeps its own answer, so that going back shows it again. */
export type Step = (position: StepPosition) => Promise<Answer<unknown>>;

/**
 * Asks the questions in order, forward and back. An answer may add questions at the end, or take those after its own away;
 * the total is then unknown. False if the person cancelled.
 */
export async function askSteps(steps: readonly Step[], total: number | 'unknown' = steps.length): Promise<boolean> {
  let at = 0;
  while (at < steps.length) {
    const position = at + 1;
    const answer = await steps[at]?.({
      at: position,
      of: total === 'unknown' ? undefined : total,
      // Which is the last can change with the answer.
      get isLast() {
        return position === steps.length;
      },
    });
    if (answer === undefined || answer.type === 'cancelled') return false;
    at = Math.max(0, at + (answer.type === 'back' ? -1 : 1));
  }
  return true;
}
