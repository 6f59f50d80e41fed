import * as vscode from 'vscode';
import { t } from '../../../core/text/translate.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import type { Grouping } from '../../settings/readSettings.ts';
import type { CommandContext } from '../../commandContext.ts';

/** Asks what the tree is grouped by, and saves it as the setting. */
export async function groupBy({ settings }: CommandContext): Promise<void> {
  const choices: readonly [Grouping, string, string][] = [
    ['state', t('When it is due'), t('overdue, today, this week, …')],
    ['person', t('Person'), t('who waits')],
    ['kind', t('Kind'), t('decisions, approvals, dependencies')],
  ];
  const grouping = await pickOne({
    title: t('Group By'),
    placeholder: t('How is Waiting on You grouped?'),
    choices: choices.map(([value, label, description]) => ({
      label,
      description: value === settings.grouping ? t('{0} (now)', description) : description,
      value,
    })),
  });
  if (grouping === undefined) return;
  await vscode.workspace.getConfiguration('pacesetter').update('groupBy', grouping, vscode.ConfigurationTarget.Global);
}
