import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Device } from '../device.ts';

/** The file of the startup cache of a log folder. */
export function startupCacheFile(device: Device, folder: string): string {
  return `${device.dataPath('board', folder)}.json`;
}

/** Everything that this machine stores about a log folder and that holds people's words, also drafts of a crash. */
export function dataAbout(device: Device, folder: string): string[] {
  const cache = startupCacheFile(device, folder);
  const beside = existsSync(dirname(cache)) ? readdirSync(dirname(cache)) : [];
  const drafts = beside.filter((name) => name.startsWith(`${basename(cache)}.`));
  return [
    device.dataPath('mirror', folder),
    device.dataPath('copies', folder),
    cache,
    ...drafts.map((name) => join(dirname(cache), name)),
  ];
}

/** Every log folder from which this one was reached by moving the log, directly or in several steps. */
export function formerFolders({ storage }: Device, folder: string): string[] {
  const moves = join(storage, 'moved');
  if (!existsSync(moves)) return [];
  const steps = readdirSync(moves).map((name) => readFileSync(join(moves, name), 'utf8').split('\n'));
  const reached = new Set([folder]);
  // The iteration includes folders added meanwhile.
  for (const to of reached) for (const step of steps) if (step[1] === to && step[0]) reached.add(step[0]);
  reached.delete(folder);
  return [...reached];
}
