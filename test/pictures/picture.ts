import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import sharp from 'sharp';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';

/**
 * Takes a picture into media/ with a palette of 256 colours. An editor has few colours, and this makes the picture,
 * which the package contains, a third of the size.
 */
export async function takePicture(target: Page | Locator, name: string): Promise<void> {
  const file = join(projectFolder, 'media', `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await sharp(await target.screenshot())
    .png({ palette: true, colours: 256, effort: 10, dither: 0 })
    .toFile(file);
}
