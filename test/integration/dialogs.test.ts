import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { HumanError } from '../../src/core/humanError.ts';
import { localPath } from '../../src/ui/prompts/askPath.ts';

describe('a place chosen in a dialog', () => {
  it('is taken where it is on this machine', () => {
    const path = process.platform === 'win32' ? String.raw`c:\notes\a b.csv` : '/notes/a b.csv';
    assert.equal(localPath(vscode.Uri.file(path)), path);
  });

  it('is refused where it only looks like a path of this machine, with what and where it is', () => {
    for (const [address, name, where] of [
      ['vscode-remote://wsl%2Bubuntu/home/ann/notes.csv', 'notes.csv', 'wsl+ubuntu'],
      ['vscode-remote://ssh-remote%2Bhost/home/ann/records/', 'records', 'ssh-remote+host'],
      ['vscode-remote://dev-container%2B7b22/workspaces/log', 'log', 'dev-container+7b22'],
      ['vscode-vfs://github/ann/decisions', 'decisions', 'github'],
      ['memfs:/notes.csv', 'notes.csv', 'memfs'],
      ['vscode-userdata:/notes.csv', 'notes.csv', 'vscode-userdata'],
    ] as const) {
      assert.throws(
        () => localPath(vscode.Uri.parse(address)),
        (error) => error instanceof HumanError && error.message.includes(`“${name}” is in ${where}, `),
        address,
      );
    }
  });
});
