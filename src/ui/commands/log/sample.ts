import { HumanError } from '../../../core/humanError.ts';
import { isRefusal } from '../../../core/rules/refusal.ts';
import type { RuleContext, Ruling } from '../../../core/rules/context.ts';
import { addSample, removeSample } from '../../../core/rules/sample.ts';
import { sayRefusal } from '../../../core/rules/refusalText.ts';
import { t } from '../../../core/text/translate.ts';
import type { Done } from '../../../app/entryStore.ts';
import { noArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isArgument } from '../../programCall.ts';
import type { Rooms } from '../../commandContext.ts';
import { answerUndone } from '../../undoMessages.ts';

/** Adds items, priorities and assignments to try things on. */
export async function addSampleItems(rooms: Rooms, argument: unknown): Promise<{ added: number }> {
  if (isArgument(argument)) parseArguments(commandIds.addSampleItems, noArguments, argument);
  const done = await actBy(rooms, addSample);
  if (!isArgument(argument)) rooms.sayDone(done);
  return { added: done.facts.filter(({ type }) => type === 'itemCaptured').length };
}

/** Takes all of them back, whatever was done about them since. */
export async function removeSampleItems(rooms: Rooms, argument: unknown): Promise<{ undone: number }> {
  if (isArgument(argument)) parseArguments(commandIds.removeSampleItems, noArguments, argument);
  const { act, facts } = await actBy(rooms, removeSample);
  if (!isArgument(argument)) {
    const undone = t('Removed the sample items, and what was done about them.');
    void answerUndone(rooms.ledger, { undone, act, by: act });
  }
  return { undone: facts.length };
}

async function actBy(rooms: Rooms, rules: (context: RuleContext) => Ruling): Promise<Done> {
  await rooms.loaded;
  const done = await rooms.ledger.act(rules);
  if (isRefusal(done)) throw new HumanError(sayRefusal(done, rooms.ledger.today.day));
  return done;
}
