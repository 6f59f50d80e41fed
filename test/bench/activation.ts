import { packageExtension } from '../../scripts/lib/packageExtension.mjs';
import { startHost } from '../support/host.ts';
import { atMost, type Figure, median } from './figure.ts';

/** Load and activation time as VS Code reports it, compared with built-in extensions in the same window. */
export async function activation(): Promise<Figure[]> {
  const vsix = await packageExtension();
  const ours: number[] = [];
  const builtInTimes = new Map<string, number[]>();
  for (let run = 0; run < 5; run++) {
    const host = await startHost({ vsix, bridge: false });
    const window = await host.openWindow();
    await window.statusBarItem('overdue').waitFor();
    await window.runCommand('Developer: Show Running Extensions');
    const rows = window.page.locator('.runtime-extensions-editor .monaco-list-row');
    await rows
      .filter({ hasText: 'Pacesetter' })
      .filter({ hasText: /Activation: \d/ })
      .waitFor();
    for (const text of await rows.allInnerTexts()) {
      const time = Number(/Activation: (\d+)ms/.exec(text)?.[1] ?? Number.NaN);
      const name = text.split('\n')[0]?.trim() ?? '';
      if (Number.isNaN(time)) continue;
      if (name === 'Pacesetter') ours.push(time);
      else builtInTimes.set(name, [...(builtInTimes.get(name) ?? []), time]);
    }
    await host.close();
  }
  const medians = [...builtInTimes].map(([name, times]) => [name, median(times)] as const);
  const beside = medians.map(([name, time]) => `${name} ${time} ms`).join(', ');
  const slowest = Math.max(...medians.map(([, time]) => time));
  return [
    {
      figure: 'activation as VS Code reports it (load and call), median of 5 windows',
      measured: `${median(ours)} ms, beside ${beside}`,
      aim: { ...atMost(slowest, median(ours)), words: 'no slower than the slowest built-in one' },
    },
  ];
}
