import { basename } from 'node:path';
import { readCsvFile } from '../../../files/csvFile.ts';
import { guessColumns } from '../../../core/exchange/csv/guessColumns.ts';
import type { Columns } from '../../../core/exchange/csv/columns.ts';
import { type ImportPlan, planImportInSteps } from '../../../core/exchange/csv/planCsvImport.ts';
import type { CsvTable } from '../../../core/exchange/csv/table.ts';
import { sayImportOddity, sayImportRefusal } from '../../../core/exchange/csv/reasonText.ts';
import { importReport, sayImportCounts } from '../../../core/exchange/csv/reportText.ts';
import { t } from '../../../core/text/translate.ts';
import { importArguments, parseArguments } from '../../arguments.ts';
import { rememberColumns, rememberedColumns } from '../../import/columnMemory.ts';
import { commandIds } from '../../commandIds.ts';
import { askColumns } from '../../import/askColumns.ts';
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
    const { file, columns, dryRun } = parseArguments(commandIds.import, importArguments, argument);
    return runImport(context, sourceOf(context, file, await readCsvFile(file), columns), dryRun);
  }
  const filters = { [t('CSV files')]: ['csv', 'tsv', 'txt'], [t('All files')]: ['*'] };
  const file = await askFile(t('Import CSV'), t('Choose Columns'), filters);
  return file === undefined ? undefined : importByHand(context, file, await readCsvFile(file));
}

async function importByHand(context: CommandContext, file: string, table: CsvTable): Promise<unknown> {
  const remembered = rememberedColumns(context.memory, table.headers);
  let columns: Partial<Columns> = remembered ?? guessColumns(table.headers);
  for (;;) {
    const mapped = await askColumns(basename(file), table, columns, remembered !== undefined);
    if (mapped === undefined) return undefined;
    columns = mapped;
    const source = sourceOf(context, file, table, mapped);
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
): ImportSource<ImportPlan> {
  const name = basename(file);
  return {
    name,
    plan: (basis) =>
      planImportInSteps(table, columns, { ...basis, fileName: file, idFor: (key) => store.ids.named(key) }),
    counts: sayImportCounts,
    report: (plan) => importReport({ fileName: name, table, columns, plan, today: feed.board.today }),
    result: ({ added, unchanged, refused, odd }) => ({
      added,
      unchanged,
      refused: refused.map(({ row, reason }) => ({ row, reason: sayImportRefusal(reason, store.today.day) })),
      odd: odd.map(({ row, reason }) => ({ row, reason: sayImportOddity(reason, store.today.day) })),
    }),
  };
}
