import { type Day, dayOf } from '../time/day.ts';
import type { Health, HealthAction, HealthLine } from './health.ts';
import { firstOfEachKind } from '../entries/trouble.ts';
import { sayDay } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';
import {
  sayAheadLines,
  sayConflicts,
  sayNewerLines,
  sayQuarantined,
  sayQuarantinedLine,
  sayTrouble,
} from './troubleText.ts';

/** How many facts of one kind are listed one by one. */
const listLimit = 200;

/** The report on the log: first the problems, then the files, then the backups. */
export function sayHealth(health: Health, today: Day): HealthLine[] {
  return [...troubleLines(health, today), ...placeLines(health, today), ...safetyLines(health, today)];
}

function troubleLines(health: Health, today: Day): HealthLine[] {
  const { missing, quarantined, quarantinedLines } = health;
  const troubles = firstOfEachKind(health.troubles, listLimit);
  const section = t('Needs you');
  const trouble = (sentence: string, detail: string, action: HealthAction): HealthLine => ({
    section,
    sentence,
    detail,
    action,
    isTrouble: true,
  });
  return [
    ...troubles.first.map((each) => trouble(sayTrouble(each), t('Reveal Log Folder'), { do: 'revealLogFolder' })),
    ...(troubles.left > 0
      ? [trouble(sayNotListed(troubles.left), t('Reveal Log Folder'), { do: 'revealLogFolder' })]
      : []),
    ...(missing > 0 ? [trouble(sayMissing(missing), t('Append What Is Missing'), { do: 'appendMissing' })] : []),
    ...quarantined
      .slice(0, listLimit)
      .map(({ file, line, reason }, index) =>
        trouble(sayQuarantinedLine(baseName(file), line, reason), t('Open at This Line'), { do: 'openLine', index }),
      ),
    ...(quarantinedLines > Math.min(quarantined.length, listLimit)
      ? [trouble(sayQuarantined(quarantinedLines), t('Open at This Line'), { do: 'openLine', index: 0 })]
      : []),
    ...firstLines(
      health.takenBack.map(({ undo, at, what }) =>
        trouble(sayTakenBackAct(what, at, today), t('Bring back'), { do: 'bringBack', undo }),
      ),
    ),
    ...firstLines(conflictLines(health, trouble)),
    ...aheadLines(health, trouble, today),
    ...firstLines(newerLines(health, trouble)),
  ];
}

/** At most {@link listLimit} lines, and one that says how many more there are. */
function firstLines(lines: readonly HealthLine[]): readonly HealthLine[] {
  const [first] = lines;
  if (first === undefined || lines.length <= listLimit) return lines;
  const left = sayNotListed(lines.length - listLimit);
  const action = { do: 'revealLogFolder' } as const;
  return [...lines.slice(0, listLimit), { ...first, sentence: left, detail: t('Reveal Log Folder'), action }];
}

function sayNotListed(left: number): string {
  return counted(left, '{0} more like these is not listed.', '{0} more like these are not listed.');
}

type SayTrouble = (sentence: string, detail: string, action: HealthAction) => HealthLine;

function sayTakenBackAct(what: string, at: string, today: Day): string {
  return t('Another machine undid what it had not done, {0}: {1}', sayDay(dayOf(new Date(at)), today), what);
}

function conflictLines({ conflicts, conflictingIds }: Health, trouble: SayTrouble): HealthLine[] {
  const lines = conflicts
    .slice(0, listLimit)
    .flatMap(({ id, places, counts }) =>
      places.map(({ file, line }) =>
        trouble(
          t(
            '{0}, line {1}: lines with the id {2} say different things. This counts: {3}',
            baseName(file),
            line,
            id,
            counts,
          ),
          t('Open at This Line'),
          { do: 'openPlace', file, line },
        ),
      ),
    );
  const [first] = conflicts.flatMap(({ places }) => places);
  return conflictingIds > conflicts.length && first !== undefined
    ? [...lines, trouble(sayConflicts(conflictingIds), t('Open at This Line'), { do: 'openPlace', ...first })]
    : lines;
}

