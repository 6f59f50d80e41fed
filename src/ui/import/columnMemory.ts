import * as z from 'zod/mini';
import type { Columns } from '../../core/exchange/csv/columns.ts';
import { columnArguments } from '../arguments.ts';

/** Stores small values between sessions: the part of VS Code's `Memento` that is used. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** The columns used for the last file with these headers; undefined if there was none. */
export function rememberedColumns(memory: Memory, headers: readonly string[]): Columns | undefined {
  const wanted = signatureOf(headers);
  return read(memory).find(({ signature }) => signature === wanted)?.columns;
}

/** Stores the columns that were used, the latest first; beyond a limit the oldest are dropped. */
export async function rememberColumns(memory: Memory, headers: readonly string[], columns: Columns): Promise<void> {
  const signature = signatureOf(headers);
  const others = read(memory).filter((mapping) => mapping.signature !== signature);
  await memory.update(key, [{ signature, columns }, ...others].slice(0, maxMappings));
}

const key = 'importColumns';
const maxMappings = 20;

/** What is stored. Anything of another shape counts as nothing. */
const mappings = z.array(z.object({ signature: z.string(), columns: z.object(columnArguments) }));

function read(memory: Memory): z.output<typeof mappings> {
  const parsed = z.safeParse(mappings, memory.get(key));
  return parsed.success ? parsed.data : [];
}

/** Files with the same headers in the same order share their columns. */
function signatureOf(headers: readonly string[]): string {
  return JSON.stringify(headers);
}
