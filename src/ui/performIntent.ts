import type { Attempt } from '../app/ids.ts';
import type { Done } from '../app/entryStore.ts';
import type { BoardRow } from '../core/board/row.ts';
import type { Intent } from '../core/rules/intents.ts';
import { HumanError } from '../core/humanError.ts';
import { isRefusal } from '../core/rules/refusal.ts';
import { rule } from '../core/rules/rule.ts';
import { sayRefusal } from '../core/rules/refusalText.ts';
import { t } from '../core/text/translate.ts';
import { askItem } from './prompts/askItem.ts';
import type { CommandContext } from './commandContext.ts';
import { sayInformation } from './notifications.ts';
import { keyTarget } from './programCall.ts';
import { RowNode } from './views/waiting/nodes.ts';

/** Does what a program asked for. @throws HumanError with the sentence of the refusal */
export async function act(context: CommandContext, intent: Intent): Promise<Done> {
  const answer = await context.store.act((ruleContext) => rule(intent, ruleContext));
  if (isRefusal(answer)) throw new HumanError(sayRefusal(answer, context.store.today.day));
  return answer;
}

/**
 * Does what a person asked for in a prompt that is still open.
 *
 * @param whenDone hears what was done
 * @returns the sentence that stands in the way, for the prompt to show; undefined when it is done
 */
export async function tryAct(
  context: CommandContext,
  intent: Intent,
  attempt: Attempt,
  whenDone?: (done: Done) => void,
): Promise<string | undefined> {
  try {
    const answer = await context.store.act((ruleContext) => rule(intent, ruleContext), attempt);
    if (isRefusal(answer)) return sayRefusal(answer, context.store.today.day);
    context.sayDone(answer);
    whenDone?.(answer);
    return undefined;
  } catch (error) {
    if (error instanceof HumanError) return error.message;
    throw error;
  }
}

/**
 * The item a person means: the one clicked, the one a key was pressed on, or the one they pick.
 *
 * @param matches whether it can be done with the item
 * @param how `offers` are the items to pick from, where they are fewer; `probe` asks the rules why it cannot be done
 */
export async function resolveTarget(
  context: CommandContext,
  argument: unknown,
  title: string,
  matches: (row: BoardRow) => boolean,
  {
    offers = matches,
    probe,
  }: { readonly offers?: (row: BoardRow) => boolean; readonly probe?: (id: string) => Intent } = {},
): Promise<BoardRow | undefined> {
  const pointedAt = await givenTarget(context, argument);
  if (pointedAt === undefined) return askItem(context.feed.board, title, offers);
  const { row } = pointedAt;
  if (matches(row)) return row;
  // Never another item than the one that was meant: what stands in the way of this one is said instead.
  const ruling = probe && context.store.consider((ruleContext) => rule(probe(row.id), ruleContext));
  void sayInformation(
    ruling !== undefined && isRefusal(ruling)
      ? sayRefusal(ruling, context.store.today.day)
      : t('{0}: there is nothing of that to do with “{1}” as it stands.', title, row.title),
  );
  return undefined;
}

/** The item that was clicked or that a key was pressed on, as it stands now; undefined where a person has yet to pick one. */
export async function givenTarget(context: CommandContext, argument: unknown): Promise<RowNode | undefined> {
  await context.loaded;
  const drawn =
    argument instanceof RowNode ? argument.row : argument === keyTarget ? context.takeKeyTarget() : undefined;
  // What is drawn may be a moment old; the board knows.
  const row = drawn && context.feed.board.rows.find(({ id }) => id === drawn.id);
  return row && new RowNode(row);
}
