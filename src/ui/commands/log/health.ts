import { answerWith } from '../../undoMessages.ts';
import * as vscode from 'vscode';
import type { Health } from '../../../core/log/health.ts';
import { sayHealth, sayMissing } from '../../../core/log/healthText.ts';
import type { HealthAction, HealthLine } from '../../../core/log/health.ts';
import { t } from '../../../core/text/translate.ts';
import { allowMergesArguments, appendMissingArguments, healthArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { revealInFileManager, showLogFile } from './openLog.ts';
import { askChoice, pickOne, type Choice } from '../../prompts/askChoice.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';
import { act as perform } from '../../performIntent.ts';

/**
 * Shows the health of the log, in a line for each fact, with the one thing to do about it. A program gets the facts.
 */
export async function health(context: CommandContext, argument: unknown): Promise<Health | undefined> {
  await context.loaded;
  const { maintenance } = context;
  const facts = await maintenance.health();
  if (isProgramCall(argument)) {
    parseArguments(commandIds.health, healthArguments, argument);
    return structuredClone(facts);
  }
  const lines = sayHealth(facts, context.store.today.day);
  const isWell = lines.every(({ isTrouble }) => !isTrouble);
  const answer = await askChoice({
    title: t('Health of the Log'),
    placeholder: isWell ? t('All is well. Choose a line to see more.') : t('Choose a line to do something about it.'),
    choices: lines.flatMap((line, index) => choicesFor(line, lines[index - 1])),
  });
  if (answer.type === 'given' && answer.value !== undefined) await act(context, answer.value);
  return undefined;
}

/** Appends to this machine's file what was read and is in no file of the log now; or accepts the log as it is. */
export async function appendMissing(context: CommandContext, argument: unknown): Promise<unknown> {
  await context.loaded;
  const { maintenance } = context;
  const isCalled = isProgramCall(argument);
  let keepAsItIs = false;
  if (isCalled) {
    keepAsItIs = parseArguments(commandIds.appendMissing, appendMissingArguments, argument).keepAsItIs ?? false;
  } else {
    const { missing, newerLines } = await maintenance.health();
    if (missing === 0) {
      void sayInformation(t('The log is complete.'));
      return undefined;
    }
    const isKept = await pickOne({
      title: t('Append What Is Missing'),
      placeholder: newerLines > 0 ? t('Lines of a newer version are brought back too.') : sayMissing(missing),
      choices: [
        {
          label: t('Append What Is Missing'),
          detail: t('{0} It goes to the end of this machine’s file; no other file is touched.', sayMissing(missing)),
          value: false,
        },
        {
          label: t('Keep the Log as It Is'),
          detail: t(
            'What is missing was taken out on purpose, and is not shown any more. A copy stays on this machine.',
          ),
          value: true,
        },
      ],
    });
    if (isKept === undefined) return undefined;
    keepAsItIs = isKept;
  }
  const appended = keepAsItIs ? 0 : await maintenance.appendMissing();
  if (keepAsItIs) await maintenance.acceptAsItIs();
  if (isCalled) return { appended };
  void sayInformation(
    keepAsItIs ? t('The log is kept as it is now.') : t('Appended {0} lines. The log is complete again.', appended),
  );
  return undefined;
}

/** Adds the line to `.gitattributes` that lets git merge what several machines append. Asks a person first. */
export async function allowMerges(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) parseArguments(commandIds.allowMerges, allowMergesArguments, argument);
  await context.loaded;
  const { maintenance } = context;
  const { git } = await maintenance.health();
  if (!isProgramCall(argument) && git?.hasRule === false) {
    const add = t('Add the Line');
    const question = t('Let git merge the log?');
    const detail = t('Adds one line to .gitattributes in {0} and changes nothing else: {1}', git.root, git.rule);
    if ((await vscode.window.showInformationMessage(question, { modal: true, detail }, add)) !== add) return undefined;
  }
  const file = maintenance.allowMerges();
  if (isProgramCall(argument)) return { file };
  void sayInformation(
    file === undefined
      ? t('There is nothing to add: the log is not in a git repository, or the line is already there.')
      : t('Added the line to {0}. Commit it, so that it holds on your other machines too.', file),
  );
  return undefined;
}

function choicesFor(line: HealthLine, before: HealthLine | undefined): Choice<HealthAction | undefined>[] {
  const heading = { label: line.section, kind: vscode.QuickPickItemKind.Separator, value: undefined };
  const choice = {
    label: line.sentence,
    detail: line.detail,
    iconPath: new vscode.ThemeIcon(line.isTrouble ? 'warning' : 'pass'),
    value: line.action,
  };
  return before?.section === line.section ? [choice] : [heading, choice];
}

async function act(context: CommandContext, action: HealthAction): Promise<void> {
  const run = (id: string, ...more: unknown[]): Thenable<unknown> => vscode.commands.executeCommand(id, ...more);
  switch (action.do) {
    case 'openLine':
      await run(commandIds.openLog, action.index);
      return;
    case 'openFile':
      await showLogFile(action.file, undefined);
      return;
    case 'openPlace':
      await showLogFile(action.file, action.line);
      return;
    case 'bringBack': {
      const done = await perform(context, { type: 'bringBack', undo: action.undo });
      void answerWith(context.store, t('Brought back what another machine had undone.'), done);
      return;
    }
    case 'ignoreNewer':
      await context.maintenance.ignoreNewer(action.file, action.isIgnored);
      return;
    case 'update':
      await run('workbench.extensions.action.checkForUpdates');
      return;
    case 'revealCopies':
      await revealInFileManager((await context.maintenance.health()).mirror.folder);
      return;
    case 'appendMissing':
    case 'revealLogFolder':
    case 'moveLogFolder':
    case 'allowMerges':
      await run(commandIds[action.do]);
      return;
    default:
      action satisfies never;
  }
}
