import type { Day } from '../../../core/time/day.ts';
import { promiseSentence } from '../../../core/items/itemSentences.ts';
import { t } from '../../../core/text/translate.ts';
import { movePromiseArguments } from '../../arguments.ts';
import { anyDay, isOpen, itemCommand } from '../../rowCommand.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askSteps } from '../../prompts/askSteps.ts';
import { askText } from '../../prompts/askText.ts';

/** Moves the promise to another day; a later one than people were told needs a reason. The first promise stays on record. */
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
    let isMoved = false;
    return askSteps(
      [
        (step) =>
          askDay(context, {
            title,
            step,
            value: typed,
            prompt: t('{0} Which day now?', promiseSentence(row, context.store.today.day)),
            lean: 'future',
            objection: (day) => objection({ promisedOn: day, reason: '…' }),
            accept: async (day) => {
              promisedOn = day;
              typed = day;
              if (day > row.saidOn) return undefined;
              const failure = await act({ promisedOn });
              isMoved = failure === undefined;
              return failure;
            },
          }),
        async (step) =>
          isMoved
            ? { type: 'given', value: '' }
            : askText({
                title,
                step,
                canGoBack: true,
                prompt: t('Reason: why does it move?'),
                accept: (reason) => act({ promisedOn, reason }),
              }),
      ],
      // Only a later day needs a reason.
      'unknown',
    );
  },
});
