import { startHost } from '../support/host.ts';
import { Leader } from '../support/leader.ts';
import type { Window } from '../support/window.ts';

describe('a look-back written by hand', () => {
  let window: Window;

  before(async () => {
    window = await (await startHost()).openWindow();
    const { id } = await window.executeCommand<{ id: string }>('pacesetter.capture', { title: 'Pick a vendor' });
    await window.executeCommand('pacesetter.decide', { id, outcome: 'The smaller one' });
  });
  after(async () => {
    await window.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await window.close();
  });

  it('opens as a document that is in no file yet, about the week that was chosen', async () => {
    await window.runCommand('Pacesetter: Write Weekly Look-Back');
    await new Leader(window).isAsked('Which week?');
    await window.quickInputRow('This week').click();
    await window.page.getByRole('tab', { name: /Untitled/ }).waitFor();
    const lines = window.page.locator('.editor-instance .view-lines');
    await lines.getByText('Pick a vendor').waitFor();
    await lines.getByText('The smaller one').waitFor();
    await window.assertNoToasts();
    await window.screenshot('look-back');
  });
});
