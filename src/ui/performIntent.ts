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
import type { Rooms } from './commandContext.ts';
import { sayInformation } from './notifications.ts';
import { fromKey } from './programCall.ts';
import { RowNode } from './views/waiting/nodes.ts';

/** Does what a program asked for. @throws HumanError with the sentence of the refusal */
export async function act(rooms: Rooms, intent: Intent): Promise<Done> {
  const answer = await rooms.ledger.act((context) => rule(intent, context));
  if (isRefusal(answer)) throw new HumanError(sayRefusal(answer, rooms.ledger.today.day));
  return answer;
}

/**
 * Does what a person asked for in a prompt that is still open.
 *
 * @param whenDone hears what was done
 * @returns the sentence that stands in the way, for the prompt to show; undefined when it is done
 */
export async function tryAct(
  rooms: Rooms,
  intent: Intent,
  attempt: Attempt,
  whenDone?: (done: Done) => void,
): Promise<string | undefined> {
  try {
    const answer = await rooms.ledger.act((context) => rule(intent, context), attempt);
    if (isRefusal(answer)) return sayRefusal(answer, rooms.ledger.today.day);
    rooms.sayDone(answer);
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
export async function itemMeant(
  rooms: Rooms,
  argument: unknown,
  title: string,
  matches: (row: BoardRow) => boolean,
  {
    offers = matches,
    probe,
  }: { readonly offers?: (row: BoardRow) => boolean; readonly probe?: (id: string) => Intent } = {},
): Promise<BoardRow | undefined> {
  const pointedAt = await itemPointedAt(rooms, argument);
  if (pointedAt === undefined) return askItem(rooms.feed.board, title, offers);
  const { row } = pointedAt;
  if (matches(row)) return row;
  // Never another item than the one that was meant: what stands in the way of this one is said instead.
  const ruling = probe && rooms.ledger.consider((context) => rule(probe(row.id), context));
  void sayInformation(
    ruling !== undefined && isRefusal(ruling)
      ? sayRefusal(ruling, rooms.ledger.today.day)
      : t('{0}: there is nothing of that to do with “{1}” as it stands.', title, row.title),
  );
  return undefined;
}

/** The item that was clicked or that a key was pressed on, as it stands now; undefined where a person has yet to pick one. */
export async function itemPointedAt(rooms: Rooms, argument: unknown): Promise<RowNode | undefined> {
  await rooms.loaded;
  const drawn = argument instanceof RowNode ? argument.row : argument === fromKey ? rooms.takePointedAt() : undefined;
  // What is drawn may be a moment old; the board knows.
  const row = drawn && rooms.feed.board.rows.find(({ id }) => id === drawn.id);
  return row && new RowNode(row);
}
