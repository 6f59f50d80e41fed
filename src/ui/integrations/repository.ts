import * as vscode from 'vscode';

/** The names of a branch and of its repository, as far as they are known. */
export interface Branch {
  readonly branch: string | undefined;
  readonly repository: string | undefined;
}

/**
 * The part of the API of VS Code's Git extension that is used. All of it is optional, because it can differ at run
 * time.
 */
interface Git {
  readonly getAPI?: (version: 1) => {
    readonly getRepository?: (uri: vscode.Uri) => Repository | null;
    readonly repositories?: readonly Repository[];
  };
}
interface Repository {
  readonly rootUri?: vscode.Uri;
  readonly state?: { readonly HEAD?: { readonly name?: string } };
  readonly log?: (options: {
    readonly path: string;
    readonly maxEntries: number;
  }) => Promise<readonly { readonly authorDate?: Date; readonly commitDate?: Date }[]>;
}

/** The open repository that a file or folder is in, as VS Code's Git extension tells it; undefined where it is not active. */
export function repositoryAt(place: vscode.Uri): Repository | undefined {
  try {
    return gitApi()?.getRepository?.(place) ?? undefined;
  } catch {
    return undefined;
  }
}

function gitApi(): ReturnType<NonNullable<Git['getAPI']>> | undefined {
  const git = vscode.extensions.getExtension<Git>('vscode.git');
  return git?.isActive === true ? git.exports.getAPI?.(1) : undefined;
}

/**
 * The branch of the repository of a file, read from VS Code's Git extension if that is active. It is never activated or
 * changed, and not required.
 *
 * @param file if undefined, the only open repository is used
 */
export function branchOf(file: vscode.Uri | undefined): Branch {
  try {
    const api = gitApi();
    const open = api?.repositories ?? [];
    const found = file === undefined ? (open.length === 1 ? open[0] : undefined) : api?.getRepository?.(file);
    return {
      branch: textOf(found?.state?.HEAD?.name),
      // The name of the folder, not the URL of a remote: that may hold a password.
      repository: textOf(found?.rootUri?.path.split('/').findLast((part) => part !== '')),
    };
  } catch {
    // The extension is disabled, or its API differs: the item is saved without a branch.
    return { branch: undefined, repository: undefined };
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
