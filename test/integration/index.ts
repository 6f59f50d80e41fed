import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { runMocha } from '../../scripts/lib/mochaRun.mjs';

/**
 * VS Code calls this inside its extension host, in a window with our extension. The output of this process is not
 * visible, so counts and text go to the files that the environment names.
 */
export async function run(): Promise<void> {
  const countsFile = process.env['PACESETTER_COUNTS'];
  const textFile = process.env['PACESETTER_TEXT'];
  if (countsFile === undefined || textFile === undefined) {
    throw new Error('Run the integration tests with "npm test": it names the files for their results.');
  }
  // Makes stack traces show the lines of the sources.
  process.setSourceMapsEnabled(true);
  try {
    const { failed } = await runMocha(import.meta.dirname, { countsFile, textFile, timeout: 60_000 });
    if (failed > 0) throw new Error(`${failed} integration tests failed.`);
  } catch (error) {
    // Without this, a test file that does not load ends the run without a message.
    appendFileSync(textFile, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    throw error;
  }
}
