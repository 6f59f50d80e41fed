import { parseArguments, redoArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isArgument } from '../../programCall.ts';
import type { Rooms } from '../../commandContext.ts';
import { answerRedone, redoAct } from '../../undoMessages.ts';

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
