import type * as z from 'zod/mini';
import { Attempt } from '../app/ids.ts';
import type { ActResult } from '../app/entryStore.ts';
import type { BoardRow } from '../core/board/row.ts';
import type { Day } from '../core/time/day.ts';
import type { Intent } from '../core/rules/intents.ts';
import { isRefusal } from '../core/rules/refusal.ts';
import { rule } from '../core/rules/rule.ts';
import { sayRefusal } from '../core/rules/refusalText.ts';
import { act, resolveTarget, tryAct } from './performIntent.ts';
import { parseArguments } from './arguments.ts';
import type { CommandId } from './commandIds.ts';
import { isProgramCall } from './programCall.ts';
import type { CommandContext } from './commandContext.ts';
import { sayInformation } from './notifications.ts';

/** What a command about one item can use while it asks a person. */
export interface ItemPrompt {
  readonly context: CommandContext;
  readonly row: BoardRow;
  /**
   * Performs the intent. Returns the sentence of a refusal or failure, for the prompt to show; undefined if it is done.
   */
  readonly act: (intent: Intent) => Promise<string | undefined>;
  /** The refusal that the intent would get now, checked before everything has been asked; undefined if none. */
  readonly objection: (intent: Intent) => string | undefined;
}

interface ItemCommand<S extends z.ZodMiniType<{ readonly id: string }>> {
  readonly id: CommandId;
  readonly schema: S;
  readonly intentOf: (given: z.output<S>) => Intent;
  /** Title of the list to pick an item from; a function, because texts are translated when they are shown. */
  readonly title: () => string;
  readonly matches: (row: BoardRow) => boolean;
  /** The items to pick from if none was given. Default: all that match. */
  readonly offers?: (row: BoardRow) => boolean;
  /** The intent by which the rules are asked why it cannot be done with a given item. */
  readonly probe: (id: string) => Intent;
  /** Asks for the rest and does it. False if the person cancelled. */
  readonly ask: (asking: ItemPrompt) => Promise<boolean>;
}

/** The result of a command about one item. */
interface ItemResult {
  readonly id: string;
  /** Id of the item that a reversal opened. */
  readonly successor?: string;
}

/**
 * Builds a command about one item. A program passes an object and gets the result, or an error with the sentence of the
 * refusal. A person is asked which item, unless the argument names one, and then for what is missing; the result is
 * undefined if they cancelled.
 */
export function itemCommand<S extends z.ZodMiniType<{ readonly id: string }>>(
  command: ItemCommand<S>,
): (context: CommandContext, argument: unknown) => Promise<ItemResult | undefined> {
  return async (context, argument) => {
    if (isProgramCall(argument)) {
      const given = parseArguments(command.id, command.schema, argument);
      return resultOf(given.id, await act(context, command.intentOf(given)));
    }
    const row = await resolveTarget(context, argument, command.title(), command.matches, command);
    if (row === undefined) return undefined;
    const attempt = new Attempt(context.store.ids);
    let done: ActResult | undefined;
    const isDone = await command.ask({
      context,
      row,
      act: (intent) => tryAct(context, intent, attempt, (result) => (done = result)),
      objection: (intent) => {
        const ruling = context.store.consider((ruleContext) => rule(intent, ruleContext));
        return isRefusal(ruling) ? sayRefusal(ruling, context.store.today.day) : undefined;
      },
    });
    return isDone ? resultOf(row.id, done) : undefined;
  };
}

/**
 * Performs an intent that needs no question. A refusal or failure is shown as a message. Returns whether it is done.
 */
export async function actWithoutAsking({ act }: Pick<ItemPrompt, 'act'>, intent: Intent): Promise<boolean> {
  const problem = await act(intent);
  if (problem !== undefined) void sayInformation(problem);
  return problem === undefined;
}

function resultOf(id: string, done: ActResult | undefined): ItemResult {
  const reversal = done?.facts.find((fact) => fact.type === 'itemReversed');
  return reversal === undefined ? { id } : { id, successor: reversal.successor };
}

/** A day that no rule refuses, to check the rest of an intent before the day has been asked. */
export const anyDay: Day = '9999-12-31';

/** Whether the item may be changed here and is open. */
export function isOpen({ closing, readOnly }: BoardRow): boolean {
  return closing === undefined && !readOnly;
}

/** Whether it is open and the leader's move. */
export function isMine(row: BoardRow): boolean {
  return isOpen(row) && row.ball === 'leader';
}
