import * as vscode from 'vscode';
import type { BoardFeed } from '../../../app/boardFeed.ts';
import type { Board } from '../../../core/board/board.ts';
import { type FileReference, rowsByPath } from '../../../core/board/linkedFiles.ts';
import { plainLabel } from '../../../core/text/label.ts';
import { sayLens } from '../../../core/board/lensText.ts';
import { commandIds } from '../../commandIds.ts';

/** Shows above a line of a file which open items link to it, and opens them. */
export class Lens implements vscode.CodeLensProvider {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #registration: vscode.Disposable;
  #pointing: { readonly board: Board; readonly byPath: ReadonlyMap<string, readonly FileReference[]> } | undefined;

  constructor(readonly feed: BoardFeed) {
    this.#registration = vscode.languages.registerCodeLensProvider({ pattern: '**' }, this);
  }

  readonly onDidChangeCodeLenses = this.#changed.event;

  refresh(): void {
    this.#changed.fire();
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const { board } = this.feed;
    if (this.#pointing?.board !== board) this.#pointing = { board, byPath: rowsByPath(board.rows) };
    const { byPath } = this.#pointing;
    return pathsOf(document.uri)
      .flatMap((path) => byPath.get(path) ?? [])
      .map(({ row, line }) => {
        // The file may have become shorter since the link was made.
        const at = document.lineAt(Math.min(line, document.lineCount) - 1).range;
        const title = plainLabel(sayLens(row));
        return new vscode.CodeLens(at, { title, command: commandIds.openItem, arguments: [{ id: row.id }] });
      });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#changed.dispose();
  }
}

/** All paths an item may use for the file: within its workspace folder, with that folder's name, or absolute. */
function pathsOf(file: vscode.Uri): string[] {
  const paths = [
    vscode.workspace.asRelativePath(file, false),
    vscode.workspace.asRelativePath(file, true),
    ...(file.scheme === 'file' ? [file.fsPath] : []),
  ];
  return [...new Set(paths.map((path) => path.replaceAll('\\', '/')))];
}
