/** npm run pictures: takes the pictures of the README from the sample log in a real VS Code, into media/. */
import { mkdirSync } from 'node:fs';
import { closeAll, startHost } from '../support/host.ts';
import { takePanelPictures } from './panel.ts';
import { takePicture } from './picture.ts';
import { writeSampleLog } from '../support/sampleLog.ts';

const host = await startHost();
mkdirSync(host.globalStorage, { recursive: true });
await writeSampleLog(host.globalStorage);
const window = await host.openWindow();
const { page } = window;
await page.setViewportSize({ width: 1080, height: 720 });
await window.openContainer('Pacesetter');
await window.treeItems('Waiting on You').filter({ hasText: 'Sign off' }).waitFor();
await window.executeCommand('workbench.action.closeAuxiliaryBar');

// Wide enough to show the facts next to each title.
const sidebar = await page.locator('.part.sidebar').boundingBox();
const edge = (sidebar?.x ?? 0) + (sidebar?.width ?? 0) + 1;
await page.mouse.move(edge, 300);
await page.mouse.down();
await page.mouse.move(edge + 210, 300, { steps: 4 });
await page.mouse.up();

await window.treeItems('Waiting on You').filter({ hasText: 'Pick the on-call vendor' }).click();
await window.panel.getByRole('heading', { name: 'Pick the on-call vendor' }).waitFor();
// Where nothing shows a hover.
await page.mouse.move(edge + 300, 690);
await page.locator('.workbench-hover').waitFor({ state: 'hidden' });
await takePicture(page, 'waiting-on-you');
await takePanelPictures(window);
await closeAll();
