import axe from 'axe-core';
import type { Frame } from '@playwright/test';

/** The violations that axe finds in a page, one line each. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(`axe.run().then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 200))))`);
}
