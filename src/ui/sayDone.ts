import * as vscode from 'vscode';
import type { Done, Ledger } from '../app/ledger.ts';
import { HumanError } from '../core/humanError.ts';
import { sayAct } from '../core/wording/acts.ts';
import { t } from '../core/wording/translate.ts';
import { sayInformation } from './say.ts';

/** Answers what the person just did, in a message that can take it back. It is never shown unasked. */
export async function sayDone(ledger: Ledger, { act, facts }: Done): Promise<void> {
  if (facts.length === 0) return;
  const undo = t('Undo');
  const chosen = await sayInformation(`${sayAct(facts, ledger.register.items)}.`, undo);
  if (chosen !== undo) return;
  try {
    const { undoAct } = await import('./commands/undo.ts');
    const { undone } = await undoAct(ledger, act);
    vscode.window.setStatusBarMessage(undone, 5_000);
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    void sayInformation(error.message);
  }
}
