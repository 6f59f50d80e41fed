import type { Attempt } from '../app/ids.ts';
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
 * Performs an intent from a prompt that is still open.
 *
 * @param whenDone called with what was done
 * @returns the sentence of the refusal or failure, for the prompt to show; undefined if it is done
 */
export async function tryAct(
  context: CommandContext,
  intent: Intent,
  attempt: Attempt,
  whenDone?: (done: ActResult) => void,
): Promise<string | undefined> {
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
}
