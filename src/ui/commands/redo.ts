import { parseArguments, redoArguments } from '../arguments.ts';
import { commandIds } from '../ids.ts';
import { isArgument } from '../isArgument.ts';
import type { Rooms } from '../rooms.ts';
import { answerRedone, redoAct } from '../undoing.ts';

/** Brings back what was undone last, as long as nothing else was done since, and says which it was. */
export async function redo(rooms: Rooms, argument: unknown): Promise<unknown> {
  if (isArgument(argument)) {
    parseArguments(commandIds.redo, redoArguments, argument);
    return redoAct(rooms.ledger);
  }
  const redone = await redoAct(rooms.ledger);
  void answerRedone(rooms.ledger, redone);
  return redone;
}
