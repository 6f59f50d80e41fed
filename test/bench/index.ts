/**
 * npm run bench: measures the figures of the README on this machine. Each is a ratio to a baseline measured in the same
 * run, so that it is comparable across machines. A slow result does not fail.
 */
import { cpus } from 'node:os';
import process from 'node:process';
import { closeAll } from '../support/host.ts';
import { activation } from './activation.ts';
import { blockedBoard, board } from './board.ts';
import { coldLoad } from './coldLoad.ts';
import { durableCapture } from './durableCapture.ts';
import type { Figure } from './figure.ts';
import { loading } from './loading.ts';
import { newEntry } from './newEntry.ts';
import { panel } from './panel.ts';
import { sizes } from './sizes.ts';
import { startUp } from './startUp.ts';
import { taskwarrior } from './taskwarrior.ts';
import { worst } from './worst.ts';

const wanted = process.argv[2] ?? '';
const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  sizes,
  coldLoad,
  startUp,
  durableCapture,
  board,
  blockedBoard,
  newEntry,
  worst,
  loading,
  taskwarrior,
  activation,
  panel,
};

console.log(
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${process.platform}`,
);
const figures: Figure[] = [];
for (const [name, bench] of Object.entries(benches)) {
  if (!name.includes(wanted)) continue;
  console.log(`measuring ${name} …`);
  try {
    figures.push(...(await bench()));
  } catch (error) {
    console.error(error);
    figures.push({ figure: name, measured: 'could not be measured', aim: '' });
  }
}
await closeAll();
console.table(Object.fromEntries(figures.map(({ figure, measured, aim }) => [figure, { measured, aim }])));
