import { Attempt } from '../app/ids.ts';
import type { ActResult } from '../app/entryStore.ts';
import type { Intent } from '../core/rules/intents.ts';
import { HumanError } from '../core/humanError.ts';
import { isRefusal } from '../core/rules/refusal.ts';
import { rule } from '../core/rules/rule.ts';
import { sayRefusal } from '../core/rules/refusalText.ts';
import type { CommandContext } from './commandContext.ts';

/** Performs an intent. @throws HumanError with the sentence of the refusal */
export async function act(context: CommandContext, intent: Intent): Promise<ActResult> {
  const answer = await context.store.act((ruleContext) => rule(intent, ruleContext));
  if (isRefusal(answer)) throw new HumanError(sayRefusal(answer, context.store.today.day));
  return answer;
}

/**
 * Performs intents from a prompt that is still open. All are one attempt, so that a retry keeps its ids.
 *
 * @param whenDone called with what was done
 * @returns what performs an intent; resolves to the sentence of the refusal or failure, for the prompt to show, or to
 *   undefined if it is done
 */
export function startAttempt(
  context: CommandContext,
  whenDone?: (done: ActResult) => void,
): (intent: Intent) => Promise<string | undefined> {
  const attempt = new Attempt(context.store.ids);
  return async (intent) => {
    try {
      const answer = await context.store.act((ruleContext) => rule(intent, ruleContext), attempt);
      if (isRefusal(answer)) return sayRefusal(answer, context.store.today.day);
      context.sayDone(answer);
      whenDone?.(answer);
      return undefined;
    } catch (error) {
      if (error instanceof HumanError) return error.message;
      throw error;
    }
  };
}
