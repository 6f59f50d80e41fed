import { basename } from 'node:path';
import type { CsvTable } from '../core/exchange/csv/table.ts';
import { HumanError } from '../core/humanError.ts';
import { sayCsvFault } from '../core/exchange/csv/reasonText.ts';
import type { CsvFault } from '../core/exchange/csv/csvFault.ts';
import { bytesOf } from './boundedFile.ts';
import { parseTable } from './csvFileTable.ts';
import { decodeText } from './decodeText.ts';

/** Largest file that is read, in megabytes: far more than any list of decisions. */
export const largestCsvInMegabytes = 50;

/**
 * Reads a CSV file into cells; nothing is interpreted yet. Load this module late: it brings the parser along.
 * @throws HumanError with one sentence if it is missing, not a text file, empty, too big, or its quotes do not match
 */
export async function readCsvFile(path: string): Promise<CsvTable> {
  const refuse = (fault: CsvFault) => new HumanError(sayCsvFault(fault, basename(path)));
  const bytes = await bytesOf(path, largestCsvInMegabytes);
  if (!Buffer.isBuffer(bytes)) throw refuse(bytes);
  const decoded = decodeText(bytes);
  if (typeof decoded === 'string') throw refuse({ fault: decoded });
  const table = parseTable(decoded.text);
  if ('fault' in table) throw refuse(table);
  return { ...table, encoding: decoded.encoding };
}
