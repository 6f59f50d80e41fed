import { join } from 'node:path';
import { packageExtension } from '../../scripts/lib/packageExtension.mjs';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { startHost } from '../support/host.ts';
import { atMost, type Figure, median } from './figure.ts';

const runs = 7;
const emptyExtension = join(projectFolder, 'test', 'support', 'emptyExtension');

/** Load and activation time as VS Code reports it, compared with other extensions in the same window. */
export async function activation(): Promise<Figure[]> {
  const vsix = await packageExtension();
  const times = new Map<string, number[]>();
  for (let run = 0; run < runs; run++) {
    const host = await startHost({ vsix, extensions: [emptyExtension], bridge: false });
    const window = await host.openWindow();
    // A list draws only the rows that are in sight.
    await window.page.setViewportSize({ width: 1280, height: 1600 });
    await window.statusBarItem('overdue').waitFor();
    await window.runCommand('Developer: Show Running Extensions');
    const rows = window.page.locator('.runtime-extensions-editor .monaco-list-row');
    for (const name of ['Pacesetter', 'Empty']) {
      await rows
        .filter({ hasText: name })
        .filter({ hasText: /Activation: \d/ })
        .waitFor();
    }
    for (const text of await rows.allInnerTexts()) {
      const time = Number(/Activation: (\d+)ms/.exec(text)?.[1] ?? Number.NaN);
      const name = text.split('\n')[0]?.trim() ?? '';
      if (!Number.isNaN(time)) times.set(name, [...(times.get(name) ?? []), time]);
    }
    await host.close();
  }
  const medianOf = (name: string): number => median(times.get(name) ?? []);
  const [ours, empty] = [medianOf('Pacesetter'), medianOf('Empty')];
  const builtIn = [...times.keys()].filter((name) => name !== 'Pacesetter' && name !== 'Empty');
  const slowest = Math.max(...builtIn.map(medianOf));
  const windows = `median of ${runs} windows`;
  return [
    {
      figure: `activation as VS Code reports it (load and call), ${windows}`,
      measured: `${ours} ms; built-in ones up to ${slowest} ms`,
      aim: { ...atMost(slowest, ours), words: 'no slower than the slowest built-in one' },
    },
    {
      figure: `activation ÷ that of an empty extension that starts at the same moment, ${windows}`,
      measured: `${(ours / empty).toFixed(1)} (${ours} ms ÷ ${empty} ms)`,
      aim: atMost(1.8, ours / empty),
    },
  ];
}
