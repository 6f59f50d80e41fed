import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import * as vscode from 'vscode';

/** More documents than VS Code keeps open for callers that only opened them. */
const crowd = 60;

describe('the page of a brief', () => {
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('stays current in its preview after VS Code dropped the document behind it', async () => {
    const outcome = `Page ${Date.now()}`;
    const { id } = await vscode.commands.executeCommand<{ id: string }>('pacesetter.assign', {
      outcome,
      owner: 'anna',
      anyway: 'It is only tried',
    });
    await vscode.commands.executeCommand('pacesetter.openBrief', { id });
    await until(() => pageOf(outcome) !== undefined, 'the page is open');

    const others = vscode.workspace.registerTextDocumentContentProvider('crowd', {
      provideTextDocumentContent: (uri) => uri.path,
    });
    for (let number = 0; number < crowd; number++) {
      await vscode.workspace.openTextDocument(vscode.Uri.parse(`crowd:/${number}`));
    }
    others.dispose();
    await until(() => pageOf(outcome) === undefined, 'the page was dropped');

    await vscode.commands.executeCommand('pacesetter.changeAssignment', {
      id,
      excluded: 'Written after the page was dropped',
      reason: 'to see it',
      costInDays: 0,
    });
    // Only the preview opens it again, to render it.
    await until(
      () => pageOf(outcome)?.getText().includes('Written after the page was dropped') ?? false,
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