function aheadLines({ ahead, aheadEntries }: Health, trouble: SayTrouble, today: Day): HealthLine[] {
  const open = t('Open at This Line');
  const lines = ahead
    .slice(0, listLimit)
    .map(({ file, line, takenInAt }) =>
      trouble(
        t(
          '{0}, line {1}: it is dated more than a day ahead, and counts from {2}. If this machine’s clock is wrong, set it right.',
          baseName(file),
          line,
          sayDay(dayOf(new Date(takenInAt)), today),
        ),
        open,
        { do: 'openPlace', file, line },
      ),
    );
  const [first] = ahead;
  return aheadEntries > lines.length && first !== undefined
    ? [...lines, trouble(sayAheadLines(aheadEntries), open, { do: 'openPlace', file: first.file, line: first.line })]
    : lines;
}

/** For each file two lines: what to do to read them, and what to do if nobody will ever be able to. */
function newerLines({ newerLines: count, newerFiles }: Health, trouble: SayTrouble): HealthLine[] {
  return [
    ...(count > 0 ? [trouble(sayNewerLines(count), t('Check for Updates'), { do: 'update' })] : []),
    ...newerFiles.flatMap(({ file, count: ofFile, lines, isIgnored }) => {
      const name = baseName(file);
      const [line = 1] = lines;
      const where = counted(
        ofFile,
        '{1}, line {2}: {0} line of a newer Pacesetter',
        '{1}, line {2}: {0} lines of a newer Pacesetter, from there on',
        name,
        line,
      );
      const switched = isIgnored
        ? t('Lines of a newer Pacesetter in {0} are ignored on this machine.', name)
        : t('If no newer Pacesetter wrote them, they block changes to items for no reason.');
      return [
        trouble(where, t('Open at This Line'), { do: 'openPlace', file, line }),
        {
          ...trouble(
            switched,
            isIgnored ? t('Stop ignoring newer lines of this file') : t('Ignore newer lines of this file'),
            {
              do: 'ignoreNewer',
              file,
              isIgnored: !isIgnored,
            },
          ),
          isTrouble: !isIgnored,
        },
      ];
    }),
  ];
}

function placeLines({ folder, files, entries }: Health, today: Day): HealthLine[] {
  const section = t('Location');
  const base = { section, isTrouble: false };
  return [
    {
      ...base,
      sentence: t('{0} in {1}', sayEntries(entries), sayFiles(files.length)),
      detail: folder,
      action: { do: 'revealLogFolder' },
    },
    ...firstLines(
      files.map(({ file, isOwn, bytes, entries: count, latestLoggedAt }): HealthLine => {
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
    ),
    {
      ...base,
      sentence: t('You can keep it in another folder, such as one that is synced between your machines.'),
      detail: t('Move Log Folder'),
      action: { do: 'moveLogFolder' },
    },
  ];
}

function safetyLines({ mirror, dailyCopies, copiesFolder, isQuickToOpen, git }: Health, today: Day): HealthLine[] {
  const section = t('Backups');
  const base = { section, isTrouble: false };
  const latest = dailyCopies.at(-1);
  const lines: HealthLine[] = [
    {
      ...base,
      sentence: mirror.isComplete
        ? t('A full copy is on this machine, outside the log folder ({0}).', saySize(mirror.bytes))
        : t('The copy on this machine, outside the log folder, is being updated.'),
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
              '{0} daily copy, from {1}.',
              '{0} daily copies, the latest from {1}.',
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
        ? t('It is in a git repository that merges what several machines append.')
        : t('It is in a git repository that does not know how to merge it: changes of two machines would conflict.'),
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
    '{0} entry that was read is in no file of the log now.',
    '{0} entries that were read are in no file of the log now.',
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

export function sayNoRule(root: string, message: string): string {
  return t('Nothing was written to .gitattributes in {0}: {1}.', root, message);
}

export function sayAlreadyThere(folder: string): string {
  return t('The log is already in {0}.', folder);
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
