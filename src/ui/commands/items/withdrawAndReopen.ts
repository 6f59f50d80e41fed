import { t } from '../../../core/text/translate.ts';
import { reopenArguments, withdrawArguments } from '../../arguments.ts';
import { isOpen, itemCommand } from '../../rowCommand.ts';
import { askText } from '../../prompts/askText.ts';

/** Closes an item as withdrawn, without an answer. */
export const withdraw = itemCommand({
  intent: 'withdraw',
  schema: withdrawArguments,
  title: () => t('Withdraw'),
  matches: isOpen,
  probe: { reason: '…' },
  ask: ({ row, act }) =>
    askText({
      title: t('Withdraw “{0}”', row.title),
      prompt: t('Reason: why does nobody need this any more?'),
      accept: (reason) => act({ reason }),
    }),
});

/** Opens a closed item again. */
export const reopen = itemCommand({
  intent: 'reopen',
  schema: reopenArguments,
  title: () => t('Reopen'),
  matches: ({ closing, check, readOnly }) => closing !== undefined && check?.answer?.how !== 'reversed' && !readOnly,
  probe: { reason: '…' },
  ask: ({ row, act }) =>
    askText({
      title: t('Reopen “{0}”', row.title),
      prompt: t('Reason: what has changed?'),
      accept: (reason) => act({ reason }),
    }),
});
