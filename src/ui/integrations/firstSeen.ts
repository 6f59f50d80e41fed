import { isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { type Day, dayOf } from '../../core/time/day.ts';
import { repositoryAt } from './repository.ts';

/**
 * The day on which version control first saw each file, by its name, as VS Code's Git extension tells it. A file is left
 * out if the extension is not active, does not have the folder open, or does not know the file.
 *
 * @param names paths from the folder
 */
export async function firstSeenIn(
  folder: string,
  names: readonly string[],
  isCancelled: () => boolean,
): Promise<ReadonlyMap<string, Day>> {
  const days = new Map<string, Day>();
  if (names.length === 0 || !isAbsolute(folder)) return days;
  const repository = repositoryAt(vscode.Uri.file(folder));
  if (typeof repository?.log !== 'function') return days;
  for (const name of names) {
    if (isCancelled()) break;
    const commits = await repository.log({ path: join(folder, name), maxEntries: mostCommits }).catch(() => []);
    const first = commits.at(-1);
    const instant = first?.authorDate ?? first?.commitDate;
    if (instant instanceof Date && !Number.isNaN(instant.getTime())) days.set(name, dayOf(instant));
  }
  return days;
}

/** A file that was changed more often has the day of this many changes ago. */
const mostCommits = 1_000;
