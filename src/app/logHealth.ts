import { basename } from 'node:path';
import { takenInAt } from '../core/entries/hybridClock.ts';
import type { Health, Place } from '../core/log/health.ts';
import { sayAct } from '../core/rules/actText.ts';
import { takenBackByOthers } from '../core/rules/takenBack.ts';
import { isDay } from '../core/time/day.ts';
import { dailyCopies } from '../log/backup/dailyCopies.ts';
import { copiedSizes } from '../log/backup/followFile.ts';
import { gitFolderOf } from '../log/backup/gitFolder.ts';
import type { EntryStore } from './entryStore.ts';

/** How many unusual entries are located in the files of the log. */
const listedEntries = 200;

/**
 * The health of the log as it was read last, and of its backups now.
 *
 * @param isQuickToOpen whether there is a startup cache
 */
export function healthOf(store: EntryStore, isQuickToOpen: boolean): Health {
  const { log } = store;
  const { mirror, folder, files } = log;
  const copiesFolder = log.device.dataPath('copies', folder);
  const mirrored = copiedSizes(mirror);
  return {
    folder,
    files,
    entries: store.register.entryCount,
    troubles: log.troubles,
    missing: log.missing.size,
    quarantined: log.quarantined,
    quarantinedLines: log.quarantinedLines,
    newerLines: log.newerLines,
    newerFiles: log.newerFiles,
    ...unusualEntries(store),
    mirror: {
      folder: mirror.folder,
      bytes: [...mirrored.values()].reduce((sum, bytes) => sum + bytes, 0),
      isComplete: files.every(({ file, bytes }) => (mirrored.get(file) ?? 0) >= bytes),
    },
    dailyCopies: dailyCopies(copiesFolder)
      .map((copy) => basename(copy))
      .filter(isDay),
    copiesFolder,
    isQuickToOpen,
    git: gitFolderOf(folder),
  };
}

type UnusualEntries = Pick<Health, 'ahead' | 'aheadEntries' | 'conflicts' | 'conflictingIds' | 'takenBack'>;

function unusualEntries({ register, ahead, log }: EntryStore): UnusualEntries {
  const { conflicts } = register;
  const listedAhead = ahead.slice(0, listedEntries);
  const listedConflicts = conflicts.slice(0, listedEntries);
  const found = log.placesOf(new Set([...listedAhead, ...listedConflicts].map(({ id }) => id)));
  const byId = Map.groupBy(found, ({ id }) => id);
  const placesOf = (id: string): Place[] => byId.get(id)?.map(({ file, line }) => ({ file, line })) ?? [];
  return {
    aheadEntries: ahead.length,
    ahead: listedAhead.flatMap(({ id, clock }) =>
      placesOf(id).map((place) => ({ ...place, takenInAt: takenInAt(clock).toISOString() })),
    ),
    conflictingIds: conflicts.length,
    conflicts: listedConflicts.map(({ id, counts }) => ({
      id,
      places: placesOf(id),
      counts: sayAct([counts], register),
    })),
    takenBack: takenBackByOthers(register, log.device.id).map(({ by, at, act }) => ({
      undo: by,
      at,
      what: sayAct(act.entries, register),
    })),
  };
}
