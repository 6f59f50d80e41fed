import { blockerHoldsInDays } from '../../../core/policy.ts';
import { t } from '../../../core/text/translate.ts';
import { blockerArguments, chaseArguments } from '../../arguments.ts';
import { type ItemPrompt, actWithoutAsking, isOpen, itemCommand } from '../../rowCommand.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import { askItem } from '../../prompts/askItem.ts';
import { askSteps } from '../../prompts/askSteps.ts';
import { previewPerson } from '../../prompts/previewPerson.ts';
import { askText } from '../../prompts/askText.ts';

/** Records that another open item blocks this one. */
export const block = itemCommand({
  intent: 'block',
  schema: blockerArguments,
  title: () => t('Block'),
  matches: isOpen,
  probe: { blocker: '' },
  ask: async (asking) => {
    const { context, row } = asking;
    const known = new Set([row.id, ...claimsOf(asking).map(({ id }) => id)]);
    const blocker = await askItem(
      context.feed.board,
      t('What blocks “{0}”?', row.title),
      ({ id, closing }) => closing === undefined && !known.has(id),
    );
    return blocker !== undefined && actWithoutAsking(asking.act({ blocker: blocker.id }));
  },
});

/** Takes back a blocker. */
export const unblock = itemCommand({
  intent: 'unblock',
  schema: blockerArguments,
  title: () => t('Unblock'),
  matches: (row) => isOpen(row) && row.blockedBy.length + row.circle.length > 0,
  probe: { blocker: '' },
  ask: async (asking) => {
    const blocker = await askWhich(asking, t('What no longer blocks “{0}”?', asking.row.title));
    return blocker !== undefined && actWithoutAsking(asking.act({ blocker }));
  },
});

/** Records that a claimed blocker still blocks the item. */
export const verifyBlocker = itemCommand({
  intent: 'verifyBlocker',
  schema: blockerArguments,
  title: () => t('Verify Blocker'),
  matches: (row) => isOpen(row) && row.blockedBy.length > 0,
  probe: { blocker: '' },
  ask: async (asking) => {
    const blocker = await askWhich(asking, t('What still blocks “{0}”?', asking.row.title));
    return blocker !== undefined && actWithoutAsking(asking.act({ blocker }));
  },
});

/** Records that the leader asked after a dependency. */
export const chase = itemCommand({
  intent: 'chase',
  schema: chaseArguments,
  title: () => t('Chase a Dependency'),
  matches: (row) => isOpen(row) && row.kind === 'dependency',
  probe: {},
  ask: ({ row, act, objection }) => {
    const title = t('Chase “{0}”', row.title);
    let whom = row.owedBy ?? '';
    return askSteps([
      (step) =>
        askText({
          title,
          step,
          prompt: t('Who did you ask?'),
          value: whom,
          preview: previewPerson,
          accept: async (value) => {
            whom = value;
            return objection({ whom });
          },
        }),
      (step) =>
        askText({
          title,
          step,
          canGoBack: true,
          prompt: t('What did they say? Optional: Enter to skip.'),
          accept: (note) => act({ whom, note }),
        }),
    ]);
  },
});

type Asking = Pick<ItemPrompt<'block'>, 'context' | 'row'>;

/** Every open item that is claimed as a blocker, including those of a cycle. */
function claimsOf({
  context,
  row,
}: Asking): { readonly id: string; readonly title: string; readonly unverifiedInDays?: number }[] {
  const { items } = context.store.register;
  const verified = new Map(row.blockedBy.map((claim) => [claim.id, claim]));
  return (items.get(row.id)?.blockers ?? []).flatMap(({ id }) => {
    const blocker = items.get(id);
    return blocker === undefined || blocker.closing !== undefined
      ? []
      : [verified.get(id) ?? { id, title: blocker.title }];
  });
}

/** Asks for one of the blockers; if there is only one, returns that. */
async function askWhich(asking: Asking, title: string): Promise<string | undefined> {
  const claims = claimsOf(asking);
  if (claims.length === 1) return claims[0]?.id;
  return pickOne({
    title,
    placeholder: t('Which item? Type any part of it.'),
    choices: claims.map(({ id, title, unverifiedInDays = 0 }) => ({
      label: title,
      description: unverifiedInDays > blockerHoldsInDays ? t('claimed, unverified {0} d', unverifiedInDays) : '',
      value: id,
    })),
  });
}
