/**
 * Runs one suite of built tests with mocha, in this process: node scripts/lib/runSuite.mjs unit [part of a file's name]
 * (the integration suite runs inside VS Code instead, see test.mjs).
 */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { endOnRequest } from './endOnRequest.mjs';
import { runMocha } from './mochaRun.mjs';
import { keptFolder, projectFolder } from './projectFolder.mjs';

endOnRequest(130);
// The days in tests are those of UTC, wherever the machine stands. Tests of other zones set them.
process.env['TZ'] = 'UTC';

const [suite = 'unit', only] = process.argv.slice(2);
const folder = join(projectFolder, 'out', 'test', suite);
const index = join(folder, 'index.mjs');
const { hooks, endOfTest, afterFile } = existsSync(index) ? await import(pathToFileURL(index).href) : {};
const countsFile = process.env['PACESETTER_COUNTS'] ?? join(keptFolder, 'counts.json');
mkdirSync(dirname(countsFile), { recursive: true });

const { failed } = await runMocha(folder, {
  countsFile,
  hooks,
  endOfTest,
  afterFile,
  only,
  // Generous, for machines that are busy: it only decides how soon a test that never ends is reported.
  timeout: suite === 'ui' ? 120_000 : 60_000,
});
process.exitCode = failed === 0 ? 0 : 1;
