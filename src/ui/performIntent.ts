import type { Attempt } from '../app/ids.ts';
import type { ActResult } from '../app/entryStore.ts';
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

/** Performs an intent. @throws HumanError with the sentence of the refusal */
export async function act(context: CommandContext, intent: Intent): Promise<ActResult> {
  const answer = await context.store.act((ruleContext) => rule(intent, ruleContext));
  if (isRefusal(answer)) throw new HumanError(sayRefusal(answer, context.store.today.day));
  return answer;
}

/**
 * Performs an intent from a prompt that is still open.
 *
 * @param whenDone called with what was done
 * @returns the sentence of the refusal or failure, for the prompt to show; undefined if it is done
 */
export async function tryAct(
  context: CommandContext,
  intent: Intent,
  attempt: Attempt,
  whenDone?: (done: ActResult) => void,
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
 * @param how `offers` are the items to pick from, if fewer; by `probe` the rules are asked why it cannot be done
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
  const given = await givenTarget(context, argument);
  if (given === undefined) return askItem(context.feed.board, title, offers);
  const { row } = given;
  if (matches(row)) return row;
  // Never falls back to another item: says why it cannot be done with this one.
  const ruling = probe && context.store.consider((ruleContext) => rule(probe(row.id), ruleContext));
  void sayInformation(
    ruling !== undefined && isRefusal(ruling)
      ? sayRefusal(ruling, context.store.today.day)
      : t('{0}: there is nothing of that to do with “{1}” as it stands.', title, row.title),
  );
  return undefined;
}

/** The item that was clicked or that a key was pressed on, as it is now; undefined if a person has yet to pick one. */
export async function givenTarget(context: CommandContext, argument: unknown): Promise<RowNode | undefined> {
  await context.loaded;
  const shown =
    argument instanceof RowNode ? argument.row : argument === keyTarget ? context.takeKeyTarget() : undefined;
  // What is shown may be out of date; the board is not.
  const row = shown && context.feed.board.rows.find(({ id }) => id === shown.id);
  return row && new RowNode(row);
}
