import { basename } from 'node:path';
import { readCsvFile } from '../../../files/csvFile.ts';
import { guessColumns } from '../../../core/exchange/csv/guessColumns.ts';
import type { Columns } from '../../../core/exchange/csv/columns.ts';
import { ambiguousDayIn } from '../../../core/exchange/csv/fileDays.ts';
import { type ImportPlan, planImportInSteps } from '../../../core/exchange/csv/planCsvImport.ts';
import type { CsvTable } from '../../../core/exchange/csv/table.ts';
import { sayImportOddity, sayImportRefusal } from '../../../core/exchange/csv/reasonText.ts';
import { importReport, sayImportOutcome } from '../../../core/exchange/csv/reportText.ts';
import { runInSlices } from '../../../app/slices.ts';
import { t } from '../../../core/text/translate.ts';
import { importArguments, parseArguments } from '../../arguments.ts';
import { rememberColumns, rememberedColumns } from '../../import/columnMemory.ts';
import { commandIds } from '../../commandIds.ts';
import type { DayOrder } from '../../../core/exchange/cells/dayCell.ts';
import { askColumns, askDayOrder, askHeaderRow } from '../../import/askColumns.ts';
import { askAndImport, type ImportSource, runImport } from '../../import/runImport.ts';
import { askFile } from '../../prompts/askPath.ts';
import { isProgramCall } from '../../programCall.ts';
import type { CommandContext } from '../../commandContext.ts';

/**
 * Imports a CSV file: asks for the columns, shows what would happen row by row, then imports all rows that are
 * accepted, in one act.
 */
export async function importCsv(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) {
    const { file, columns, dayOrder, headerRow, dryRun } = parseArguments(commandIds.import, importArguments, argument);
    const table = await readCsvFile(file, headerRow);
    return runImport(context, sourceOf(context, file, table, columns, dayOrder), dryRun);
  }
  const filters = { [t('CSV files')]: ['csv', 'tsv', 'txt'], [t('All files')]: ['*'] };
  const file = await askFile(t('Import CSV'), t('Choose Columns'), filters);
  return file === undefined ? undefined : importByHand(context, file, await readCsvFile(file));
}

async function importByHand(context: CommandContext, file: string, first: CsvTable): Promise<unknown> {
  const name = basename(file);
  let table = first;
  let isRemembered = false;
  let columns: Partial<Columns> = {};
  const suggest = () => {
    const remembered = rememberedColumns(context.memory, table.headers);
    isRemembered = remembered !== undefined;
    columns = remembered ?? guessColumns(table);
  };
  suggest();
  for (;;) {
    const mapped = await askColumns(name, table, columns, isRemembered);
    if (mapped === undefined) return undefined;
    if (mapped === 'headerRow') {
      const row = await askHeaderRow(name, table);
      if (row === undefined) continue;
      table = await readCsvFile(file, row);
      suggest();
      continue;
    }
    columns = mapped;
    const ambiguous = await runInSlices(ambiguousDayIn(table, mapped));
    const dayOrder = ambiguous === undefined ? undefined : await askDayOrder(name, ambiguous, context.feed.board.today);
    if (ambiguous !== undefined && dayOrder === undefined) continue;
    const source = sourceOf(context, file, table, mapped, dayOrder);
    const result = await askAndImport(context, source, [{ label: t('Change the columns'), value: 'columns' }]);
    if (result === 'columns') continue;
    if (result !== undefined) await rememberColumns(context.memory, table.headers, mapped);
    return result;
  }
}

function sourceOf(
  { store, feed }: CommandContext,
  file: string,
  table: CsvTable,
  columns: Columns,
  dayOrder: DayOrder | undefined,
): ImportSource<ImportPlan> {
  const name = basename(file);
  return {
    name,
    plan: (basis) =>
      planImportInSteps(table, columns, { ...basis, fileName: file, dayOrder, idFor: (key) => store.ids.named(key) }),
    counts: (plan) => sayImportOutcome(plan, columns),
    report: (plan) => importReport({ fileName: name, table, columns, plan, today: feed.board.today }),
    result: ({ added, corrected, unchanged, refused, odd }) => ({
      added,
      corrected,
      unchanged,
      refused: refused.map(({ row, reason }) => ({ row, reason: sayImportRefusal(reason, store.today.day) })),
      odd: odd.map(({ row, reason }) => ({ row, reason: sayImportOddity(reason, store.today.day) })),
    }),
  };
}
