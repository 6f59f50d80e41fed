import type { Attempt } from '../app/ids.ts';
import type { Done } from '../app/ledger.ts';
import type { BoardRow } from '../core/board/row.ts';
import type { Intent } from '../core/intents.ts';
import { HumanError } from '../core/humanError.ts';
import { isRefusal } from '../core/refusal.ts';
import { rule } from '../core/rules/rule.ts';
import { sayRefusal } from '../core/wording/refusals.ts';
import { askItem } from './prompts/askItem.ts';
import type { Rooms } from './rooms.ts';
import { fromKey } from './isArgument.ts';
import { RowNode } from './waiting/nodes.ts';

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

/** The item a person means: the one clicked, the one a key was pressed on, or the one they pick. */
export async function itemMeant(
  rooms: Rooms,
  argument: unknown,
  title: string,
  matches: (row: BoardRow) => boolean,
): Promise<BoardRow | undefined> {
  const pointedAt = await itemPointedAt(rooms, argument);
  return pointedAt !== undefined && matches(pointedAt.row) ? pointedAt.row : askItem(rooms.feed.board, title, matches);
}

/** The item that was clicked or that a key was pressed on, as it stands now; undefined where a person has yet to pick one. */
export async function itemPointedAt(rooms: Rooms, argument: unknown): Promise<RowNode | undefined> {
  await rooms.loaded;
  const drawn = argument instanceof RowNode ? argument.row : argument === fromKey ? rooms.takePointedAt() : undefined;
  // What is drawn may be a moment old; the board knows.
  const row = drawn && rooms.feed.board.rows.find(({ id }) => id === drawn.id);
  return row && new RowNode(row);
}
