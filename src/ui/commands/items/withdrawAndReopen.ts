import { t } from '../../../core/text/translate.ts';
import { reopenArguments, withdrawArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isOpen, itemCommand } from '../../itemCommand.ts';
import { askText } from '../../prompts/askText.ts';

/** Closes an item as withdrawn, without an answer. */
export const withdraw = itemCommand({
  id: commandIds.withdraw,
  schema: withdrawArguments,
  intentOf: (given) => ({ type: 'withdraw', ...given }),
  title: () => t('Withdraw'),
  matches: isOpen,
  probe: (id) => ({ type: 'withdraw', id, reason: '…' }),
  ask: ({ row, act }) =>
    isGiven(
      askText({
        title: t('Withdraw “{0}”', row.title),
        prompt: t('Reason: why does nobody need this any more?'),
        accept: (reason) => act({ type: 'withdraw', id: row.id, reason }),
      }),
    ),
});

/** Opens a closed item again. */
export const reopen = itemCommand({
  id: commandIds.reopen,
  schema: reopenArguments,
  intentOf: (given) => ({ type: 'reopen', ...given }),
  title: () => t('Reopen'),
  matches: ({ closing, check, readOnly }) => closing !== undefined && check?.answer?.how !== 'reversed' && !readOnly,
  probe: (id) => ({ type: 'reopen', id, reason: '…' }),
  ask: ({ row, act }) =>
    isGiven(
      askText({
        title: t('Reopen “{0}”', row.title),
        prompt: t('Reason: what has changed?'),
        accept: (reason) => act({ type: 'reopen', id: row.id, reason }),
      }),
    ),
});

async function isGiven(answer: Promise<{ readonly type: string }>): Promise<boolean> {
  return (await answer).type === 'given';
}
