import { parseArguments, redoArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';
import { answerRedone, redoAct } from '../../undoMessages.ts';

/** Redoes what was undone last, if nothing else was done since, and shows what it was. */
export async function redo(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    parseArguments(commandIds.redo, redoArguments, argument);
    return redoAct(context.store);
  }
  const redone = await redoAct(context.store);
  void answerRedone(context.store, redone);
  return redone;
}
