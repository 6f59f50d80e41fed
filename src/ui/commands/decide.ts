import { Attempt } from '../../app/ids.ts';
import { t } from '../../core/wording/translate.ts';
import { act, itemMeant, tryAct } from '../acting.ts';
import { decideArguments, parseArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { askSteps } from '../prompts/askSteps.ts';
import { askText } from '../prompts/askText.ts';
import { isArgument } from '../isArgument.ts';
import type { Rooms } from '../rooms.ts';
import { RowNode } from '../waiting/nodes.ts';
import { clear } from './clear.ts';

/** Closes a decision or an approval: asks for the outcome, then for the because, which may stay empty. */
export async function decide(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const intent = parseArguments(commandIds.decide, decideArguments, argument);
    await act(rooms, { type: 'decide', ...intent });
    return { id: intent.id };
  }
  const row = await itemMeant(
    rooms,
    argument,
    t('Decide'),
    ({ closing, readOnly }) => closing === undefined && !readOnly,
  );
  if (row === undefined) return undefined;
  // Whoever presses the key that decides wants the item done with; for a dependency that is to clear it.
  if (row.kind === 'dependency') return clear(rooms, new RowNode(row));

  const title = t('Decide “{0}”', row.title);
  const attempt = new Attempt(rooms.ledger.ids);
  let outcome = '';
  let because = '';
  const done = await askSteps([
    (step) =>
      askText({
        title,
        step,
        prompt: t('Outcome: what is decided?'),
        placeholder: row.kind === 'approval' ? t('Yes, or no, and what for') : t('What will be done'),
        value: outcome,
        accept: async (value) => {
          outcome = value;
          return value.trim() === '' ? t('The outcome is missing. Type at least a word.') : undefined;
        },
      }),
    (step) =>
      askText({
        title,
        step,
        canGoBack: true,
        prompt: t('Because: why? Enter without a word leaves it out.'),
        value: because,
        accept: (value) => {
          because = value;
          return tryAct(rooms, { type: 'decide', id: row.id, outcome, because }, attempt);
        },
      }),
  ]);
  return done ? { id: row.id } : undefined;
}
