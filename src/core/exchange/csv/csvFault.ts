import type { FileFault } from '../fileFault.ts';

/** Why a file cannot be read as CSV. */
export type CsvFault =
  | FileFault
  | { readonly fault: 'empty' | 'noRows' }
  | { readonly fault: 'tooManyColumns' | 'tooManyRows' | 'tooManyCells'; readonly limit: number };
