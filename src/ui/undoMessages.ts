import * as vscode from 'vscode';
import type { ActResult, EntryStore } from '../app/entryStore.ts';
import { HumanError } from '../core/humanError.ts';
import { sayOwed } from '../core/clarity/clarityText.ts';
import type { Fact } from '../core/entries/entry.ts';
import { type Act, lastActOf, lastUndoneBy } from '../core/register/acts.ts';
import { isRefusal } from '../core/rules/refusal.ts';
import { rule } from '../core/rules/rule.ts';
import { sayAct, sayRedone, sayUndone } from '../core/rules/actText.ts';
import { sayRefusal } from '../core/rules/refusalText.ts';
import { t } from '../core/text/translate.ts';
import type { Item, Request } from '../core/items/item.ts';
import { sayVia } from '../core/requests/requestText.ts';
import { commandIds } from './commandIds.ts';
import { sayInformation } from './notifications.ts';
import { RowTarget } from './programCall.ts';

export interface Undone {
  /** The sentence that names what was undone. */
  readonly undone: string;
  readonly act: string;
  /** The act of undoing, which can itself be undone. */
  readonly by: string;
}

/** Undoes this act, or the last one, without asking. @throws HumanError with the sentence of the refusal */
export async function undoAct(store: EntryStore, act?: string): Promise<Undone> {
  let undone: Omit<Undone, 'by'> | undefined;
  const done = await store.act((ruleContext) => {
    const ruling = rule({ type: 'undo', act }, ruleContext);
    const last = lastActOf(ruleContext.register, ruleContext.device);
    if (!isRefusal(ruling) && last !== undefined) {
      undone = { undone: sayUndone(last, ruleContext.register), act: last.id };
    }
    return ruling;
  });
  if (isRefusal(done) || undone === undefined) {
    throw new HumanError(sayRefusal(isRefusal(done) ? done : { refused: 'nothingToUndo' }, store.today.day));
  }
  return { ...undone, by: done.act };
}

/** What each button of a message does, by its name. */
type Buttons = Readonly<Record<string, () => Promise<void>>>;

/**
 * Shows what the person just did, in a message with an Undo button. Only ever shown in answer to an act.
 *
 * @param more further buttons
 */
export async function answerDone(store: EntryStore, done: ActResult, words?: string, more?: Buttons): Promise<void> {
  const sentence =
    words ?? `${sayAct(done.facts, store.register, store.today.day)}.${sayOwed(done.facts, store.today.day)}`;
  if (done.facts.length === 0) return;
  const item = stillOpenElsewhere(store, done);
  if (item === undefined) return answerWith(store, sentence, done, more);
  const where = sayVia(item.request.via);
  await offer(`${sentence} ${t('It is still open on {0}.', where)}`, {
    [t('Undo')]: async () => answerUndone(store, await undoAct(store, done.act)),
    [t('Open on {0}', where)]: async () => {
      await vscode.commands.executeCommand(commandIds.openRequest, new RowTarget(item.id));
    },
  });
}

const closings: ReadonlySet<Fact['type']> = new Set([
  'itemDecided',
  'itemDecidedBySilence',
  'itemCleared',
  'itemWithdrawn',
]);

/** The item that the act closed here although its request still waits where it was asked. */
function stillOpenElsewhere({ register }: EntryStore, { facts }: ActResult): (Item & { request: Request }) | undefined {
  for (const fact of facts) {
    const item = 'item' in fact ? register.items.get(fact.item) : undefined;
    if (item?.closing !== undefined && closings.has(fact.type) && item.request?.waitsThere === true)
      return { ...item, request: item.request };
  }
  return undefined;
}

/** Shows a sentence about what was done, with an Undo button for the last act, if there is one. */
export async function answerWith(
  store: EntryStore,
  sentence: string,
  last: ActResult | undefined,
  more: Buttons = {},
): Promise<void> {
  if (last === undefined) {
    void sayInformation(sentence);
    return;
  }
  await offer(sentence, { [t('Undo')]: async () => answerUndone(store, await undoAct(store, last.act)), ...more });
}

/** Shows what was undone, with a Redo button. */
export async function answerUndone(store: EntryStore, { undone, by }: Undone): Promise<void> {
  await offer(undone, { [t('Redo')]: async () => answerRedone(store, await redoAct(store, by)) });
}

interface Redone {
  /** The sentence that names what was redone. */
  readonly redone: string;
  /** The act that is in force again. */
  readonly act: string;
}

/**
 * Redoes what this undo took back, or the last undo, without asking. @throws HumanError with the sentence of the
 * refusal
 */
export async function redoAct(store: EntryStore, undo?: string): Promise<Redone> {
  let undone: Act | undefined;
  const done = await store.act((ruleContext) => {
    undone = lastUndoneBy(ruleContext.register, ruleContext.device)?.act;
    return rule({ type: 'redo', undo }, ruleContext);
  });
  if (isRefusal(done) || undone === undefined) {
    throw new HumanError(sayRefusal(isRefusal(done) ? done : { refused: 'nothingToRedo' }, store.today.day));
  }
  // Built after the redo: the title of an item that was not in force is known only now.
  return { redone: sayRedone(undone, store.register), act: undone.id };
}

/** Shows what was redone, with an Undo button. */
export async function answerRedone(store: EntryStore, { redone, act }: Redone): Promise<void> {
  await offer(redone, { [t('Undo')]: async () => answerUndone(store, await undoAct(store, act)) });
}

async function offer(sentence: string, buttons: Buttons): Promise<void> {
  const chosen = await sayInformation(sentence, ...Object.keys(buttons));
  try {
    if (chosen !== undefined) await buttons[chosen]?.();
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    void sayInformation(error.message);
  }
}
