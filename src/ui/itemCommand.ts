import type * as z from 'zod/mini';
import { Attempt } from '../app/ids.ts';
import type { Done } from '../app/entryStore.ts';
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

/** What a command about one item has at hand while it asks a person. */
export interface Asking {
  readonly context: CommandContext;
  readonly row: BoardRow;
  /** Does it. Returns the sentence that stands in the way, for the prompt to show; undefined when it is done. */
  readonly act: (intent: Intent) => Promise<string | undefined>;
  /** What would stand in the way of it, before everything has been asked. */
  readonly objection: (intent: Intent) => string | undefined;
}

interface ItemCommand<S extends z.ZodMiniType<{ readonly id: string }>> {
  readonly id: CommandId;
  readonly schema: S;
  readonly intentOf: (given: z.output<S>) => Intent;
  /** Titles the list to pick an item from; a function, because words are translated when they are shown. */
  readonly title: () => string;
  readonly matches: (row: BoardRow) => boolean;
  /** The items to pick from where nothing was pointed at. Default: all that match. */
  readonly offers?: (row: BoardRow) => boolean;
  /** Asks the rules why it cannot be done with an item that was pointed at. */
  readonly probe: (id: string) => Intent;
  /** Asks for the rest and does it. False when the person left. */
  readonly ask: (asking: Asking) => Promise<boolean>;
}

/** What a command about one item comes to: the item, or nothing when the person left. */
interface ItemResult {
  readonly id: string;
  /** The item that a reversal opened. */
  readonly successor?: string;
}

/**
 * A command about one item. A program hands over an object and gets its result, or an error with the sentence of the
 * refusal; a person is asked which item, unless they pointed at one, and then for what is missing.
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
    let done: Done | undefined;
    const isDone = await command.ask({
      context,
      row,
      act: (intent) => tryAct(context, intent, attempt, (what) => (done = what)),
      objection: (intent) => {
        const ruling = context.store.consider((ruleContext) => rule(intent, ruleContext));
        return isRefusal(ruling) ? sayRefusal(ruling, context.store.today.day) : undefined;
      },
    });
    return isDone ? resultOf(row.id, done) : undefined;
  };
}

/** Does what needs no question; a sentence that stands in the way is shown as the answer. */
export async function doNow({ act }: Pick<Asking, 'act'>, intent: Intent): Promise<boolean> {
  const obstacle = await act(intent);
  if (obstacle !== undefined) void sayInformation(obstacle);
  return obstacle === undefined;
}

function resultOf(id: string, done: Done | undefined): ItemResult {
  const reversal = done?.facts.find((fact) => fact.type === 'itemReversed');
  return reversal === undefined ? { id } : { id, successor: reversal.successor };
}

/** A day that no rule has anything against, for asking whether the rest would do. */
export const anyDay: Day = '9999-12-31';

/** Whether the item may be changed here and is open. */
export function isOpen({ closing, readOnly }: BoardRow): boolean {
  return closing === undefined && !readOnly;
}

/** Whether it is open and the leader's move. */
export function isMine(row: BoardRow): boolean {
  return isOpen(row) && row.ball === 'leader';
}
