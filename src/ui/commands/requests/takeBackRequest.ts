import { isOutside } from '../../../core/entries/sameEntry.ts';
import { titlesIn } from '../../../core/register/titles.ts';
import { historyLines } from '../../../core/reports/historyText.ts';
import { sayTakenBack } from '../../../core/requests/takenBackText.ts';
import { t } from '../../../core/text/translate.ts';
import { parseArguments, takeBackRequestArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import type { CommandContext } from '../../commandContext.ts';
import { act } from '../../performIntent.ts';
import { isProgramCall } from '../../programCall.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import { items, resolveRow } from '../../resolveRow.ts';
import { answerWith } from '../../undoMessages.ts';

/** Takes back what came from GitHub about an item. It stays so at the next refresh. */
export async function takeBackRequest(context: CommandContext, argument: unknown): Promise<unknown> {
  const { store } = context;
  if (isProgramCall(argument)) {
    const given = parseArguments(commandIds.takeBackRequest, takeBackRequestArguments, argument);
    await act(context, { type: 'takeBackRequest', ...given });
    return { id: given.id };
  }
  const title = t('Take Back What Came from GitHub');
  const row = await resolveRow(context, argument, items, title, { matches: ({ request }) => request !== undefined });
  const item = row && store.register.items.get(row.id);
  if (item === undefined) return undefined;
  const lines = historyLines(item, store.today.day, store.policy().calendar, titlesIn(store.register));
  // An act of several entries is named by its first.
  const acts = new Map(
    item.history.flatMap((entry, at) => (isOutside(entry) ? [[entry.act, lines[at]] as const] : [])).toReversed(),
  );
  const taken = await pickOne({
    title: t('{0}: “{1}”', title, row?.title ?? ''),
    placeholder: t('What should no longer count? A refresh does not bring it back.'),
    choices: [...acts].map(([value, line]) => ({ label: line?.text ?? value, description: line?.day ?? '', value })),
  });
  if (taken === undefined) return undefined;
  const entries = item.history.filter((entry) => entry.act === taken);
  const sentence = sayTakenBack(entries, item.title, acts.get(taken)?.text ?? '');
  const done = await act(context, { type: 'takeBackRequest', id: item.id, act: taken });
  void answerWith(store, sentence, done);
  return { id: item.id };
}
