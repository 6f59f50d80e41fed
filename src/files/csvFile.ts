import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { CsvTable } from '../core/exchange/csv/table.ts';
import { HumanError } from '../core/humanError.ts';
import { sayCsvFault } from '../core/exchange/csv/reasonText.ts';
import type { CsvFault } from '../core/exchange/csv/csvFault.ts';
import { bytesOf } from './boundedFile.ts';
import { parseTableInSteps } from './csvFileTable.ts';
import { decodeText } from './decodeText.ts';

/** Largest file that is read, in megabytes: far more than any list of decisions. */
export const largestCsvInMegabytes = 50;

/**
 * Reads a CSV file into cells; nothing is interpreted yet. Other work has its turn in between.
 *
 * @param headerLine the row that holds the headers; it is guessed otherwise
 * @throws HumanError with one sentence if it is missing, not a text file, empty or too big
 */
export async function readCsvFile(path: string, headerLine?: number): Promise<CsvTable> {
  const refuse = (fault: CsvFault) => new HumanError(sayCsvFault(fault, basename(path)));
  const bytes = await bytesOf(path, largestCsvInMegabytes);
  if (!Buffer.isBuffer(bytes)) throw refuse(bytes);
  const decoded = decodeText(bytes);
  if (typeof decoded === 'string') throw refuse({ fault: decoded });
  const steps = parseTableInSteps(decoded.text, headerLine);
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) await setImmediate();
  const table = step.value;
  if ('fault' in table) throw refuse(table);
  return { ...table, encoding: decoded.encoding };
}
