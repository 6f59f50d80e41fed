import { t } from '../../../core/text/translate.ts';
import { confirmDefaultArguments, dropDefaultArguments, stateDefaultArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { anyDay, actWithoutAsking, isOpen, itemCommand } from '../../itemCommand.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askSteps } from '../../prompts/askSteps.ts';
import { askText } from '../../prompts/askText.ts';

/** States a default: "If nobody decides by D, then …" */
export const stateDefault = itemCommand({
  id: commandIds.stateDefault,
  schema: stateDefaultArguments,
  intentOf: (given) => ({ type: 'stateDefault', ...given }),
  title: () => t('State a Default'),
  matches: (row) => isOpen(row) && row.kind !== 'dependency' && row.kind !== 'clarity',
  probe: (id) => ({ type: 'stateDefault', id, outcome: '…', takesEffectOn: anyDay }),
  ask: ({ context, row, act, objection }) => {
    const title = t('Default of “{0}”', row.title);
    let outcome = row.default?.outcome ?? '';
    let typed: string = row.default?.on ?? '';
    return askSteps([
      (step) =>
        askText({
          title,
          step,
          prompt: t('If nobody decides, what happens?'),
          value: outcome,
          accept: async (value) => {
            outcome = value;
            return objection({ type: 'stateDefault', id: row.id, outcome, takesEffectOn: anyDay });
          },
        }),
      (step) =>
        askDay(context, {
          title,
          step,
          canGoBack: true,
          value: typed,
          prompt: t('On which day? It counts only once you confirm that it took effect.'),
          lean: 'future',
          accept: async (takesEffectOn) => {
            typed = takesEffectOn;
            return act({ type: 'stateDefault', id: row.id, outcome, takesEffectOn });
          },
        }),
    ]);
  },
});

export const dropDefault = itemCommand({
  id: commandIds.dropDefault,
  schema: dropDefaultArguments,
  intentOf: (given) => ({ type: 'dropDefault', ...given }),
  title: () => t('Drop the Default'),
  matches: (row) => isOpen(row) && row.default !== undefined,
  probe: (id) => ({ type: 'dropDefault', id }),
  ask: (asking) => actWithoutAsking(asking, { type: 'dropDefault', id: asking.row.id }),
});

/** Closes an item as decided by silence. Nothing closes by itself: the leader confirms that the default took effect. */
export const confirmDefault = itemCommand({
  id: commandIds.confirmDefault,
  schema: confirmDefaultArguments,
  intentOf: (given) => ({ type: 'confirmDefault', ...given }),
  title: () => t('Confirm the Default'),
  matches: (row) => isOpen(row) && row.isDefaultDue,
  probe: (id) => ({ type: 'confirmDefault', id }),
  ask: (asking) => actWithoutAsking(asking, { type: 'confirmDefault', id: asking.row.id }),
});
