import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../core/register/steps.ts';
import { readLogExportInSteps, type ReadExport } from '../core/exchange/json/readLogExport.ts';
import { HumanError } from '../core/humanError.ts';
import { sayFileFault } from '../core/exchange/fileText.ts';
import { sayExportFault } from '../core/exchange/json/logImportText.ts';
import { bytesOf } from './boundedFile.ts';
import { decodeText } from './decodeText.ts';
import { structureFault } from './jsonStructure.ts';

/** Largest file that is read, in megabytes: about 300,000 entries, which still fit into memory at once. */
const largestInMegabytes = 100;

/**
 * Reads an exported log; nothing is imported yet.
 *
 * @param now of the wall clock; entries too far ahead of it are refused
 * @throws HumanError with one sentence if it cannot be read, or is not an exported log
 */
export async function readExportFile(path: string, now: Date): Promise<ReadExport> {
  const bytes = await bytesOf(path, largestInMegabytes);
  if (!Buffer.isBuffer(bytes)) throw new HumanError(sayFileFault(bytes, basename(path)));
  const fault = await structureFault(bytes);
  if (fault !== undefined) throw new HumanError(sayExportFault(fault, basename(path)));
  const decoded = decodeText(bytes);
  if (typeof decoded === 'string') throw new HumanError(sayFileFault({ fault: decoded }, basename(path)));
  const read = await inSlices(readLogExportInSteps(decoded.text, now));
  if (typeof read === 'string') throw new HumanError(sayExportFault(read, basename(path)));
  return read;
}

async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) return step.value;
    await setImmediate();
  }
}
