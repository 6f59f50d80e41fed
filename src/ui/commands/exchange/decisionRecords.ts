import { basename, join } from 'node:path';
import * as vscode from 'vscode';
import { runInSlices } from '../../../app/slices.ts';
import { readRecordFolder, type RecordFolder } from '../../../files/recordFolder.ts';
import { checkFolder, saveFile } from '../../../files/savedFile.ts';
import type { DayOrder } from '../../../core/exchange/cells/dayCell.ts';
import { planRecordImportInSteps, type RecordImportPlan } from '../../../core/exchange/madr/planRecordImport.ts';
import { planRecords } from '../../../core/exchange/madr/planRecords.ts';
import {
  noRecords,
  recordImportReport,
  sayRecordImportCounts,
  sayRecordRefusal,
  sayRecordsWritten,
} from '../../../core/exchange/madr/recordImportText.ts';
import { HumanError } from '../../../core/humanError.ts';
import type { Steps } from '../../../core/register/steps.ts';
import { counted, t } from '../../../core/text/translate.ts';
import type { Day } from '../../../core/time/day.ts';
import { exportRecordsArguments, importRecordsArguments, parseArguments } from '../../arguments.ts';
import { commandIds } from '../../commandIds.ts';
import { isProgramCall } from '../../programCall.ts';
import { firstSeenIn } from '../../integrations/firstSeen.ts';
import type { PlanBasis } from '../../import/planInSlices.ts';
import { askAndImport, type ImportSource, runImport } from '../../import/runImport.ts';
import type { Choice } from '../../prompts/askChoice.ts';
import { askDay } from '../../prompts/askDay.ts';
import { askFolder } from '../../prompts/askPath.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';

/** Writes a record of MADR 4 for each decided item that has none in the folder. Existing files are not changed. */
export async function exportDecisionRecords(context: CommandContext, argument: unknown): Promise<unknown> {
  const folder = isProgramCall(argument)
    ? parseArguments(commandIds.exportDecisionRecords, exportRecordsArguments, argument).folder
    : await askFolder(t('Export Decision Records'), t('Write Them Here'));
  if (folder === undefined) return undefined;
  await context.loaded;
  await context.store.refresh();
  const { log, register } = context.store;
  await checkFolder(folder, log.folder);
  // Where the folders below hold too much, only the folder itself is looked through.
  const { files, repository } = await readRecordFolder(folder, true).catch(() => readRecordFolder(folder));
  const plan = planRecords(register.items.values(), files, repository.system, context.settings.policy.calendar);
  const place = { logFolder: log.folder, overwrite: false };
  for (const { name, text } of plan.files) await saveFile(join(folder, name), text, place);
  if (!isProgramCall(argument)) void sayInformation(sayRecordsWritten(plan, folder));
  return { folder, written: plan.files.map(({ name }) => name), there: plan.existing, outdated: plan.outdated };
}

/** Imports a folder of records as decided items, in one act. */
export async function importDecisionRecords(context: CommandContext, argument: unknown): Promise<unknown> {
  await context.loaded;
  if (isProgramCall(argument)) {
    const { folder, dryRun } = parseArguments(commandIds.importDecisionRecords, importRecordsArguments, argument);
    const read = await openFolder(folder, false);
    const firstSeen = await firstSeenIn(folder, await undatedIn(context, folder, read), () => false);
    return runImport(context, sourceOf(context, folder, read, { firstSeen }), dryRun);
  }
  const folder = await askFolder(t('Import Decision Records'), t('Check'));
  return folder === undefined ? undefined : importByHand(context, folder);
}

/** What the person said of the whole folder. */
interface Answers {
  undatedOn?: Day | undefined;
  dayOrder?: DayOrder;
  firstSeen?: ReadonlyMap<string, Day> | undefined;
}

type More = 'below' | 'undated' | DayOrder;

async function importByHand(context: CommandContext, folder: string): Promise<unknown> {
  const answers: Answers = {};
  let read = await openFolder(folder, false);
  for (;;) {
    answers.firstSeen ??= await askVersionControl(context, folder, read);
    const source = sourceOf(context, folder, read, { ...answers });
    const result = await askAndImport<RecordImportPlan, More>(context, source, (plan) => choicesFor(plan, read));
    if (result === 'below') {
      read = await openFolder(folder, true);
      answers.firstSeen = undefined;
    } else if (result === 'dayFirst' || result === 'monthFirst') answers.dayOrder = result;
    else if (result === 'undated') answers.undatedOn = (await askUndatedDay(context)) ?? answers.undatedOn;
    else return result;
  }
}

