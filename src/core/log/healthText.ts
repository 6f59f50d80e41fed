import { type Day, dayOf } from '../time/day.ts';
import type { Health, HealthAction, HealthLine } from './health.ts';
import { sayDay } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';
import { sayNewerLines, sayQuarantined, sayQuarantinedLine, sayTrouble } from './troubleText.ts';

/** How many unreadable lines are listed one by one. */
const listLimit = 200;

/** The report on the log: first the problems, then the files, then the backups. */
export function sayHealth(health: Health, today: Day): HealthLine[] {
  return [...troubleLines(health), ...placeLines(health, today), ...safetyLines(health, today)];
}

function troubleLines({ troubles, missing, quarantined, quarantinedLines, newerLines }: Health): HealthLine[] {
  const section = t('Needs you');
  const trouble = (sentence: string, detail: string, action: HealthAction): HealthLine => ({
    section,
    sentence,
    detail,
    action,
    isTrouble: true,
  });
  return [
    ...troubles.map((each) => trouble(sayTrouble(each), t('Reveal Log Folder'), { do: 'revealLogFolder' })),
    ...(missing > 0 ? [trouble(sayMissing(missing), t('Append What Is Missing'), { do: 'appendMissing' })] : []),
    ...quarantined
      .slice(0, listLimit)
      .map(({ file, line, reason }, index) =>
        trouble(sayQuarantinedLine(baseName(file), line, reason), t('Open at This Line'), { do: 'openLine', index }),
      ),
    ...(quarantinedLines > Math.min(quarantined.length, listLimit)
      ? [trouble(sayQuarantined(quarantinedLines), t('Open at This Line'), { do: 'openLine', index: 0 })]
      : []),
    ...(newerLines > 0 ? [trouble(sayNewerLines(newerLines), t('Check for Updates'), { do: 'update' })] : []),
  ];
}

function placeLines({ folder, files, entries }: Health, today: Day): HealthLine[] {
  const section = t('Where the log lies');
  const base = { section, isTrouble: false };
  return [
    {
      ...base,
      sentence: t('{0} in {1}', sayEntries(entries), sayFiles(files.length)),
      detail: folder,
      action: { do: 'revealLogFolder' },
    },
    ...files.map(({ file, isOwn, bytes, entries: count, latestLoggedAt }): HealthLine => {
      const latest = latestLoggedAt === undefined ? undefined : sayDay(dayOf(new Date(latestLoggedAt)), today);
      const size = t('{0}, {1}', sayEntries(count), saySize(bytes));
      const since = latest === undefined ? size : t('{0}, the latest of {1}', size, latest);
      return {
        ...base,
        sentence: isOwn ? t('This machine: {0}', since) : t('Another machine: {0}', since),
        detail: baseName(file),
        action: { do: 'openFile', file },
      };
    }),
    {
      ...base,
      sentence: t('It can lie in another folder, such as one that is synced between your machines.'),
      detail: t('Move Log Folder'),
      action: { do: 'moveLogFolder' },
    },
  ];
}

function safetyLines({ mirror, dailyCopies, copiesFolder, isQuickToOpen, git }: Health, today: Day): HealthLine[] {
  const section = t('What keeps it');
  const base = { section, isTrouble: false };
  const latest = dailyCopies.at(-1);
  const lines: HealthLine[] = [
    {
      ...base,
      sentence: mirror.isComplete
        ? t('All of it is also on this machine, outside the log folder ({0}).', saySize(mirror.bytes))
        : t('The copy on this machine, outside the log folder, is being brought up to date.'),
      detail: mirror.folder,
      action: { do: 'revealCopies' },
    },
    {
      ...base,
      sentence:
        latest === undefined
          ? t('No daily copies yet, or the log is too large for them.')
          : counted(
              dailyCopies.length,
              '{0} daily copy, of {1}.',
              '{0} daily copies, the latest of {1}.',
              sayDay(latest, today),
            ),
      detail: copiesFolder,
      action: { do: 'revealCopies' },
    },
    {
      ...base,
      sentence: isQuickToOpen
        ? t('The next window shows the views before it has read the log.')
        : t('The next window reads the whole log before it shows the views.'),
      detail: '',
      action: undefined,
    },
  ];
  if (git !== undefined) {
    lines.push({
      ...base,
      sentence: git.hasRule
        ? t('It lies in a git repository, which merges what several machines append.')
        : t('It lies in a git repository that does not know how to merge it: two machines would meet as a conflict.'),
      detail: git.hasRule ? git.root : t('Add a line to .gitattributes: {0}', git.rule),
      action: git.hasRule ? { do: 'revealLogFolder' } : { do: 'allowMerges' },
    });
  }
  return lines;
}

/** Entries in memory that are in no file of the log any more. */
export function sayMissing(count: number): string {
  return counted(
    count,
    '{0} entry that was read stands in no file of the log now.',
    '{0} entries that were read stand in no file of the log now.',
  );
}

export function sayMoveFailed(folder: string, lost: number): string {
  return counted(
    lost,
    'The log stays where it is: {0} entry could not be read back from {1}.',
    'The log stays where it is: {0} entries could not be read back from {1}.',
    folder,
  );
}

export function sayAlreadyThere(folder: string): string {
  return t('The log lies in {0} already.', folder);
}

function sayEntries(count: number): string {
  return counted(count, '{0} entry', '{0} entries');
}

function sayFiles(count: number): string {
  return counted(count, '{0} file', '{0} files');
}

function saySize(bytes: number): string {
  return bytes < 1_000_000 ? t('{0} kB', (bytes / 1000).toFixed(1)) : t('{0} MB', (bytes / 1_000_000).toFixed(1));
}

function baseName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}
