import * as vscode from 'vscode';
import type { ActResult } from '../../app/entryStore.ts';
import { Attempt } from '../../app/ids.ts';
import type { Fact } from '../../core/entries/entry.ts';
import { groupOf } from '../../core/board/groups.ts';
import type { BoardRow } from '../../core/board/row.ts';
import { HumanError } from '../../core/humanError.ts';
import { runToEnd, type Steps } from '../../core/register/steps.ts';
import { isRefusal } from '../../core/rules/refusal.ts';
import { sayRefusal } from '../../core/rules/refusalText.ts';
import { t } from '../../core/text/translate.ts';
import { reportPage } from '../views/pages.ts';
import type { CommandContext } from '../commandContext.ts';
import { jumpAmong } from '../commands/items/jump.ts';
import { sayError } from '../notifications.ts';
import { askChoice, type Choice } from '../prompts/askChoice.ts';
import { answerDone } from '../undoMessages.ts';
import { basisOf, isSameBasis, type PlanBasis, type Planned, planSilently, planVisibly } from './planInSlices.ts';

/** What an import would do. */
interface Plan {
  readonly facts: readonly Fact[];
  /** How many would be imported. */
  readonly added: number;
  /** How many that an earlier import brought would be corrected. */
  readonly corrected?: number;
}

/** A file or folder that was read, and what is said about importing it. */
export interface ImportSource<P extends Plan> {
  /** Name of the file or folder. */
  readonly name: string;
  readonly plan: (basis: PlanBasis) => Steps<P>;
  /** What would happen, in one line. */
  readonly counts: (plan: P) => string;
  /** What would happen, as a Markdown page. */
  readonly report: (plan: P) => string;
  /** What the command returns. */
  readonly result: (plan: P) => object;
}

/**
 * Imports all that is accepted in one act, without asking.
 *
 * @param dryRun whether to save nothing and only return what would happen
 * @throws HumanError if it could not be saved
 */
export async function runImport<P extends Plan>(
  context: CommandContext,
  source: ImportSource<P>,
  dryRun = false,
): Promise<object> {
  await context.loaded;
  const planned = await planSilently(context.store, source.plan);
  return source.result(dryRun ? planned.plan : (await importOnce(context, source, planned)).plan);
}

/**
 * Shows what an import would do, asks whether to do it, and does it.
 *
 * @param more further choices; one that is picked is returned, and nothing is saved
 * @returns what the command returns; undefined if the person cancelled
 */
export async function askAndImport<P extends Plan, M extends string = never>(
  context: CommandContext,
  source: ImportSource<P>,
  more: readonly Choice<M>[] | ((plan: P) => readonly Choice<M>[]) = [],
): Promise<object | undefined | M> {
  await context.loaded;
  const planned = await planVisibly(t('Checking {0}', source.name), context.store, source.plan);
  if (planned === undefined) return undefined;
  const choices = typeof more === 'function' ? more(planned.plan) : more;
  const next = await askWhetherToImport(source, planned.plan, choices);
  if (next === 'cancel') return undefined;
  if (next !== 'import') return next;
  const imported = await importUntilSaved(context, source, planned);
  if (imported === undefined) return undefined;
  void answerDone(context.store, imported.done, undefined, buttonsFor(context, imported.done));
  return source.result(imported.plan);
}

/** Offers to show what was imported where it stands in no group of the tree: what was closed long ago. */
function buttonsFor(context: CommandContext, { facts }: ActResult): Readonly<Record<string, () => Promise<void>>> {
  const captured = new Set(facts.flatMap((fact) => (fact.type === 'itemCaptured' ? [fact.item] : [])));
  const outOfSight = (): BoardRow[] => {
    const { board } = context.feed;
    return board.rows.filter((row) => captured.has(row.id) && groupOf(row, board) === undefined);
  };
  if (outOfSight().length === 0) return {};
  return { [t('Show Closed')]: async () => void (await jumpAmong(context, outOfSight())) };
}

async function askWhetherToImport<P extends Plan, M extends string>(
  { name, counts, report }: ImportSource<P>,
  plan: P,
  more: readonly Choice<M>[],
): Promise<'import' | 'cancel' | M> {
  const choices: Choice<'import' | 'report' | 'cancel' | M>[] = [
    { label: t('Show the report'), description: t('every row that is refused or odd, and why'), value: 'report' },
    ...more,
    { label: t('Import nothing'), value: 'cancel' },
  ];
  if (plan.facts.length > 0) {
    const { added, corrected = 0 } = plan;
    const label =
      corrected === 0
        ? t('Import {0}', added)
        : added === 0
          ? t('Correct {0}', corrected)
          : t('Import {0} and correct {1}', added, corrected);
    choices.unshift({ label, description: t('in one step, which one undo takes back'), value: 'import' });
  }
  for (;;) {
    const answer = await askChoice({
      title: t('Import {0}: nothing has been saved yet', name),
      placeholder: counts(plan),
      choices,
    });
    if (answer.type !== 'given') return 'cancel';
    if (answer.value !== 'report') return answer.value;
    await vscode.commands.executeCommand('markdown.showPreview', reportPage(t('Import report'), report(plan)));
  }
}

interface Imported<P> {
  readonly plan: P;
  readonly done: ActResult;
}

/**
 * One attempt until it is saved, or the person gives up (undefined). A retry finishes what a full disk cut off, instead
 * of starting again.
 */
async function importUntilSaved<P extends Plan>(
  context: CommandContext,
  source: ImportSource<P>,
  planned: Planned<P>,
): Promise<Imported<P> | undefined> {
  const attempt = new Attempt(context.store.ids);
  const again = t('Try Again');
  for (;;) {
    try {
      return await importOnce(context, source, planned, attempt);
    } catch (error) {
      if (!(error instanceof HumanError)) throw error;
      if ((await sayError(error.message, again)) !== again) return undefined;
    }
  }
}

/** @param planned is made again only if the log, the day or the settings have changed since */
async function importOnce<P extends Plan>(
  context: CommandContext,
  source: ImportSource<P>,
  planned: Planned<P>,
  attempt?: Attempt,
): Promise<Imported<P>> {
  let { plan } = planned;
  const done = await context.store.act((ruleContext) => {
    const basis = basisOf(ruleContext);
    if (!isSameBasis(planned.basis, basis)) plan = runToEnd(source.plan(basis));
    return plan.facts;
  }, attempt);
  if (isRefusal(done)) throw new HumanError(sayRefusal(done, context.store.today.day));
  return { plan, done };
}
