import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

/** A fresh folder for one run, gone when this process ends at the latest. */
export function throwAwayFolder() {
  // The short name leaves room for a socket's path, which may not be long.
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'pacesetter-')));
  // A process that just ended may still be writing its last lines here.
  const clear = () => rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.once('exit', clear);
  const remove = () => {
    process.off('exit', clear);
    clear();
  };
  return { path, remove };
}
