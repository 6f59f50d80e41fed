import * as vscode from 'vscode';

/** The names of a branch and of the repository it is in, as far as they are known. */
export interface Branch {
  readonly branch: string | undefined;
  readonly repository: string | undefined;
}

/** As much of VS Code's own Git extension as is looked at; whether it is all there, only looking tells. */
interface Git {
  readonly getAPI?: (version: 1) => {
    readonly getRepository?: (uri: vscode.Uri) => Repository | null;
    readonly repositories?: readonly Repository[];
  };
}
interface Repository {
  readonly rootUri?: vscode.Uri;
  readonly state?: { readonly HEAD?: { readonly name?: string } };
}

/**
 * The branch a file is on, read from VS Code's Git extension if that is running: it is never started, asked to do
 * anything, or needed.
 *
 * @param file without one, the only repository that is open
 */
export function branchOf(file: vscode.Uri | undefined): Branch {
  try {
    const git = vscode.extensions.getExtension<Git>('vscode.git');
    const api = git?.isActive === true ? git.exports.getAPI?.(1) : undefined;
    const open = api?.repositories ?? [];
    const found = file === undefined ? (open.length === 1 ? open[0] : undefined) : api?.getRepository?.(file);
    return {
      branch: textOf(found?.state?.HEAD?.name),
      // The folder's name and no remote address: that may hold a password.
      repository: textOf(found?.rootUri?.path.split('/').findLast((part) => part !== '')),
    };
  } catch {
    // It is switched off, or of another shape: then the item is kept without a branch.
    return { branch: undefined, repository: undefined };
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
