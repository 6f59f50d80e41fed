import { firstOfEachKind, type Trouble } from '../entries/trouble.ts';
import type { BadLine } from '../entries/line.ts';
import type { Register } from '../register/register.ts';
import { takenBackByOthers } from '../rules/takenBack.ts';
import {
  sayAheadLines,
  sayConflicts,
  sayMoreTroubles,
  sayNewerLines,
  sayQuarantined,
  sayQuarantinedLine,
  sayTakenBack,
  sayTrouble,
} from './troubleText.ts';

/** One problem of the log, and the one thing to do about it. */
export interface LogNotice {
  readonly sentence: string;
  readonly action: 'appendMissing' | 'health' | 'openLine';
  /** For a tooltip. */
  readonly details: readonly string[];
}

/** What the notices are about. */
export interface LogState {
  readonly troubles: readonly Trouble[];
  readonly quarantinedLines: number;
  /** The first of them; `file` is a name without its folders. */
  readonly quarantined: readonly { readonly file: string; readonly line: number; readonly reason: BadLine }[];
  readonly newerLines: number;
  readonly device: string;
  /** Number of entries whose clocks are too far ahead. */
  readonly ahead: number;
}

/** How many troubles of one kind have a notice each. */
const listedTroubles = 3;
/** How many unreadable lines a tooltip names. */
const listedLines = 10;

/** One notice for each problem of the log. Empty if all is well. */
export function logNotices(log: LogState, register: Register): LogNotice[] {
  const { first, left } = firstOfEachKind(log.troubles, listedTroubles);
  const notices = first.map((trouble): LogNotice => ({
    sentence: sayTrouble(trouble),
    action: actionFor(trouble),
    details: [],
  }));
  const addForHealth = (sentence: string): number => notices.push({ sentence, action: 'health', details: [] });
  if (left > 0) addForHealth(sayMoreTroubles(left));
  if (log.quarantinedLines > 0) {
    const details = log.quarantined
      .slice(0, listedLines)
      .map(({ file, line, reason }) => sayQuarantinedLine(file, line, reason));
    notices.push({ sentence: sayQuarantined(log.quarantinedLines), action: 'openLine', details });
  }
  const counts: readonly (readonly [count: number, say: (count: number) => string])[] = [
    [takenBackByOthers(register, log.device).length, sayTakenBack],
    [register.conflicts.length, sayConflicts],
    [log.ahead, sayAheadLines],
    [log.newerLines, sayNewerLines],
  ];
  for (const [count, say] of counts) if (count > 0) addForHealth(say(count));
  return notices;
}

function actionFor({ trouble }: Trouble): LogNotice['action'] {
  switch (trouble) {
    case 'fileGone':
    case 'fileShrank':
    case 'fileReplaced':
      return 'appendMissing';
    case 'folderMissing':
    case 'folderUnreadable':
    case 'fileUnreadable':
    case 'noFile':
    case 'tooManyFiles':
    case 'fileTooLarge':
      return 'health';
    default:
      return trouble satisfies never;
  }
}
