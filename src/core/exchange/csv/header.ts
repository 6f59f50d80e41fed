import { startOfText } from '../../text/clean.ts';

/** How much of a header is compared, in UTF-16 code units. */
const longestHeader = 200;

/** A header as it is compared: `createdAt`, `Created_at` and `created at` are equal, and `% Done` is not `Done`. */
export function normalizedHeader(header: string): string {
  return startOfText(header, longestHeader)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('%', ' percent ')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
