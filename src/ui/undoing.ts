import type { Done, Ledger } from '../app/ledger.ts';
import type { Fact } from '../core/entries.ts';
import { HumanError } from '../core/humanError.ts';
import { isRefusal } from '../core/refusal.ts';
import { rule } from '../core/rules/rule.ts';
import { sayAct, sayUndone } from '../core/wording/acts.ts';
import { sayRefusal } from '../core/wording/refusals.ts';
import { t } from '../core/wording/translate.ts';
import { sayInformation } from './say.ts';

export interface Undone {
  /** The sentence that names what was undone. */
  readonly undone: string;
  readonly act: string;
  readonly facts: readonly Fact[];
  /** The act of undoing, which can itself be undone. */
  readonly by: string;
}

/** Takes back this act, or the last one, without asking. @throws HumanError with the sentence of the refusal */
export async function undoAct(ledger: Ledger, act?: string): Promise<Undone> {
  let undone: Omit<Undone, 'by'> | undefined;
  const done = await ledger.act((context) => {
    const ruling = rule({ type: 'undo', act }, context);
    const last = context.register.lastActOf(context.device);
    if (!isRefusal(ruling) && last !== undefined) {
      undone = { undone: sayUndone(last.entries, context.register), act: last.id, facts: last.entries };
    }
    return ruling;
  });
  if (isRefusal(done) || undone === undefined) {
    throw new HumanError(sayRefusal(isRefusal(done) ? done : { refused: 'nothingToUndo' }, ledger.today.day));
  }
  return { ...undone, by: done.act };
}

/** Answers what the person just did, in a message that can take it back. It is never shown unasked. */
export async function answerDone(ledger: Ledger, done: Done): Promise<void> {
  if (done.facts.length > 0) await answerWith(ledger, `${sayAct(done.facts, ledger.register)}.`, done);
}

/** Says something about what was done, in a message that can take back the last of it. */
export async function answerWith(ledger: Ledger, sentence: string, last: Done | undefined): Promise<void> {
  if (last === undefined) {
    void sayInformation(sentence);
    return;
  }
  await offer(sentence, t('Undo'), async () => {
    await answerUndone(ledger, await undoAct(ledger, last.act));
  });
}

/** Says what was undone, in a message that can bring it back. */
export async function answerUndone(ledger: Ledger, { undone, act, facts, by }: Undone): Promise<void> {
  await offer(undone, t('Redo'), async () => {
    const redone = await ledger.act((context) => rule({ type: 'redo', undo: by }, context));
    if (isRefusal(redone)) throw new HumanError(sayRefusal(redone, ledger.today.day));
    await answerDone(ledger, { act, facts });
  });
}

async function offer(sentence: string, button: string, whenChosen: () => Promise<void>): Promise<void> {
  if ((await sayInformation(sentence, button)) !== button) return;
  try {
    await whenChosen();
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    void sayInformation(error.message);
  }
}
