import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Board } from '../../src/core/board/board.ts';
import { installServer } from '../../scripts/lib/serverInstall.mjs';
import { writeOpenAndClosed } from '../bench/largeLog.ts';
import { lowContrasts } from '../support/contrast.ts';
import { expect } from '../support/expect.ts';
import { type Host, startHost } from '../support/host.ts';
import { writeSampleLog } from '../support/sampleLog.ts';
import type { Window } from '../support/window.ts';

/** Every text and mark is told from its ground in every theme that VS Code ships. */
describe('the colours of the panel and of the page of an item', () => {
  let host: Host;
  let window: Window;
  let themes: string[];

  before(async () => {
    themes = await builtInThemes();
    host = await startHost();
    mkdirSync(host.globalStorage, { recursive: true });
    await writeSampleLog(host.globalStorage);
    // So many that the chart draws bins too.
    writeOpenAndClosed(host.globalStorage, 300, 100);
    window = await host.openWindow();
    await window.page.setViewportSize({ width: 1280, height: 1600 });
    await window.executeCommand('workbench.action.closeSidebar');
  });

  async function inEveryTheme(check: (theme: string) => Promise<void>): Promise<void> {
    for (const theme of themes) {
      await window.setSetting('workbench.colorTheme', theme);
      await window.panel.locator(`body[data-vscode-theme-id="${theme}"]`).waitFor({ state: 'attached' });
      await check(theme);
    }
  }

  it('can be told from their ground in the panel', async () => {
    await window.executeCommand('pacesetter.openPanel');
    await window.panel.locator('#all').click();
    await window.panel.locator('tr[data-row] input').first().check();
    const frame = await window.panelFrame();
    await expect(window.panel.locator('.heap.over')).not.toHaveCount(0);
    await inEveryTheme(async (theme) => {
      for (const tab of await window.panel.getByRole('tab').all()) {
        await tab.click();
        assert.deepEqual(await lowContrasts(frame), [], `${theme}, ${await tab.innerText()}`);
      }
    });
    await window.panel.locator('#all').click();
    await window.panel.locator('.first-rows').waitFor();
    await inEveryTheme(async (theme) => assert.deepEqual(await lowContrasts(frame), [], theme));
  });

  it('can be told from their ground on the page of an item', async () => {
    const board = await window.executeCommand<Board>('pacesetter.getBoard');
    const late = board.rows.find(({ title }) => title === 'Pick the on-call vendor');
    await window.executeCommand('pacesetter.openItem', { id: late?.id });
    await window.panel.getByRole('heading', { name: 'History' }).waitFor();
    const frame = await window.panelFrame();
    await inEveryTheme(async (theme) => assert.deepEqual(await lowContrasts(frame), [], theme));
  });
});

/** The ids of the colour themes in the folder of VS Code’s own extensions. */
async function builtInThemes(): Promise<string[]> {
  const { folder } = await installServer();
  const extensions = join(folder, 'extensions');
  const themes = readdirSync(extensions)
    .filter((name) => name.startsWith('theme-'))
    .flatMap((name) => {
      const { contributes } = JSON.parse(readFileSync(join(extensions, name, 'package.json'), 'utf8')) as {
        readonly contributes: { readonly themes?: readonly { readonly id?: string; readonly label: string }[] };
      };
      return (contributes.themes ?? []).map(({ id, label }) => id ?? label);
    });
  assert.ok(themes.length > 15, themes.join(', '));
  return themes;
}
