import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  contributes: { commands: readonly { command: string }[] };
}

function ours(): vscode.Extension<unknown> {
  const found = vscode.extensions.getExtension('pacesetter-dev.pacesetter');
  assert.ok(found, 'VS Code does not know pacesetter-dev.pacesetter');
  return found;
}

describe('the extension in VS Code', () => {
  it('activates', async () => {
    const extension = ours();
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command that its manifest names', async () => {
    const extension = ours();
    await extension.activate();
    const registered = new Set(await vscode.commands.getCommands(true));
    const named = (extension.packageJSON as Manifest).contributes.commands.map(({ command }) => command);
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter((command) => !registered.has(command)),
      [],
    );
  });
});
