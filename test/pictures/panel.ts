import type { Window } from '../support/window.ts';
import { takePicture } from './picture.ts';

/** Takes the pictures of the panel for the README, in light and in dark, with nothing next to it. */
export async function takePanelPictures(window: Window): Promise<void> {
  const { page } = window;
  await page.setViewportSize({ width: 1180, height: 1120 });
  await window.executeCommand('workbench.action.closeSidebar');
  await window.executeCommand('workbench.action.closeAllEditors');
  await window.executeCommand('pacesetter.openPanel');
  const take = (name: string): Promise<void> => takePicture(page.locator('.part.editor'), name);
  await window.panel.locator('.first-rows li').first().waitFor();
  await page.mouse.move(2, 2);
  await take('panel-ageing');
  await window.setTheme('dark');
  await page.setViewportSize({ width: 1180, height: 760 });
  await window.panel.getByRole('tab', { name: 'Friction' }).click();
  await window.panel.getByRole('heading', { name: 'Friction by Kind' }).waitFor();
  await page.mouse.move(2, 2);
  await take('panel-friction');
}
