import type { FileFault } from './fileFault.ts';
import { t } from '../text/translate.ts';

export function sayFileFault(fault: FileFault, file: string): string {
  switch (fault.fault) {
    case 'missing':
      return t('{0} does not exist.', file);
    case 'folder':
      return t('{0} is a folder. Choose a file in it.', file);
    case 'notAFile':
      return t('{0} is not an ordinary file.', file);
    case 'notAllowed':
      return t('{0} may not be read. Allow reading it and try again.', file);
    case 'notText':
      return t('{0} is not a text file.', file);
    case 'damagedText':
      return t('{0} says which encoding it has, but its text is damaged.', file);
    case 'unreadable':
      return t('{0} could not be read ({1}).', file, fault.message);
    case 'tooBig':
      return t('{0} has {1} MB; at most {2} MB can be imported at once.', file, fault.megabytes, fault.limit);
    default:
      return fault satisfies never;
  }
}
