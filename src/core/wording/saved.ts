import { t } from './translate.ts';

/** Why a file was not written where somebody said, by the file system's code, and what they can do. */
export function saveFailure(code: string | undefined, path: string, message: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return t('Not saved: the disk is full. Free some space and try again.');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return t('Not saved: {0} cannot be written to. Allow writing there, or choose another place.', path);
    case 'ENOENT':
    case 'ENOTDIR':
      return t('Not saved: the folder of {0} does not exist.', path);
    case 'EISDIR':
      return t('Not saved: {0} is a folder. Name a file in it.', path);
    default:
      return t('Not saved: {0} could not be written ({1}).', path, message);
  }
}

export function saveNotAbsolute(path: string): string {
  return t('Not saved: “{0}” does not say where. Write the whole path.', path);
}

export function saveInLog(path: string): string {
  return t('Not saved: {0} lies in the folder of the log, in which nothing but the log is written.', path);
}
