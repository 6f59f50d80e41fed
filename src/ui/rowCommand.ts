import type * as z from 'zod/mini';
import type { ActResult } from '../app/entryStore.ts';
import type { BoardRow } from '../core/board/row.ts';
import type { Day } from '../core/time/day.ts';
import type { Intent, IntentOf } from '../core/rules/intents.ts';
import { isRefusal } from '../core/rules/refusal.ts';
import { rule } from '../core/rules/rule.ts';
import { sayRefusal } from '../core/rules/refusalText.ts';
import { act, startAttempt } from './performIntent.ts';
import { parseArguments } from './arguments.ts';
import { commandIds } from './commandIds.ts';
import { isProgramCall } from './programCall.ts';
import type { CommandContext } from './commandContext.ts';
import { sayInformation } from './notifications.ts';
import type { Answer } from './prompts/askIn.ts';
import { items, resolveRow, type Subject } from './resolveRow.ts';

type RowIntent = Extract<Intent, { readonly id: string }>;
/** What an intent says besides its type and the row. */
type FieldsOf<I> = I extends RowIntent ? Omit<I, 'type' | 'id'> : never;

/** The command of each intent; its errors begin with its id. */
const commandOf = { ...commandIds, settle: commandIds.settleClarity };

/** What a command about one row can use while it asks a person. */
export interface RowPrompt<R, T extends RowIntent['type']> {
  readonly context: CommandContext;
  readonly row: R;
  /**
   * Performs the intent. Returns the sentence of a refusal or failure, for the prompt to show; undefined if it is done.
   */
  readonly act: (fields: FieldsOf<IntentOf<T>>) => Promise<string | undefined>;
  /** The refusal that the intent would get now, checked before everything has been asked; undefined if none. */
  readonly objection: (fields: FieldsOf<IntentOf<T>>) => string | undefined;
}

/** The answer to the last question, or whether it is done. */
export type Asked = Promise<Answer<unknown> | boolean>;

interface RowCommand<R, T extends RowIntent['type']> {
  readonly intent: T;
  readonly schema: z.ZodMiniType<FieldsOf<IntentOf<T>> & { readonly id: string }>;
  readonly subject: Subject<R>;
  /** Title of the list to pick a row from; a function, because texts are translated when they are shown. */
  readonly title: () => string;
  /** Default: all. */
  readonly matches?: (row: R) => boolean;
  /** The rows to pick from if none was given. Default: all that match. */
  readonly offers?: (row: R) => boolean;
  /** With this the rules are asked why it cannot be done with a given row. */
  readonly probe?: FieldsOf<IntentOf<T>>;
  /** Asks for the rest and does it. */
  readonly ask: (asking: RowPrompt<R, T>) => Asked;
}

/** The result of a command about one row. */
interface RowResult {
  readonly id: string;
  /** Id of the item that a reversal opened. */
  readonly successor?: string;
}

/**
 * Builds a command about one item, assignment, draft or priority. A program passes an object and gets the result, or an
 * error with the sentence of the refusal. A person is asked which row, unless they pointed at one, and then for what is
 * missing; the result is undefined if they cancelled.
 */
export function rowCommand<R extends { readonly id: string }, T extends RowIntent['type']>(
  command: RowCommand<R, T>,
): (context: CommandContext, argument: unknown) => Promise<RowResult | undefined> {
  const { intent: type, schema, subject, title, ask, matches, offers, probe } = command;
  // The compiler does not put the parts of a union together again.
  const intentOf = (id: string, fields: FieldsOf<IntentOf<T>>): Intent =>
    ({ type, id, ...fields }) as unknown as Intent;
  return async (context, argument) => {
    if (isProgramCall(argument)) {
      const given = parseArguments(commandOf[type], schema, argument);
      return resultOf(given.id, await act(context, intentOf(given.id, given)));
    }
    const objection = (id: string, fields: FieldsOf<IntentOf<T>>): string | undefined => {
      const ruling = context.store.consider((ruleContext) => rule(intentOf(id, fields), ruleContext));
      return isRefusal(ruling) ? sayRefusal(ruling, context.store.today.day) : undefined;
    };
    const row = await resolveRow(context, argument, subject, title(), {
      ...(matches && { matches }),
      ...(offers && { offers }),
      objection: ({ id }) => probe && objection(id, probe),
    });
    if (row === undefined) return undefined;
    let done: ActResult | undefined;
    const perform = startAttempt(context, (result) => (done = result));
    const answer = await ask({
      context,
      row,
      act: (fields) => perform(intentOf(row.id, fields)),
      objection: (fields) => objection(row.id, fields),
    });
    const isDone = typeof answer === 'boolean' ? answer : answer.type === 'given';
    return isDone ? resultOf(row.id, done) : undefined;
  };
}

/** What a command about one item can use while it asks a person. */
export type ItemPrompt<T extends RowIntent['type']> = RowPrompt<BoardRow, T>;

/** Builds a command about one item. */
export function itemCommand<T extends RowIntent['type']>(
  command: Omit<RowCommand<BoardRow, T>, 'subject'>,
): ReturnType<typeof rowCommand> {
  return rowCommand({ ...command, subject: items });
}

/** Shows the sentence of a refusal or failure of what needed no question. Returns whether it is done. */
export async function actWithoutAsking(problem: Promise<string | undefined>): Promise<boolean> {
  const sentence = await problem;
  if (sentence !== undefined) void sayInformation(sentence);
  return sentence === undefined;
}

function resultOf(id: string, done: ActResult | undefined): RowResult {
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
