import process from 'node:process';
import { faultTable, isFull } from '../support/faultTable.ts';

// What is left to remove at the end of this process hangs on its end, file by file.
process.setMaxListeners(50);

/** What was tried and what was lost, once all of it has been tried. */
export const hooks = {
  afterAll(): void {
    console.log(`\n${faultTable()}\n`);
    if (!isFull) console.log('The short form; npm run test:faults tries the same at full size.');
  },
};
