import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { projectFolder } from '../../../scripts/lib/projectFolder.mjs';
import { waysWithFigures } from './waysWithFigures.ts';
import { waysWithItems } from './waysWithItems.ts';

const ways = { ...waysWithItems, ...waysWithFigures };

describe('a way to look good leaves its trace:', () => {
  for (const [way, showsIt] of Object.entries(ways)) it(way, showsIt);

  it('each that docs/figures.md names is tried here', () => {
    const page = readFileSync(join(projectFolder, 'docs', 'figures.md'), 'utf8');
    const [, section = ''] = page.split('\n## How each figure could be gamed, and what shows it\n');
    const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| '));
    const named = rows.slice(1).map((line) => (line.split('|')[2] ?? '').trim());
    assert.deepEqual(Object.keys(ways).toSorted(), named.filter((way) => !way.startsWith('---')).toSorted());
  });
});
