import { HumanError } from '../../../core/humanError.ts';
import { isRefusal } from '../../../core/rules/refusal.ts';
import type { RuleContext, Ruling } from '../../../core/rules/context.ts';
import { addSample, removeSample } from '../../../core/rules/sample.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import type { ActResult } from '../../../app/entryStore.ts';
import { noArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';
import { answerUndone } from '../../undoMessages.ts';

/** Adds sample items, priorities and assignments to try things on. */
export async function addSampleItems(context: CommandContext, argument: unknown): Promise<{ added: number }> {
  if (isProgramCall(argument)) parseArguments(commandIds.addSampleItems, noArguments, argument);
  const done = await actBy(context, addSample);
  if (!isProgramCall(argument)) context.sayDone(done);
  return { added: done.facts.filter(({ type }) => type === 'itemCaptured').length };
}

/** Removes all of them, whatever was done about them since. */
export async function removeSampleItems(context: CommandContext, argument: unknown): Promise<{ undone: number }> {
  if (isProgramCall(argument)) parseArguments(commandIds.removeSampleItems, noArguments, argument);
  const { act, facts } = await actBy(context, removeSample);
  if (!isProgramCall(argument)) {
    const undone = t('Removed the sample items, and all that was done with them.');
    void answerUndone(context.store, { undone, act, by: act });
  }
  return { undone: facts.length };
}

async function actBy(context: CommandContext, rules: (ruleContext: RuleContext) => Ruling): Promise<ActResult> {
  await context.loaded;
  const done = await context.store.act(rules);
  if (isRefusal(done)) throw new HumanError(sayRefusal(done, context.store.today.day));
  return done;
}
