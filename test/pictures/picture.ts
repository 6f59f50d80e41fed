import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';

/**
 * Takes a picture into media/, in a palette of 256 colours: an editor's surface has few, and the picture is a third of
 * the size, which the package has to carry.
 */
export async function takePicture(seen: Page | Locator, name: string): Promise<void> {
  const file = join(projectFolder, 'media', `${name}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await sharp(await seen.screenshot())
    .png({ palette: true, colours: 256, effort: 10, dither: 0 })
    .toFile(file);
}
