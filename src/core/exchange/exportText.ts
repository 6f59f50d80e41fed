import { counted, t } from '../text/translate.ts';

/** What was exported as JSON, and to which path. */
export function sayExportedEntries(count: number, path: string): string {
  return counted(count, 'Exported {0} entry to {1}.', 'Exported {0} entries to {1}.', path);
}

/** What was exported as CSV, to which path, and what a table cannot hold. */
export function sayExportedItems(count: number, clarity: number, path: string): string {
  const leftOut =
    clarity === 0 ? [] : [counted(clarity, '{0} clarity item is left out.', '{0} clarity items are left out.')];
  return [
    counted(count, 'Exported {0} item to {1}.', 'Exported {0} items to {1}.', path),
    ...leftOut,
    t(
      'Whose move it is, since when each person waits, holds, checks, blockers and slips are only in “Export as JSON”.',
    ),
  ].join(' ');
}
