import type { Figure } from './figure.ts';

/** What is said of the machine: enough to judge the figures by, and nothing that names it. */
export interface Machine {
  readonly cores: number;
  /** `24`. */
  readonly node: string;
  /** `Linux`. */
  readonly system: string;
}

const notesStart = '<!-- Kept by hand: npm run bench leaves everything up to the closing mark as it is. -->';
const notesEnd = '<!-- End of what is kept by hand. -->';

/**
 * The text of docs/benchmarks.md.
 *
 * @param notes what is kept by hand, see {@link notesIn}
 */
export function benchmarksPage(machine: Machine, figures: readonly Figure[], notes: string): string {
  const bound = figures.filter(({ isBeyond }) => isBeyond !== true);
  const beyond = figures.filter(({ isBeyond }) => isBeyond === true);
  return `# Benchmarks

\`npm run bench\` measures these figures and writes this page. It takes several minutes. \`npm run bench <part of a name>\` measures a part, prints it and leaves the page as it is; the parts are listed in \`test/bench/index.ts\`.

Measured on ${machine.cores} CPU ${machine.cores === 1 ? 'core' : 'cores'}, Node ${machine.node}, ${machine.system}. Times are medians of one run. Most figures are ratios to a floor that is measured in the same run: a ratio means about the same on another machine, a time does not.

The aims bind at up to 10,000 items and 30,000 entries, which is what a leader writes in ten years. Larger logs are measured to see that nothing is lost and nothing freezes; there the result says whether the aim would be met. Nothing fails for being slow.

## Where the aims bind

${table(bound)}

## Beyond that size

${table(beyond)}

## Notes

${notesStart}

${notes}

${notesEnd}
`;
}

/**
 * What is kept by hand on an existing page.
 *
 * @throws Error when the marks around it are not there: writing the page would lose the notes
 */
export function notesIn(page: string): string {
  const [start, end] = [page.indexOf(notesStart), page.lastIndexOf(notesEnd)];
  if (start < 0 || end < start) throw new Error('docs/benchmarks.md has lost the marks around its notes.');
  return page.slice(start + notesStart.length, end).trim();
}

function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ figure, measured, aim }) => [figure, measured, aim?.words ?? '', sayResult(aim)]);
  return [['figure', 'measured', 'aim', 'result'], ['---', '---', '---', '---'], ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

/** In the console as on the page; empty where nothing is aimed at. */
export function sayResult(aim: Figure['aim']): string {
  if (aim === undefined) return '';
  return aim.isMet ? 'met' : 'missed';
}
