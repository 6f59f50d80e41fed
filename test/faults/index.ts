import process from 'node:process';
import { faultTable, isFull } from '../support/faultTable.ts';

// Each temporary folder still to be removed adds a listener to the end of this process.
process.setMaxListeners(50);

/** Prints the table of the faults after the last test. */
export const hooks = {
  afterAll(): void {
    console.log(`\n${faultTable()}\n`);
    if (!isFull) console.log('The short form; npm run test:faults tries the same at full size.');
  },
};
