import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds package.json. Looked for upwards, because the tests carry this file inside their bundles. */
export const projectFolder = (() => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`No package.json above ${import.meta.dirname}: run this inside the checkout.`);
    folder = parent;
  }
  return folder;
})();

/** What the project keeps between runs and never commits: the VS Code builds, the packaged extension. */
export const keptFolder = join(projectFolder, '.vscode-test');
