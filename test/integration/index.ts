import { appendFileSync } from 'node:fs';
import process from 'node:process';
import { runMocha } from '../../scripts/lib/mochaRun.mjs';

/**
 * Called by VS Code inside its extension host, in a window that has our extension. Nobody sees this process's output,
 * so counts and text go to files which whoever started VS Code names.
 */
export async function run(): Promise<void> {
  const countsFile = process.env['PACESETTER_COUNTS'];
  const textFile = process.env['PACESETTER_TEXT'];
  if (countsFile === undefined || textFile === undefined) {
    throw new Error('Run the integration tests with "npm test": it names the files for their results.');
  }
  // Stacks then name the lines of the sources.
  process.setSourceMapsEnabled(true);
  try {
    const { failed } = await runMocha(import.meta.dirname, { countsFile, textFile, timeout: 60_000 });
    if (failed > 0) throw new Error(`${failed} integration tests failed.`);
  } catch (error) {
    // A test file that does not even load would otherwise end the run without a word.
    appendFileSync(textFile, `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    throw error;
  }
}
