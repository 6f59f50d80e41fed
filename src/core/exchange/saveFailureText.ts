import { t } from '../text/translate.ts';

/** Why a file was not saved, by the file system's error code, and what the person can do. */
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
    case 'EEXIST':
      return t('Not saved: {0} already exists. Name another file, or allow it to be overwritten.', path);
    case 'ELOOP':
    case 'ENXIO':
      return saveNoFile(path);
    case 'EISDIR':
      return t('Not saved: {0} is a folder. Name a file in it.', path);
    default:
      return t('Not saved: {0} could not be written ({1}).', path, message);
  }
}

/** For a file or a folder. */
export function saveNotAbsolute(path: string): string {
  return t('“{0}” does not say where it is. Give the full path.', path);
}

/** A link that leads nowhere, a pipe or a device. */
export function saveNoFile(path: string): string {
  return t('Not saved: {0} is a link that leads nowhere, or no ordinary file. Choose another place.', path);
}

export function saveInLog(path: string): string {
  return t('{0} is in the log folder, which is only for the log. Choose another place.', path);
}

export function folderMissing(path: string): string {
  return t('{0} is not a folder. Choose one that exists.', path);
}
