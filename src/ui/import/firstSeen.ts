import { isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import { type Day, dayOf } from '../../core/time/day.ts';

/** The part of the API of VS Code's git extension that is used. */
interface GitRepository {
  log(options: { readonly path: string; readonly maxEntries: number }): Promise<readonly Commit[]>;
}
interface Commit {
  readonly authorDate?: Date;
  readonly commitDate?: Date;
}

/**
 * The day on which version control first saw each file, by its name, as VS Code's git extension tells it. A file is left
 * out if the extension is off, does not have the folder open, or does not know the file.
 *
 * @param names paths from the folder
 */
export async function firstSeenIn(
  folder: string,
  names: readonly string[],
  isCancelled: () => boolean,
): Promise<ReadonlyMap<string, Day>> {
  const days = new Map<string, Day>();
  const repository = names.length === 0 || !isAbsolute(folder) ? undefined : repositoryAt(folder);
  if (repository === undefined) return days;
  for (const name of names) {
    if (isCancelled()) break;
    const first = (await repository.log({ path: join(folder, name), maxEntries: mostCommits }).catch(() => [])).at(-1);
    const instant = first?.authorDate ?? first?.commitDate;
    if (instant instanceof Date && !Number.isNaN(instant.getTime())) days.set(name, dayOf(instant));
  }
  return days;
}

/** A file that was changed more often has the day of this many changes ago. */
const mostCommits = 1_000;

function repositoryAt(folder: string): GitRepository | undefined {
  const git = vscode.extensions.getExtension<unknown>('vscode.git');
  if (git?.isActive !== true) return undefined;
  try {
    const { getAPI } = git.exports as { getAPI?: (version: 1) => unknown };
    const api = getAPI?.call(git.exports, 1) as { getRepository?: (uri: vscode.Uri) => unknown } | undefined;
    const repository = api?.getRepository?.(vscode.Uri.file(folder)) as Partial<GitRepository> | null | undefined;
    return typeof repository?.log === 'function' ? (repository as GitRepository) : undefined;
  } catch {
    // The extension is switched off in the settings.
    return undefined;
  }
}
