import { counted, t } from './translate.ts';

/** Why an export is not written where somebody said. */
export type WriteFault =
  | { readonly fault: 'notAbsolute' | 'exists' | 'insideLog' | 'noFolder' }
  | { readonly fault: 'failed'; readonly message: string };

export function sayWriteFault(fault: WriteFault, path: string): string {
  switch (fault.fault) {
    case 'notAbsolute':
      return t('“{0}” does not say where it is. Give the whole path.', path);
    case 'exists':
      return t('{0} is there already. Name another file, or allow it to be overwritten.', path);
    case 'insideLog':
      return t('{0} is in the folder of the log, which holds nothing else. Choose another folder.', path);
    case 'noFolder':
      return t('{0} is no folder. Choose one that is there.', path);
    case 'failed':
      return t('{0} could not be written: {1}', path, fault.message);
    default:
      return fault satisfies never;
  }
}

/** What was exported, and where it lies now. */
export function sayExported(count: number, what: 'entries' | 'items', path: string): string {
  return what === 'entries'
    ? counted(count, 'Exported {0} entry to {1}.', 'Exported {0} entries to {1}.', path)
    : counted(count, 'Exported {0} item to {1}.', 'Exported {0} items to {1}.', path);
}
