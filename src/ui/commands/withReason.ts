import { Attempt } from '../../app/ids.ts';
import type { BoardRow } from '../../core/board.ts';
import { t } from '../../core/wording/translate.ts';
import { act, itemMeant, tryAct } from '../acting.ts';
import { parseArguments, reopenArguments, withdrawArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { askText } from '../prompts/askText.ts';
import { isArgument } from '../isArgument.ts';
import type { Rooms } from '../rooms.ts';

interface ReasonQuestion {
  readonly pickTitle: string;
  readonly title: (row: BoardRow) => string;
  readonly prompt: string;
  readonly matches: (row: BoardRow) => boolean;
}

/** Takes an item off the leader's hands without an answer. */
export async function withdraw(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const intent = parseArguments(commandIds.withdraw, withdrawArguments, argument);
    await act(rooms, { type: 'withdraw', ...intent });
    return { id: intent.id };
  }
  return askReason(rooms, argument, 'withdraw', {
    pickTitle: t('Withdraw'),
    title: (row) => t('Withdraw “{0}”', row.title),
    prompt: t('Reason: why does nobody need this any more?'),
    matches: ({ closing, readOnly }) => closing === undefined && !readOnly,
  });
}

/** Opens a closed item again. */
export async function reopen(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const intent = parseArguments(commandIds.reopen, reopenArguments, argument);
    await act(rooms, { type: 'reopen', ...intent });
    return { id: intent.id };
  }
  return askReason(rooms, argument, 'reopen', {
    pickTitle: t('Reopen'),
    title: (row) => t('Reopen “{0}”', row.title),
    prompt: t('Reason: what has changed?'),
    matches: ({ closing, readOnly }) => closing !== undefined && !readOnly,
  });
}

async function askReason(
  rooms: Rooms,
  argument: unknown,
  type: 'withdraw' | 'reopen',
  question: ReasonQuestion,
): Promise<unknown> {
  const row = await itemMeant(rooms, argument, question.pickTitle, question.matches);
  if (row === undefined) return undefined;
  const attempt = new Attempt(rooms.ledger.ids);
  const answer = await askText({
    title: question.title(row),
    prompt: question.prompt,
    accept: (reason) => tryAct(rooms, { type, id: row.id, reason }, attempt),
  });
  return answer.type === 'given' ? { id: row.id } : undefined;
}