function choicesFor({ refused }: RecordImportPlan, { below }: RecordFolder): Choice<More>[] {
  const reasons = refused.map(({ reason }) => reason.refused);
  const undated = reasons.filter(isUndated).length;
  const ambiguous = refused.find(({ reason }) => reason.refused === 'ambiguousDay')?.reason;
  const told = ambiguous?.refused === 'ambiguousDay' ? ambiguous.told : '';
  return [
    ...(below === 0
      ? []
      : [
          {
            label: counted(
              below,
              'Read {0} record in the folders below, too',
              'Read {0} records in the folders below, too',
            ),
            value: 'below' as const,
          },
        ]),
    ...(undated === 0
      ? []
      : [
          {
            label: counted(undated, 'Give {0} record without a day one', 'Give {0} records without a day one'),
            description: t('one day for all, marked as estimated'),
            value: 'undated' as const,
          },
        ]),
    ...(told === ''
      ? []
      : [
          { label: t('In “{0}” the day comes first', told), value: 'dayFirst' as const },
          { label: t('In “{0}” the month comes first', told), value: 'monthFirst' as const },
        ]),
  ];
}

async function askUndatedDay(context: CommandContext): Promise<Day | undefined> {
  let answer: Day | undefined;
  await askDay(context, {
    title: t('The day of records that name none'),
    prompt: t('Around when were they decided? It is marked as estimated.'),
    lean: 'past',
    objection: (day) => (day > context.store.today.day ? t('That day is still to come.') : undefined),
    accept: async (day) => {
      answer = day;
      return undefined;
    },
  });
  return answer;
}

/** @throws HumanError if there is nothing in it that could be a record */
async function openFolder(folder: string, isDeep: boolean): Promise<RecordFolder> {
  const read = await readRecordFolder(folder, isDeep);
  const has = ({ files }: RecordFolder) => files.some(({ text, fault }) => text !== undefined || fault !== undefined);
  if (has(read)) return read;
  // Nothing but folders of records.
  if (read.below > 0) return readRecordFolder(folder, true);
  throw new HumanError(noRecords(basename(folder), read.others));
}

/** Asks version control for the days of the records that name none. It shows that it does, where it takes a while. */
async function askVersionControl(
  context: CommandContext,
  folder: string,
  read: RecordFolder,
): Promise<ReadonlyMap<string, Day>> {
  const undated = await undatedIn(context, folder, read);
  if (undated.length <= fewRecords) return firstSeenIn(folder, undated, () => false);
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Asking version control when the records of {0} came in', basename(folder)),
    cancellable: true,
  };
  return vscode.window.withProgress(options, (_, token) =>
    firstSeenIn(folder, undated, () => token.isCancellationRequested),
  );
}

/** How many are asked for within a moment. */
const fewRecords = 20;

/** The names of the records that have no day. */
async function undatedIn(context: CommandContext, folder: string, read: RecordFolder): Promise<string[]> {
  const { store } = context;
  const basis = { register: store.register, today: store.today.day, policy: store.policy() };
  const plan = await runInSlices(planOf(context, folder, read, {})({ ...basis, revision: store.register.revision }));
  return plan.refused.flatMap(({ file, reason }) => (isUndated(reason.refused) ? [file] : []));
}

function isUndated(reason: string): boolean {
  return reason === 'noDay' || reason === 'unreadableDay';
}

function planOf(
  { store }: CommandContext,
  folder: string,
  { files, repository }: RecordFolder,
  answers: Answers,
): (basis: PlanBasis) => Steps<RecordImportPlan> {
  return (basis) =>
    planRecordImportInSteps(files, {
      ...basis,
      ...answers,
      folderName: basename(folder),
      sourceSystem: repository.system,
      idFor: (key) => store.ids.named(key),
    });
}

function sourceOf(
  context: CommandContext,
  folder: string,
  read: RecordFolder,
  answers: Answers,
): ImportSource<RecordImportPlan> {
  const { store } = context;
  const name = basename(folder);
  return {
    name,
    plan: planOf(context, folder, read, answers),
    counts: sayRecordImportCounts,
    report: (plan) => recordImportReport(name, plan, store.today.day),
    result: ({ added, corrected, unchanged, left, refused, shortened, estimated }) => ({
      added,
      corrected,
      unchanged,
      left,
      refused: refused.map(({ file, reason }) => ({ file, reason: sayRecordRefusal(reason, store.today.day) })),
      shortened,
      estimated,
    }),
  };
}
