import { Attempt } from '../../../app/ids.ts';
import type { Intent } from '../../../core/rules/intents.ts';
import { isRefusal } from '../../../core/rules/refusal.ts';
import { rule } from '../../../core/rules/rule.ts';
import { t } from '../../../core/text/translate.ts';
import type { Displacement, SomeDisplacement } from '../../../core/entries/workFacts.ts';
import { act, tryAct } from '../../performIntent.ts';
import {
  addPriorityArguments,
  parseArguments,
  rankPrioritiesArguments,
  renamePriorityArguments,
  retirePriorityArguments,
} from '../../arguments.ts';
import { priorityMeant } from '../../views/assignments/resolveTarget.ts';
import { commandIds } from '../../commandIds.ts';
import { isArgument } from '../../programCall.ts';
import { Reordering } from '../../views/priorities/nodes.ts';
import { askChoice } from '../../prompts/askChoice.ts';
import { askSteps, type Step } from '../../prompts/askSteps.ts';
import { askText } from '../../prompts/askText.ts';
import type { Rooms } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Adds a line at the end; past the limit it asks what stops or moves down, why, and who is told. */
export async function addPriority(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const given = parseArguments(commandIds.addPriority, addPriorityArguments, argument);
    const { facts } = await act(rooms, { type: 'addPriority', ...given });
    const [fact] = facts;
    return { id: fact?.type === 'priorityAdded' ? fact.priority : undefined };
  }
  await rooms.loaded;
  const asking = acting(rooms);
  let title = '';
  const add = (said: SomeDisplacement = {}) => asking.act({ type: 'addPriority', title, ...said });
  const named = await askText({
    title: t('Add a Priority'),
    prompt: t('What matters now? One line.'),
    accept: async (text) => {
      title = text;
      const ruling = rooms.ledger.consider((context) => rule({ type: 'addPriority', title }, context));
      return isRefusal(ruling) && ruling.refused === 'pastLimit' ? undefined : add();
    },
  });
  if (named.type !== 'given') return undefined;
  const added = rooms.feed.work.priorities.some((row) => row.title === title.trim().replace(/\s+/g, ' '));
  if (added) return { title };
  const { priorityLimit } = rooms.feed.work;
  const done = await askDisplacement(t('Add “{0}”, past your limit of {1}', title, priorityLimit), (said) => add(said));
  return done ? { title } : undefined;
}

export async function renamePriority(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const given = parseArguments(commandIds.renamePriority, renamePriorityArguments, argument);
    await act(rooms, { type: 'renamePriority', ...given });
    return { id: given.id };
  }
  const row = await priorityMeant(rooms, argument, t('Rename a Priority'));
  if (row === undefined) return undefined;
  const asking = acting(rooms);
  const answer = await askText({
    title: t('Rename “{0}”', row.title),
    prompt: t('What matters now? One line.'),
    value: row.title,
    accept: (title) => asking.act({ type: 'renamePriority', id: row.id, title }),
  });
  return answer.type === 'given' ? { id: row.id } : undefined;
}

export async function retirePriority(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const given = parseArguments(commandIds.retirePriority, retirePriorityArguments, argument);
    await act(rooms, { type: 'retirePriority', ...given });
    return { id: given.id };
  }
  const row = await priorityMeant(rooms, argument, t('Retire a Priority'));
  if (row === undefined) return undefined;
  const asking = acting(rooms);
  const answer = await askText({
    title: t('Retire “{0}”', row.title),
    prompt: t('Reason: why does it no longer matter now?'),
    accept: (reason) => asking.act({ type: 'retirePriority', id: row.id, reason }),
  });
  return answer.type === 'given' ? { id: row.id } : undefined;
}

/** Changes the order: from a drag, or asked for line and place. */
export async function rankPriorities(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    const given = parseArguments(commandIds.rankPriorities, rankPrioritiesArguments, argument);
    await act(rooms, { type: 'rankPriorities', ...given });
    return { order: given.order };
  }
  if (argument instanceof Reordering) return rankAs(rooms, argument.order);
  const row = await priorityMeant(rooms, argument, t('Rank a Priority'));
  if (row === undefined) return undefined;
  const { priorities } = rooms.feed.work;
  const place = await askChoice({
    title: t('Rank “{0}”', row.title),
    placeholder: t('On which place?'),
    choices: priorities
      .filter(({ rank }) => rank !== row.rank)
      .map(({ rank, title }) => ({ label: String(rank), description: t('where “{0}” is now', title), value: rank })),
  });
  return place.type === 'given' ? rankAs(rooms, orderWith(rooms, row.id, place.value)) : undefined;
}

export async function raisePriority(rooms: Rooms, argument: unknown): Promise<unknown> {
  return move(rooms, argument, -1);
}

export async function lowerPriority(rooms: Rooms, argument: unknown): Promise<unknown> {
  return move(rooms, argument, 1);
}

async function move(rooms: Rooms, argument: unknown, by: -1 | 1): Promise<unknown> {
  const row = await priorityMeant(rooms, argument, by < 0 ? t('Move a Priority Up') : t('Move a Priority Down'));
  if (row === undefined) return undefined;
  const place = row.rank + by;
  if (place < 1 || place > rooms.feed.work.priorities.length) {
    void sayInformation(
      by < 0 ? t('“{0}” is the first already.', row.title) : t('“{0}” is the last already.', row.title),
    );
    return undefined;
  }
  return rankAs(rooms, orderWith(rooms, row.id, place));
}

function orderWith(rooms: Rooms, id: string, place: number): string[] {
  const others = rooms.feed.work.priorities.map((row) => row.id).filter((other) => other !== id);
  return [...others.slice(0, place - 1), id, ...others.slice(place - 1)];
}

async function rankAs(rooms: Rooms, order: readonly string[]): Promise<unknown> {
  const asking = acting(rooms);
  const titles = new Map(rooms.feed.work.priorities.map(({ id, title }) => [id, title]));
  const names = order.map((id) => titles.get(id) ?? id).join(' › ');
  const done = await askDisplacement(t('Rank as {0}', names), (said) =>
    asking.act({ type: 'rankPriorities', order, ...said }),
  );
  return done ? { order } : undefined;
}

/** The displacement question: a new order costs somebody something, and they should hear it from the leader. */
function askDisplacement(title: string, finish: (said: Displacement) => Promise<string | undefined>): Promise<boolean> {
  const said = { stops: '', because: '', told: '' };
  const ask =
    (field: keyof Displacement, prompt: string, missing: string, isLast = false): Step =>
    (step) =>
      askText({
        title,
        step,
        canGoBack: step.at > 1,
        prompt,
        value: said[field],
        accept: async (text) => {
          said[field] = text;
          if (text.trim() === '') return missing;
          return isLast ? finish(said) : undefined;
        },
      });
  return askSteps([
    ask('stops', t('What stops or moves down for it?'), t('Say what stops or moves down; “nothing” is an answer.')),
    ask('because', t('Why now?'), t('The reason is missing. Type at least a word.')),
    ask('told', t('Who is told, and by whom?'), t('Say who is told.'), true),
  ]);
}

function acting(rooms: Rooms): { act: (intent: Intent) => Promise<string | undefined> } {
  const attempt = new Attempt(rooms.ledger.ids);
  return { act: (intent) => tryAct(rooms, intent, attempt) };
}
