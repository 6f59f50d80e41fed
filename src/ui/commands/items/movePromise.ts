import type { Day } from '../../../core/time/day.ts';
import { sayDay } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import { movePromiseArguments } from '../../arguments.ts';
import { anyDay, isOpen, itemCommand } from '../../rowCommand.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askSteps } from '../../prompts/askSteps.ts';
import { askText } from '../../prompts/askText.ts';

/** Moves the promise to another day, with the reason. The first promise stays on record. */
export const movePromise = itemCommand({
  intent: 'movePromise',
  schema: movePromiseArguments,
  title: () => t('Move the Promise'),
  matches: (row) => isOpen(row) && row.ball !== 'decider',
  probe: { promisedOn: anyDay, reason: '…' },
  ask: ({ context, row, act, objection }) => {
    const title = t('Move the promise of “{0}”', row.title);
    let promisedOn: Day = row.promisedOn;
    let typed = '';
    return askSteps([
      (step) =>
        askDay(context, {
          title,
          step,
          value: typed,
          prompt: t('Promised {0}. Which day now?', sayDay(row.promisedOn, context.store.today.day)),
          lean: 'future',
          accept: async (day) => {
            promisedOn = day;
            typed = day;
            return objection({ promisedOn, reason: '…' });
          },
        }),
      (step) =>
        askText({
          title,
          step,
          canGoBack: true,
          prompt: t('Reason: why does it move?'),
          accept: (reason) => act({ promisedOn, reason }),
        }),
    ]);
  },
});
