import { counted } from '../text/translate.ts';

/** What was exported, and to which path. */
export function sayExported(count: number, what: 'entries' | 'items', path: string): string {
  return what === 'entries'
    ? counted(count, 'Exported {0} entry to {1}.', 'Exported {0} entries to {1}.', path)
    : counted(count, 'Exported {0} item to {1}.', 'Exported {0} items to {1}.', path);
}
