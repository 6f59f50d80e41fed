import type * as vscode from 'vscode';
import { HumanError } from '../core/humanError.ts';
import { t } from '../core/text/translate.ts';
import { sayError } from './notifications.ts';

/**
 * Runs what a person asked for and shows its failure: a HumanError as it is; anything else is a bug, of which the person
 * reads a short sentence and the output channel gets the stack.
 *
 * @param name which command or request it was
 * @returns what the work returned; undefined when it failed
 */
export async function reportFailures<T>(
  name: string,
  output: vscode.LogOutputChannel,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof HumanError) {
      void sayError(error.message);
      return undefined;
    }
    output.error(name, error instanceof Error ? (error.stack ?? error.message) : String(error));
    // Not awaited: the message may stay on screen for as long as the person likes.
    void offerDetails(name, output);
    return undefined;
  }
}

async function offerDetails(name: string, output: vscode.LogOutputChannel): Promise<void> {
  const details = t('Show Details');
  const chosen = await sayError(
    t('Pacesetter could not finish “{0}”. This is a bug in Pacesetter; what was saved is in Waiting on You.', name),
    details,
  );
  if (chosen === details) output.show();
}
