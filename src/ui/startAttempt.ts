import { Attempt } from '../app/ids.ts';
import type { ActResult } from '../app/entryStore.ts';
import type { Intent } from '../core/rules/intents.ts';
import type { CommandContext } from './commandContext.ts';
import { tryAct } from './performIntent.ts';

/** Performs intents from a prompt as one attempt, so that a retry keeps its ids. See {@link tryAct}. */
export function startAttempt(
  context: CommandContext,
  whenDone?: (done: ActResult) => void,
): (intent: Intent) => Promise<string | undefined> {
  const attempt = new Attempt(context.store.ids);
  return (intent) => tryAct(context, intent, attempt, whenDone);
}
