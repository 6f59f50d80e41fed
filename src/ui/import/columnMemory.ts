import * as z from 'zod/mini';
import { type Columns, importFields } from '../../core/exchange/csv/columns.ts';

/** Where small things are remembered between windows: VS Code's own memory of an extension. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** The columns that were used for files with these headers the last time; undefined when there was none. */
export function rememberedColumns(memory: Memory, headers: readonly string[]): Columns | undefined {
  const wanted = signatureOf(headers);
  return read(memory).find(({ signature }) => signature === wanted)?.columns;
}

/** Remembers what was used, the latest first; the oldest of many are forgotten. */
export async function rememberColumns(memory: Memory, headers: readonly string[], columns: Columns): Promise<void> {
  const signature = signatureOf(headers);
  const others = read(memory).filter((mapping) => mapping.signature !== signature);
  await memory.update(key, [{ signature, columns }, ...others].slice(0, most));
}

const key = 'importColumns';
const most = 20;

/** Whatever stands in the memory: what is no mapping of ours is as good as none. */
const mappings = z.array(
  z.object({
    signature: z.string(),
    columns: z.object({
      ...(Object.fromEntries(importFields.map((field) => [field, z.optional(z.string())])) as Record<
        (typeof importFields)[number],
        z.ZodMiniOptional<z.ZodMiniString>
      >),
      title: z.string(),
    }),
  }),
);

function read(memory: Memory): z.output<typeof mappings> {
  const parsed = z.safeParse(mappings, memory.get(key));
  return parsed.success ? parsed.data : [];
}

/** Files with the same headers in the same order are of one sort. */
function signatureOf(headers: readonly string[]): string {
  return JSON.stringify(headers);
}
