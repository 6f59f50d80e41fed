import { isRefusal } from '../../../core/rules/refusal.ts';
import { rule } from '../../../core/rules/rule.ts';
import { t } from '../../../core/text/translate.ts';
import type { Some } from '../../../core/entries/fields.ts';
import type { Displacement } from '../../../core/entries/workFacts.ts';
import { act, startAttempt } from '../../performIntent.ts';
import {
  addPriorityArguments,
  parseArguments,
  rankPrioritiesArguments,
  renamePriorityArguments,
  retirePriorityArguments,
} from '../../arguments.ts';
import { priorities, resolveRow } from '../../resolveRow.ts';
import { rowCommand } from '../../rowCommand.ts';
import { commandIds } from '../../commandIds.ts';
import { Reordering, isProgramCall } from '../../programCall.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import { askSteps, type Step } from '../../prompts/askSteps.ts';
import { askText } from '../../prompts/askText.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Adds a priority at the end. Past the limit it asks what stops or moves down, why, and who is told. */
export async function addPriority(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const given = parseArguments(commandIds.addPriority, addPriorityArguments, argument);
    const { facts } = await act(context, { type: 'addPriority', ...given });
    const [fact] = facts;
    return { id: fact?.type === 'priorityAdded' ? fact.priority : undefined };
  }
  await context.loaded;
  const perform = startAttempt(context);
  let title = '';
  const add = (displacement: Some<Displacement> = {}) => perform({ type: 'addPriority', title, ...displacement });
  const named = await askText({
    title: t('Add a Priority'),
    prompt: t('What matters now? One line.'),
    accept: async (text) => {
      title = text;
      const ruling = context.store.consider((ruleContext) => rule({ type: 'addPriority', title }, ruleContext));
      return isRefusal(ruling) && ruling.refused === 'pastLimit' ? undefined : add();
    },
  });
  if (named.type !== 'given') return undefined;
  const added = context.feed.work.priorities.some((row) => row.title === title.trim().replace(/\s+/g, ' '));
  if (added) return { title };
  const { priorityLimit } = context.feed.work;
  const done = await askDisplacement(t('Add “{0}”, past your limit of {1}', title, priorityLimit), (displacement) =>
    add(displacement),
  );
  return done ? { title } : undefined;
}

export const renamePriority = rowCommand({
  intent: 'renamePriority',
  schema: renamePriorityArguments,
  subject: priorities,
  title: () => t('Rename a Priority'),
  ask: ({ row, act }) =>
    askText({
      title: t('Rename “{0}”', row.title),
      prompt: t('What matters now? One line.'),
      value: row.title,
      accept: (title) => act({ title }),
    }),
});

export const retirePriority = rowCommand({
  intent: 'retirePriority',
  schema: retirePriorityArguments,
  subject: priorities,
  title: () => t('Retire a Priority'),
  ask: ({ row, act }) =>
    askText({
      title: t('Retire “{0}”', row.title),
      prompt: t('Reason: why does it no longer matter now?'),
      accept: (reason) => act({ reason }),
    }),
});

/** Changes the order: as dragged, or by asking for a priority and its place. */
export async function rankPriorities(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const given = parseArguments(commandIds.rankPriorities, rankPrioritiesArguments, argument);
    await act(context, { type: 'rankPriorities', ...given });
    return { order: given.order };
  }
  if (argument instanceof Reordering) return rankAs(context, argument.order);
  const row = await resolveRow(context, argument, priorities, t('Rank a Priority'));
  if (row === undefined) return undefined;
  const rank = await pickOne({
    title: t('Rank “{0}”', row.title),
    placeholder: t('Which rank?'),
    choices: context.feed.work.priorities
      .filter(({ rank }) => rank !== row.rank)
      .map(({ rank, title }) => ({ label: String(rank), description: t('where “{0}” is now', title), value: rank })),
  });
  return rank === undefined ? undefined : rankAs(context, orderWith(context, row.id, rank));
}

export async function raisePriority(context: CommandContext, argument: unknown): Promise<unknown> {
  return move(context, argument, -1);
}

export async function lowerPriority(context: CommandContext, argument: unknown): Promise<unknown> {
  return move(context, argument, 1);
}

async function move(context: CommandContext, argument: unknown, by: -1 | 1): Promise<unknown> {
  const title = by < 0 ? t('Move a Priority Up') : t('Move a Priority Down');
  const row = await resolveRow(context, argument, priorities, title);
  if (row === undefined) return undefined;
  const place = row.rank + by;
  if (place < 1 || place > context.feed.work.priorities.length) {
    void sayInformation(
      by < 0 ? t('“{0}” is already the first.', row.title) : t('“{0}” is already the last.', row.title),
    );
    return undefined;
  }
  return rankAs(context, orderWith(context, row.id, place));
}

function orderWith(context: CommandContext, id: string, place: number): string[] {
  const others = context.feed.work.priorities.map((row) => row.id).filter((other) => other !== id);
  return [...others.slice(0, place - 1), id, ...others.slice(place - 1)];
}

async function rankAs(context: CommandContext, order: readonly string[]): Promise<unknown> {
  const perform = startAttempt(context);
  const titles = new Map(context.feed.work.priorities.map(({ id, title }) => [id, title]));
  const names = order.map((id) => titles.get(id) ?? id).join(' › ');
  const done = await askDisplacement(t('Rank as {0}', names), (displacement) =>
    perform({ type: 'rankPriorities', order, ...displacement }),
  );
  return done ? { order } : undefined;
}

/** Asks what an order displaces: it costs somebody something, and they should hear it from the leader. */
function askDisplacement(
  title: string,
  finish: (displacement: Displacement) => Promise<string | undefined>,
): Promise<boolean> {
  const displacement = { stops: '', because: '', told: '' };
  const ask =
    (field: keyof Displacement, prompt: string, missing: string, isLast = false): Step =>
    (step) =>
      askText({
        title,
        step,
        canGoBack: step.at > 1,
        prompt,
        value: displacement[field],
        accept: async (text) => {
          displacement[field] = text;
          if (text.trim() === '') return missing;
          return isLast ? finish(displacement) : undefined;
        },
      });
  return askSteps([
    ask('stops', t('What stops or moves down for it?'), t('Say what stops or moves down; “nothing” is an answer.')),
    ask('because', t('Why now?'), t('The reason is missing. Type at least a word.')),
    ask('told', t('Who is told, and by whom?'), t('Say who is told.'), true),
  ]);
}
