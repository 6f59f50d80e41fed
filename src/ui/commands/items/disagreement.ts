import { sayEntry } from '../../../core/reports/historyText.ts';
import { dayOfEntry, type ItemEntry } from '../../../core/entries/entry.ts';
import { sayDay } from '../../../core/text/days.ts';
import { t } from '../../../core/text/translate.ts';
import { settleDisagreementArguments } from '../../arguments.ts';
import { actWithoutAsking, itemCommand } from '../../rowCommand.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import { titlesIn } from '../../../core/register/titles.ts';

/** Two machines closed an item or answered its check differently: says which counts. */
export const settleDisagreement = itemCommand({
  intent: 'settleDisagreement',
  schema: settleDisagreementArguments,
  title: () => t('Choose Which Answer Counts'),
  matches: (row) => row.disagreement !== undefined && !row.readOnly,
  ask: async ({ context, row, act }) => {
    const { disagreement } = row;
    if (disagreement === undefined) return false;
    const today = context.store.today.day;
    const own = context.store.log.device.id;
    const describe = (entry: ItemEntry): string => {
      const on = sayDay(dayOfEntry(entry), today);
      const where = entry.device === own ? t('written here, {0}', on) : t('written on another machine, {0}', on);
      return entry === disagreement.counts ? t('counts now; {0}', where) : where;
    };
    const counts = await pickOne({
      title: t('“{0}”: two machines say different things. Which counts?', row.title),
      placeholder: t('The other stays in the history, and you can undo this.'),
      choices: [disagreement.counts, ...disagreement.others].map((entry) => ({
        label: sayEntry(entry, today, titlesIn(context.store.register)),
        description: describe(entry),
        value: entry.id,
      })),
    });
    return counts !== undefined && actWithoutAsking(act({ counts }));
  },
});
