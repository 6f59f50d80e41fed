import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CsvTable } from '../core/csvImport/table.ts';
import { HumanError } from '../core/humanError.ts';
import { type CsvFault, sayCsvFault } from '../core/wording/importReasons.ts';
import { parseTable } from './csvFileTable.ts';
import { decodeText } from './csvFileText.ts';

/** Largest file that is read, in megabytes: some 500,000 rows, which still fit into memory at once. */
export const largestCsvInMegabytes = 50;

/**
 * Reads a CSV file as it is; nothing in it is interpreted yet. Load this module late: it brings the parser along.
 * @throws HumanError with one sentence when it is missing, not a text file, empty, too big, or its quotes do not match.
 */
export async function readCsvFile(path: string): Promise<CsvTable> {
  const refuse = (fault: CsvFault) => new HumanError(sayCsvFault(fault, basename(path)));
  const bytes = await bytesOf(path).catch((error: unknown) => {
    throw refuse(faultOf(error));
  });
  if (!Buffer.isBuffer(bytes)) throw refuse(bytes);
  const decoded = decodeText(bytes);
  if (typeof decoded === 'string') throw refuse({ fault: decoded });
  const table = parseTable(decoded.text);
  if ('fault' in table) throw refuse(table);
  return { ...table, encoding: decoded.encoding };
}

async function bytesOf(path: string): Promise<Buffer | CsvFault> {
  // Asked before it is opened: opening a pipe waits for somebody to write into it.
  const stats = await stat(path);
  if (stats.isDirectory()) return { fault: 'folder' };
  if (!stats.isFile()) return { fault: 'notAFile' };
  const megabytes = Math.ceil(stats.size / 1_000_000);
  return megabytes > largestCsvInMegabytes
    ? { fault: 'tooBig', megabytes, limit: largestCsvInMegabytes }
    : readFile(path);
}

function faultOf(error: unknown): CsvFault {
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { fault: 'missing' };
    case 'EACCES':
    case 'EPERM':
      return { fault: 'notAllowed' };
    default:
      return { fault: 'unreadable', message: code ?? message };
  }
}
