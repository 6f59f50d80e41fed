import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';

/** More documents than VS Code keeps open for callers that only opened them. */
const crowd = 60;

describe('the page of an item', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('stays current in its preview after VS Code dropped the document behind it', async () => {
    const title = `Page ${Date.now()}`;
    const { id } = await vscode.commands.executeCommand<{ id: string }>('pacesetter.capture', { title });
    await vscode.commands.executeCommand('pacesetter.openItem', { id });
    await until(() => pageOf(title) !== undefined, 'the page is open');

    const others = vscode.workspace.registerTextDocumentContentProvider('crowd', {
      provideTextDocumentContent: (uri) => uri.path,
    });
    for (let number = 0; number < crowd; number++) {
      await vscode.workspace.openTextDocument(vscode.Uri.parse(`crowd:/${number}`));
    }
    others.dispose();
    await until(() => pageOf(title) === undefined, 'the page was dropped');

    await vscode.commands.executeCommand('pacesetter.edit', { id, note: 'Written after the page was dropped' });
    // Only the preview opens it again, to render it.
    await until(
      () => pageOf(title)?.getText().includes('Written after the page was dropped') ?? false,
      'the preview asked for the page again',
    );
  });
});

function pageOf(title: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'pacesetter' && uri.path.includes(title));
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (condition()) return;
    await setTimeout(100);
  }
  assert.fail(`not within fifty seconds: ${what}`);
}
