/**
 * A window on a disk that keeps only what was synced. Captures items and, after each saved one, prints how many bytes
 * of the log file survive a power cut, the size of the file, and whether its folder was synced.
 * Usage: node powerCut.mjs <root> <storage> <count>
 */
import fs from 'node:fs';
import { wallClock } from '../../../src/app/clock.ts';
import { syncBuiltinESMExports } from 'node:module';
import process from 'node:process';

/** File size at the last sync, by inode. */
const synced = new Map<number, number>();
const { fsync } = fs;
const recordingFsync = (handle: number, done: (error: NodeJS.ErrnoException | null) => void): void => {
  const { ino, size } = fs.fstatSync(handle);
  fsync(handle, (error) => {
    if (error === null) synced.set(ino, size);
    done(error);
  });
};
fs.fsync = Object.assign(recordingFsync, fsync);
syncBuiltinESMExports();

// Imported after the patch, so that the log uses the `fsync` above.
const { capture, openStore } = await import('../entryStores.ts');
const [root = '', storage = '', count = '0'] = process.argv.slice(2);
const store = openStore(root, storage, { clock: wallClock });
for (let number = 0; number < Number(count); number++) {
  await capture(store, `Item ${number}`);
  const { ino, size } = fs.statSync(store.log.file);
  const isFolderSynced = synced.has(fs.statSync(store.log.folder).ino);
  fs.writeSync(1, `${synced.get(ino) ?? 0} of ${size}, folder ${isFolderSynced}\n`);
}
