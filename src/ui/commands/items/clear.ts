import { t } from '../../../core/text/translate.ts';
import { clearArguments } from '../../arguments.ts';
import { isOpen, itemCommand } from '../../rowCommand.ts';
import { askText } from '../../prompts/askText.ts';

/** Closes a dependency, with an optional note on how it was cleared. */
export const clear = itemCommand({
  intent: 'clear',
  schema: clearArguments,
  title: () => t('Clear Dependency'),
  matches: (row) => isOpen(row) && row.kind === 'dependency',
  probe: {},
  ask: ({ row, act }) =>
    askText({
      title: t('Clear “{0}”', row.title),
      prompt: t('How was it cleared? Optional: Enter to skip.'),
      accept: (note) => act({ note }),
    }),
});
