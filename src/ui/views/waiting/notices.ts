import { basename } from 'node:path';
import {
  sayAheadLines,
  sayConflicts,
  sayMoreTroubles,
  sayNewerLines,
  sayQuarantined,
  sayQuarantinedLine,
  sayTakenBack,
  sayTrouble,
} from '../../../core/log/troubleText.ts';
import { takenBackByOthers } from '../../../core/rules/takenBack.ts';
import { firstOfEachKind, type Trouble } from '../../../core/entries/trouble.ts';
import { commandIds } from '../../commandIds.ts';
import type { EntryStore } from '../../../app/entryStore.ts';
import type { Services } from '../../commandContext.ts';
import { NoticeNode } from './nodes.ts';

/** How many troubles of one kind have a notice each. */
const listedTroubles = 3;
/** How many unreadable lines a tooltip names. */
const listedLines = 10;

/** One line for each problem of the log or the settings, with one thing to do about it. Empty if all is well. */
export function noticesOf({ feed, settings }: Pick<Services, 'feed' | 'settings'>): NoticeNode[] {
  const complaints = settings.complaints.map(
    (complaint) => new NoticeNode(complaint, 'workbench.action.openSettings', ['pacesetter']),
  );
  return [...(feed.store === undefined ? [] : logNotices(feed.store)), ...complaints];
}

function logNotices({ log, register, ahead }: EntryStore): NoticeNode[] {
  const { first, left } = firstOfEachKind(log.troubles, listedTroubles);
  const notices = first.map((trouble) => new NoticeNode(sayTrouble(trouble), actionFor(trouble)));
  if (left > 0) notices.push(new NoticeNode(sayMoreTroubles(left), commandIds.health));
  if (log.quarantinedLines > 0) {
    const details = log.quarantined
      .slice(0, listedLines)
      .map(({ file, line, reason }) => sayQuarantinedLine(basename(file), line, reason));
    notices.push(new NoticeNode(sayQuarantined(log.quarantinedLines), commandIds.openLog, [0], details));
  }
  const counts: readonly (readonly [count: number, say: (count: number) => string])[] = [
    [takenBackByOthers(register, log.device.id).length, sayTakenBack],
    [register.conflicts.length, sayConflicts],
    [ahead.length, sayAheadLines],
  ];
  for (const [count, say] of counts) if (count > 0) notices.push(new NoticeNode(say(count), commandIds.health));
  if (log.newerLines > 0) {
    notices.push(new NoticeNode(sayNewerLines(log.newerLines), commandIds.health));
  }
  return notices;
}

/** The command that a click on the notice runs. */
function actionFor({ trouble }: Trouble): string {
  switch (trouble) {
    case 'fileGone':
    case 'fileShrank':
    case 'fileReplaced':
      return commandIds.appendMissing;
    case 'folderMissing':
    case 'folderUnreadable':
    case 'fileUnreadable':
    case 'noFile':
    case 'tooManyFiles':
    case 'fileTooLarge':
      return commandIds.health;
    default:
      return trouble satisfies never;
  }
}
