import { guessColumns } from '../../src/core/exchange/csv/guessColumns.ts';
import { planImport } from '../../src/core/exchange/csv/planCsvImport.ts';
import { importReport } from '../../src/core/exchange/csv/reportText.ts';
import { planLogImport } from '../../src/core/exchange/json/planLogImport.ts';
import { readLogExport } from '../../src/core/exchange/json/readLogExport.ts';
import { logExportFormat, logExportVersion } from '../../src/core/exchange/json/logExport.ts';
import { planRecordImport } from '../../src/core/exchange/madr/planRecordImport.ts';
import { Register } from '../../src/core/register/register.ts';
import { parseTable } from '../../src/files/csvFileTable.ts';
import { captured, logged } from './facts.ts';
import { policy } from './entryStores.ts';

const today = '2026-03-04';
const idFor = (key: string): string => key.replaceAll(/[^\w-]/g, '');

/** Reads a CSV text and plans its import twice: into an empty log, and into one that has all of it. */
function importTwice(text: string): void {
  const table = parseTable(text);
  if ('fault' in table) throw new Error(table.fault);
  const whole = { ...table, encoding: 'utf-8' as const };
  const columns = { title: 'title', ...guessColumns(table) };
  const register = new Register();
  for (const _ of [1, 2]) {
    const plan = planImport(whole, columns, { fileName: 'list.csv', register, today, policy, idFor });
    importReport({ fileName: 'list.csv', table: whole, columns, plan, today });
    register.add(logged(...plan.facts));
  }
}

function importRecord(text: string): void {
  planRecordImport([{ name: '0001-a.md', text, fault: undefined }], {
    folderName: 'records',
    sourceSystem: 'records',
    register: new Register(),
    today,
    policy,
    idFor,
  });
}

function record(...more: string[]): string {
  return ['# Title', 'Date: 2026-03-02', '## Decision', 'Yes', ...more].join('\n');
}

/** A table of many columns has at least two. */
const columnsOf = (n: number): number => Math.max(2, Math.floor(n / 100));

/** Files of about `n` parts in which one place has all of them, each with how it is read. */
export const adversarialFiles: Readonly<Record<string, (n: number) => () => void>> = {
  'a CSV of columns with different names': (n) => () =>
    importTwice(`title,${numbers(columnsOf(n), 'c')}\n${'x,'.repeat(columnsOf(n))}x\n`),
  'a CSV of columns with the same name': (n) => () =>
    importTwice(`title,${'c,'.repeat(columnsOf(n))}\n${'x,'.repeat(columnsOf(n))}x\n`),
  'a CSV of columns without names': (n) => () =>
    importTwice(`title,${','.repeat(columnsOf(n))}\n${'x,'.repeat(columnsOf(n))}x\n`),
  'a CSV of rows that are all alike': (n) => () => importTwice(`title\n${'Same\n'.repeat(n)}`),
  'a CSV of rows that are all refused': (n) => () => importTwice(`title,kind\n${'Same,nothing\n'.repeat(n)}`),
  'a CSV of blank rows': (n) => () => importTwice(`title\n${'\n'.repeat(n)}a\n`),
  'a CSV of quotes that do not match': (n) => () => importTwice(`title,note\nB,c\n${'"a" b,c\n"d,e\n'.repeat(n / 20)}`),
  'a CSV of numeric days': (n) => () => importTwice(`title,created\n${'A,3/4/26\n'.repeat(n / 10)}`),
  'a CSV of tickets': (n) => () =>
    importTwice(
      `Summary,Issue key\n${numbersTo(n / 10)
        .map((at) => `A,PAY-${at}`)
        .join('\n')}\n`,
    ),
  'a cell of many names': (n) => () => importTwice(`title,waiting\na,"${numbers(n, 'n')}"\n`),
  'a cell of many quotes': (n) => () => importTwice(`title\n"${'""'.repeat(n)}"\n`),
  'an export of one entry again and again': (n) => () =>
    importExport(logged(...numbersTo(n).map(() => captured({ id: 'same', clock: '019000000000-0000', act: 'a' })))),
  'an export of different things under one id': (n) => () =>
    importExport(logged(...numbersTo(n).map((at) => captured({ id: 'same', title: `Title ${at}` })))),
  'a record of many headings': (n) => () => importRecord(record(numbers(n, '\n## h'))),
  'a record of many comments': (n) => () => importRecord(record('<!-- x -->'.repeat(n))),
  'a record of comments that do not end': (n) => () => importRecord(record('<!--'.repeat(n))),
  'a record of many quotes': (n) => () => importRecord(record().replace('Yes', `Chosen option: "${'"a, '.repeat(n)}`)),
  'a record of many links': (n) => () => importRecord(record().replace('Yes', '[a]('.repeat(n))),
  'a record of fences that do not end': (n) => () => importRecord(record('- ```\n````\n~~~'.repeat(n))),
  'a record of empty decisions': (n) => () => importRecord(record().replace('Yes', '## Decision\n'.repeat(n))),
  'a record of many states': (n) => () => importRecord(record(`## Status\n${'not accepted, '.repeat(n)}\n- [x] y'`)),
  'a record of many days': (n) => () =>
    importRecord(record(`## Changelog\n${'- 2026-01-02 05/02/2026 Jan 5\n'.repeat(n)}`)),
  'a record of many rows': (n) => () => importRecord(`# T\n${'| a | b |\n|---|---|\n'.repeat(n)}\n## Decision\nYes`),
  'a record of a front matter that is no YAML': (n) => () =>
    importRecord(`---\n${'a: @b\n'.repeat(n)}---\n${record()}`),
  'a record of many line breaks': (n) => () => importRecord(record().replace('Yes', `a${' \n'.repeat(n)}b`)),
};

function importExport(entries: readonly object[]): void {
  const text = JSON.stringify({ format: logExportFormat, version: logExportVersion, entries });
  const read = readLogExport(text, new Date(`${today}T12:00:00Z`));
  if (typeof read === 'string') throw new Error(read);
  planLogImport(read, { register: new Register(), fileName: 'log.json', today });
}

function numbersTo(n: number): number[] {
  return Array.from({ length: Math.floor(n) }, (_, at) => at);
}

/** `c0,c1,c2`. */
function numbers(n: number, word: string): string {
  return numbersTo(n)
    .map((at) => `${word}${at}`)
    .join(',');
}
