/**
 * npm test: everything, one stage after the other; a failing stage does not hide the next.
 *
 *   node scripts/test.mjs [stage …] [--server | --desktop] [--vscode=<version>] [--only=<part of a file's name>] [--full]
 *
 * Stages: checks, unit, faults (with --full at full size, which takes minutes), integration, ui. The last line is the total over all that ran: "N passed, N failed".
 */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { run } from './lib/childProcess.mjs';
import { endOnRequest } from './lib/endOnRequest.mjs';
import { nodeBinary } from './lib/nodeBinary.mjs';
import { projectFolder } from './lib/projectFolder.mjs';
import { stages } from './lib/testStages.mjs';

endOnRequest(130);
// The days in tests are those of UTC, wherever the machine stands. Tests of other zones set them.
process.env['TZ'] = 'UTC';

const args = process.argv.slice(2);
/** @param {string} name */
const flag = (name) => args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
const asked = args.filter((arg) => !arg.startsWith('--'));
const options = {
  place: args.includes('--server') ? 'server' : args.includes('--desktop') ? 'desktop' : undefined,
  vscode: flag('vscode') ?? 'stable',
  only: flag('only'),
  full: args.includes('--full'),
};

const unknown = asked.filter((name) => !(name in stages));
if (unknown.length > 0) {
  console.error(`No stage called ${unknown.join(', ')}. There are: ${Object.keys(stages).join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };

console.log('== build');
const build = await run(nodeBinary, ['esbuild.js'], { cwd: projectFolder, show: true });
if (build.code !== 0 || !existsSync(`${projectFolder}/dist/extension.js`)) {
  console.error('The build failed, so nothing was tested. Mend what it says above and run this again.');
  total.failed += 1;
} else {
  total.passed += 1;
  for (const [name, stage] of Object.entries(stages)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const started = performance.now();
    console.log(`\n== ${name}`);
    try {
      const counts = await stage(options);
      total.passed += counts.passed;
      total.failed += counts.failed;
      total.skipped += counts.skipped;
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      total.failed += 1;
    }
    console.log(`   (${name}: ${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed === 0 ? 0 : 1;
