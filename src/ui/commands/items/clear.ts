import { t } from '../../../core/text/translate.ts';
import { clearArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isOpen, itemCommand } from '../../itemCommand.ts';
import { askText } from '../../prompts/askText.ts';

/** Closes a dependency, with an optional note on how it was cleared. */
export const clear = itemCommand({
  id: commandIds.clear,
  schema: clearArguments,
  intentOf: (given) => ({ type: 'clear', ...given }),
  title: () => t('Clear Dependency'),
  matches: (row) => isOpen(row) && row.kind === 'dependency',
  probe: (id) => ({ type: 'clear', id }),
  ask: async ({ row, act }) => {
    const answer = await askText({
      title: t('Clear “{0}”', row.title),
      prompt: t('How was it cleared? Enter without a word leaves it out.'),
      accept: (note) => act({ type: 'clear', id: row.id, note }),
    });
    return answer.type === 'given';
  },
});
