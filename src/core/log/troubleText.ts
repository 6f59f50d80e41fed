import type { NoFile, Trouble } from '../entries/trouble.ts';
import type { BadLine } from '../entries/line.ts';
import { counted, t } from '../text/translate.ts';

/** Why an append failed, by the error code of the file system, and what the person can do. */
export function appendFailure(code: string | undefined, folder: string, message: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return t('Not saved: the disk is full. Free some space and try again.');
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return t('Not saved: {0} cannot be written to. Allow writing there and try again.', folder);
    case 'ENOENT':
      return t('Not saved: {0} is missing. Bring the folder or its drive back and try again.', folder);
    case 'ELOOP':
      return t('Not saved: this machine’s file in {0} is a link, or not a file. Remove it and try again.', folder);
    case 'EBUSY':
    case 'EAGAIN':
      return t('Not saved: another program has locked the log in {0}. Try again.', folder);
    default:
      return t('Not saved: the log in {0} could not be written ({1}). Try again.', folder, message);
  }
}

/** The append failed although some or all of its entries are in the log. A retry completes them unchanged. */
export function appendUnfinished(written: number, of: number): string {
  return written < of
    ? t('{0} of {1} entries are in the log already; trying again adds the rest.', written, of)
    : t('It is in the log but not confirmed yet. Try again to confirm it; after that you can edit it.');
}

/** The clock of the machine shows a year that an entry cannot store. */
export function clockIsWrong(year: string): string {
  return t('Not saved: the clock of this machine says the year {0}. Correct it and try again.', year);
}

/** Why a line of the log is ignored. It stays in the file unchanged. */
function sayBadLine(reason: BadLine): string {
  switch (reason) {
    case 'notUtf8':
      return t('its bytes are not valid UTF-8');
    case 'notJson':
      return t('it is cut off, or not an entry at all');
    case 'mergeMarker':
      return t('it is a merge marker');
    case 'noChecksum':
      return t('its checksum is missing');
    case 'wrongChecksum':
      return t('its checksum does not match: it was damaged or edited');
    case 'wrongShape':
      return t('it is whole, but no entry looks like this');
    case 'tooLong':
      return t('it is longer than any entry can be');
    default:
      return reason satisfies never;
  }
}

export function sayQuarantinedLine(file: string, line: number, reason: BadLine): string {
  return t('{0}, line {1}: {2}', file, line, sayBadLine(reason));
}

export function sayQuarantined(count: number): string {
  return counted(
    count,
    '{0} line of the log could not be read; it is kept as it is. Open at this line.',
    '{0} lines of the log could not be read; they are kept as they are. Open at the first.',
  );
}

export function sayNewerLines(count: number): string {
  return counted(
    count,
    '{0} line was written by a newer Pacesetter; it is kept. Update to see it.',
    '{0} lines were written by a newer Pacesetter; they are kept. Update to see them.',
  );
}

/** What is wrong with the folder or one of its files, and what the person can do. */
export function sayTrouble(trouble: Trouble): string {
  switch (trouble.trouble) {
    case 'folderMissing':
      return t('The log folder is missing: {0}. Bring it or its drive back; no new one is made.', trouble.folder);
    case 'folderUnreadable':
      return t(
        'The log cannot be read ({0}): {1}. Make sure it is a folder you may read.',
        trouble.code,
        trouble.folder,
      );
    case 'fileUnreadable':
      return t('A log file cannot be read ({0}), so what it holds is not shown: {1}.', trouble.code, trouble.file);
    case 'noFile':
      return sayNoFile(trouble.is, trouble.file, trouble.isOwn);
    case 'tooManyFiles':
      return counted(
        trouble.left,
        'The log folder has {0} more file than the {1} that are read. Remove what is not part of the log: {2}.',
        'The log folder has {0} more files than the {1} that are read. Remove what is not part of the log: {2}.',
        trouble.most,
        trouble.folder,
      );
    case 'fileTooLarge':
      return t(
        'Only the first {0} MB of a log file are read: the files of other machines may have {1} MB together. Remove it if it is not part of the log: {2}.',
        Math.round(trouble.read / 1_000_000),
        trouble.most / 1_000_000,
        trouble.file,
      );
    case 'fileGone':
      return t(
        'A log file has disappeared. What was read of it is still shown. Append what is missing, or put it back: {0}.',
        trouble.file,
      );
    case 'fileShrank':
      return t(
        'A log file became shorter, from {0} to {1} bytes. What was read of it is still shown. Append what is missing, or put the longer one back: {2}.',
        trouble.from,
        trouble.to,
        trouble.file,
      );
    case 'fileReplaced':
      return t(
        'A log file was replaced, or changed in its old part. What was read before is still shown. Append what is missing, or put the former file back: {0}.',
        trouble.file,
      );
    default:
      return trouble satisfies never;
  }
}

/** Troubles that are not said one by one; they are about files. */
export function sayMoreTroubles(left: number): string {
  return counted(
    left,
    '{0} more file has this problem; Check Health of the Log lists it.',
    '{0} more files have such problems; Check Health of the Log lists them.',
  );
}

/** What was set aside has the name of a log file and may lead anywhere, so it is not even opened. */
function sayNoFile(is: NoFile, file: string, isOwn: boolean): string {
  if (isOwn) {
    return t(
      'This machine’s log file is {0}, so nothing can be saved. Remove it, and put the file back if there was one: {1}.',
      sayWhatItIs(is),
      file,
    );
  }
  return t(
    'Something with the name of a log file is {0} and was not opened. Remove it, or put the file itself there: {1}.',
    sayWhatItIs(is),
    file,
  );
}

function sayWhatItIs(is: NoFile): string {
  switch (is) {
    case 'link':
      return t('a link');
    case 'folder':
      return t('a folder');
    case 'pipe':
      return t('a pipe');
    case 'socket':
      return t('a socket');
    case 'device':
      return t('a device');
    default:
      return is satisfies never;
  }
}

/** Lines whose clock is too far ahead. They are kept, and count when their day has come. */
export function sayAheadLines(count: number): string {
  return counted(
    count,
    '{0} line is dated more than a day ahead of this machine’s clock; it counts when its day has come. If the clock is wrong, set it right.',
    '{0} lines are dated more than a day ahead of this machine’s clock; they count when their day has come. If the clock is wrong, set it right.',
  );
}

/** Two lines under one id that say different things. */
export function sayConflicts(count: number): string {
  return counted(
    count,
    '{0} entry was overwritten by a line with the same id. Both are kept; the one of the machine itself counts.',
    '{0} entries were overwritten by lines with the same ids. All are kept; those of the machines themselves count.',
  );
}

/** Undos of another machine, which only the machine that did something can do. */
export function sayTakenBack(count: number): string {
  return counted(
    count,
    'Another machine undid {0} change that it had not made. Bring it back if that was a mistake.',
    'Other machines undid {0} changes that they had not made. Bring them back if that was a mistake.',
  );
}

/** {@link sayTrouble}, short enough for the status bar. */
export function sayTroubleShortly({ trouble }: Trouble): string {
  switch (trouble) {
    case 'folderMissing':
      return t('log folder is missing');
    case 'folderUnreadable':
    case 'fileUnreadable':
      return t('log cannot be read');
    case 'noFile':
      return t('log file is not a file');
    case 'tooManyFiles':
      return t('log has too many files');
    case 'fileTooLarge':
      return t('log file is too large');
    case 'fileGone':
      return t('log file is gone');
    case 'fileShrank':
    case 'fileReplaced':
      return t('log file was changed');
    default:
      return trouble satisfies never;
  }
}
