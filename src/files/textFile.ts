import type { FileFault } from '../core/exchange/fileFault.ts';
import { bytesOf } from './boundedFile.ts';
import { decodeText } from './decodeText.ts';

/** The text of a regular file that is not too big, whatever its encoding; or why it cannot be read. */
export async function textOfFile(path: string, limitInMegabytes: number): Promise<string | FileFault> {
  const bytes = await bytesOf(path, limitInMegabytes);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const decoded = decodeText(bytes);
  return typeof decoded === 'string' ? { fault: decoded } : decoded.text;
}
