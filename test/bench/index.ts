/**
 * npm run bench: measures the figures of docs/benchmarks.md on this machine and writes that page. Each is a ratio to a
 * baseline measured in the same run, so that it is comparable across machines. A slow result does not fail.
 *
 * npm run bench <part of a name>: only some of them; they are printed and the page stays as it is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { format, resolveConfig } from 'prettier';
import { projectFolder } from '../../scripts/lib/projectFolder.mjs';
import { closeAll } from '../support/host.ts';
import { activation } from './activation.ts';
import { blockedBoard, board } from './board.ts';
import { coldLoad } from './coldLoad.ts';
import { durableCapture } from './durableCapture.ts';
import type { Figure } from './figure.ts';
import { growth } from './growth.ts';
import { loading } from './loading.ts';
import { newEntry } from './newEntry.ts';
import { benchmarksPage, type Machine, notesIn, sayResult } from './page.ts';
import { panel } from './panel.ts';
import { person } from './person.ts';
import { readingRequests } from './requests.ts';
import { sizes } from './sizes.ts';
import { startUp } from './startUp.ts';
import { taskwarrior } from './taskwarrior.ts';
import { worst } from './worst.ts';

const wanted = process.argv[2] ?? '';
const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  sizes,
  activation,
  coldLoad,
  durableCapture,
  board,
  blockedBoard,
  growth,
  taskwarrior,
  panel,
  person,
  startUp,
  loading,
  newEntry,
  worst,
  readingRequests,
};

const machine: Machine = {
  cores: cpus().length,
  node: process.versions.node.split('.')[0] ?? '',
  system: { linux: 'Linux', darwin: 'macOS', win32: 'Windows' }[process.platform as string] ?? process.platform,
};
console.log(`${machine.cores} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${machine.node}, ${machine.system}`);
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (!name.includes(wanted)) continue;
  console.log(`measuring ${name} …`);
  try {
    figures.push(...(await bench()));
  } catch (error) {
    console.error(error);
    figures.push({ figure: name, measured: 'could not be measured' });
  }
}
await closeAll();
console.table(
  Object.fromEntries(
    figures.map(({ figure, measured, aim }) => [figure, { measured, aim: aim?.words ?? '', result: sayResult(aim) }]),
  ),
);

if (wanted === '') {
  const file = join(projectFolder, 'docs', 'benchmarks.md');
  const text = benchmarksPage(machine, figures, notesIn(readFileSync(file, 'utf8')));
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  console.log(`Wrote ${file}`);
}
