import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { projectFolder } from '../../../scripts/lib/projectFolder.mjs';
import { waysWithFigures } from './waysWithFigures.ts';
import { waysWithHalves } from './waysWithHalves.ts';
import { waysWithItems } from './waysWithItems.ts';
import { waysWithPromises } from './waysWithPromises.ts';
import { waysWithWork } from './waysWithWork.ts';

const ways = { ...waysWithItems, ...waysWithPromises, ...waysWithFigures, ...waysWithWork, ...waysWithHalves };

describe('a way to look good leaves its trace:', () => {
  for (const [way, showsIt] of Object.entries(ways)) it(way, showsIt);

  it('each that docs/figures.md names is tried here', () => {
    const named = gamingRows().map(([, way = '']) => way);
    assert.deepEqual(Object.keys(ways).toSorted(), named.toSorted());
  });

  it('each figure that docs/figures.md defines has one', () => {
    const named = new Set(gamingRows().flatMap(([figures = '']) => namesIn(figures)));
    const defined = definedFigures();
    assert.ok(defined.includes('age') && defined.includes('trend') && defined.includes('met'));
    assert.deepEqual(
      defined.filter((figure) => !named.has(figure)),
      [],
    );
    // And none that is no longer defined.
    assert.deepEqual(
      [...named].filter((figure) => !defined.includes(figure)),
      [],
    );
  });
});

const [definitions = '', gaming = ''] = readFileSync(join(projectFolder, 'docs', 'figures.md'), 'utf8').split(
  '\n## How each figure could be gamed, and what shows it\n',
);

/** The cells of each row of the tables of figures, without the head. */
function rowsIn(text: string): string[][] {
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  return rows
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => cell.trim()))
    .filter(([first = '']) => first !== 'figure' && !first.startsWith('---'));
}

function gamingRows(): string[][] {
  return rowsIn(gaming.split('\n## ')[0] ?? '');
}

/** The first cell of each table, and the reports and figures that a paragraph defines, which begins with their name. */
function definedFigures(): string[] {
  const inTables = rowsIn(definitions).flatMap(([figures = '']) => namesIn(figures));
  const paragraphs = definitions.matchAll(/^(?:- )?\*\*([^*]+)\*\* \(`src\/core\/(?:figures|panel|reports)\//gm);
  return [...inTables, ...[...paragraphs].map(([, name = '']) => name.toLowerCase())];
}

function namesIn(cell: string): string[] {
  return cell.split(', ');
}
