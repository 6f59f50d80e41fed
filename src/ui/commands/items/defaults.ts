import { t } from '../../../core/text/translate.ts';
import { confirmDefaultArguments, dropDefaultArguments, stateDefaultArguments } from '../../arguments.ts';
import { anyDay, actWithoutAsking, isOpen, itemCommand } from '../../rowCommand.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askSteps } from '../../prompts/askSteps.ts';
import { askText } from '../../prompts/askText.ts';

/** States a default: "If nobody decides by D, then …" */
export const stateDefault = itemCommand({
  intent: 'stateDefault',
  schema: stateDefaultArguments,
  title: () => t('State a Default'),
  matches: (row) => isOpen(row) && row.kind !== 'dependency' && row.kind !== 'clarity',
  probe: { outcome: '…', takesEffectOn: anyDay },
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
            return objection({ outcome, takesEffectOn: anyDay });
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
          objection: (takesEffectOn) => objection({ outcome, takesEffectOn }),
          accept: async (takesEffectOn) => {
            typed = takesEffectOn;
            return act({ outcome, takesEffectOn });
          },
        }),
    ]);
  },
});

export const dropDefault = itemCommand({
  intent: 'dropDefault',
  schema: dropDefaultArguments,
  title: () => t('Drop the Default'),
  matches: (row) => isOpen(row) && row.default !== undefined,
  probe: {},
  ask: ({ act }) => actWithoutAsking(act({})),
});

/** Closes an item as decided by silence. Nothing closes by itself: the leader confirms that the default took effect. */
export const confirmDefault = itemCommand({
  intent: 'confirmDefault',
  schema: confirmDefaultArguments,
  title: () => t('Confirm the Default'),
  matches: (row) => isOpen(row) && row.isDefaultDue,
  probe: {},
  ask: ({ act }) => actWithoutAsking(act({})),
});
