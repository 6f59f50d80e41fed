import { tidyList } from '../../../core/rules/limits.ts';
import { namesWithout } from '../../../core/text/names.ts';
import { sayPeople } from '../../../core/text/days.ts';
import { counted, t } from '../../../core/text/translate.ts';
import { changeWaitingArguments } from '../../arguments.ts';
import { itemCommand } from '../../rowCommand.ts';
import { askText } from '../../prompts/askText.ts';
import { joinNames, splitNames } from '../../prompts/splitNames.ts';

/** Changes who waits. The prompt shows the whole list to be edited. */
export const changeWaiting = itemCommand({
  intent: 'changeWaiting',
  schema: changeWaitingArguments,
  title: () => t('Change Who Waits'),
  matches: ({ readOnly }) => !readOnly,
  probe: {},
  ask: ({ row, act }) =>
    askText({
      title: t('Who waits for “{0}”?', row.title),
      prompt: t('Names, separated by commas or semicolons. Remove a name and that person no longer waits.'),
      placeholder: t('anna, sam'),
      value: joinNames(row.waiting),
      preview: (text) => {
        const names = tidyList(splitNames(text));
        return {
          type: 'info',
          sentence:
            names.length === 0
              ? t('Nobody is named')
              : counted(names.length, '{0} person waits: {1}', '{0} people wait: {1}', sayPeople(names)),
        };
      },
      // Compared with the list that was shown, so that a name another window has added meanwhile stays.
      accept: (text) => {
        const names = tidyList(splitNames(text));
        const [add, remove] = [namesWithout(names, row.waiting), namesWithout(row.waiting, names)];
        return act({ add, remove });
      },
    }),
});
