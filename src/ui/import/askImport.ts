import * as vscode from 'vscode';
import { Attempt } from '../../app/ids.ts';
import { HumanError } from '../../core/humanError.ts';
import { t } from '../../core/text/translate.ts';
import { reportPage } from '../views/pages.ts';
import type { CommandContext } from '../commandContext.ts';
import { sayError } from '../notifications.ts';
import { askChoice, type Choice } from '../prompts/askChoice.ts';

export interface DryRun<T extends string> {
  /** Name of the file or folder. */
  readonly name: string;
  /** What would happen, in one line. */
  readonly counts: string;
  /** How many would be imported. */
  readonly added: number;
  readonly report: () => string;
  /** Further choices. */
  readonly more: readonly Choice<T>[];
}

/** Shows what an import would do and asks whether to do it. Nothing is saved here. */
export async function askImport<T extends string = never>(dry: DryRun<T>): Promise<'import' | 'cancel' | T> {
  for (;;) {
    const answer = await askChoice<'import' | 'report' | 'cancel' | T>({
      title: t('Import {0}: nothing has been saved yet', dry.name),
      placeholder: dry.counts,
      choices: [
        ...(dry.added > 0
          ? [
              {
                label: t('Import {0}', dry.added),
                description: t('in one act, which one undo takes back'),
                value: 'import' as const,
              },
            ]
          : []),
        {
          label: t('Show the report'),
          description: t('every row that is refused or odd, and why'),
          value: 'report' as const,
        },
        ...dry.more,
        { label: t('Import nothing'), value: 'cancel' as const },
      ],
    });
    if (answer.type !== 'given') return 'cancel';
    if (answer.value !== 'report') return answer.value;
    await vscode.commands.executeCommand('markdown.showPreview', reportPage(t('Import report'), dry.report()));
  }
}

/**
 * Runs one attempt until it is saved, or the person gives up (undefined). A retry finishes what a full disk cut off,
 * instead of starting again.
 */
export async function runUntilSaved<T>(
  context: CommandContext,
  run: (attempt: Attempt) => Promise<T>,
): Promise<T | undefined> {
  const attempt = new Attempt(context.store.ids);
  const again = t('Try Again');
  for (;;) {
    try {
      return await run(attempt);
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      if ((await sayError(error.message, again)) !== again) return undefined;
    }
  }
}
