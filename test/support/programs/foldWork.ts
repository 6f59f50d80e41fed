/**
 * Folds one item that was moved, chased, sent back and returned many times. Prints how many array elements were walked
 * or copied.
 * Usage: node foldWork.mjs <times>
 *
 * A separate process, because it patches Array.prototype to count.
 */
import { writeSync } from 'node:fs';
import process from 'node:process';
import type { ItemEntry } from '../../../src/core/entries/entry.ts';
import { foldItem } from '../../../src/core/items/foldItem.ts';
import { captured, logged } from '../facts.ts';
import { repeatedActs } from '../repeatedActs.ts';

const [times = '0'] = process.argv.slice(2);
const entries = logged(captured(), ...repeatedActs(Number(times))) as ItemEntry[];
let elements = 0;
const { prototype } = Array;
for (const name of [Symbol.iterator, 'slice', 'concat', 'map', 'filter', 'toSpliced', 'with'] as const) {
  const original = prototype[name] as (this: unknown[], ...args: unknown[]) => unknown;
  const counting = function (this: unknown[], ...args: unknown[]): unknown {
    elements += this.length;
    return original.apply(this, args);
  };
  Object.defineProperty(prototype, name, { value: counting, configurable: true, writable: true });
}
foldItem(entries, false);
writeSync(1, `${elements}\n`);
