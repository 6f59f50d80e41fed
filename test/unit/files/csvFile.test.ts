import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { after, before, describe, it } from 'mocha';
import fc from 'fast-check';
import Papa from 'papaparse';
import { csvRecords } from '../../../src/files/csvRecords.ts';
import { runToEnd } from '../../../src/core/register/steps.ts';
import { largestCsvInMegabytes, readCsvFile } from '../../../src/files/csvFile.ts';
import { HumanError } from '../../../src/core/humanError.ts';

describe('reading a CSV file', () => {
  let folder = '';
  before(async () => void (folder = await mkdtemp(join(tmpdir(), 'pacesetter-csv-'))));
  after(() => rm(folder, { recursive: true }));

  const path = (name = 'asked.csv') => join(folder, name);
  async function reading(content: string | Uint8Array) {
    await writeFile(path(), content);
    return readCsvFile(path());
  }
  function refuses(file: string, message: string) {
    return assert.rejects(readCsvFile(file), new HumanError(message));
  }

  const text = 'title,waiting\nCafé “Zürich” – 5 €,Žofie\n';
  const encodings = {
    'UTF-8': ['utf-8', Buffer.from(text)],
    'UTF-8 with a mark': ['utf-8', Buffer.from(`\uFEFF${text}`)],
    'UTF-16 LE': ['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    'UTF-16 BE': ['utf-16be', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    'Windows-1252': [
      'windows-1252',
      Buffer.from('title,waiting\nCaf\xe9 \x93Z\xfcrich\x94 \x96 5 \x80,\x8eofie\n', 'latin1'),
    ],
  } as const;
  for (const [name, [encoding, bytes]] of Object.entries(encodings)) {
    it(`reads ${name} and says so`, async () => {
      const table = await reading(bytes);
      assert.deepEqual(
        [table.headers, table.rows, table.delimiter, table.encoding],
        [['title', 'waiting'], [{ line: 2, cells: ['Café “Zürich” – 5 €', 'Žofie'] }], ',', encoding],
      );
    });
  }

  for (const delimiter of [',', ';', '\t', '|']) {
    it(`finds out that “${delimiter}” parts the cells, whatever else is in them`, async () => {
      const others = [',', ';', '|'].filter((other) => other !== delimiter).join('a');
      const cells = ['title', 'asked', 'link'].join(delimiter);
      const row = [others, `"x${delimiter}y"`, 'https://x.test/?a,b;c'.replaceAll(delimiter, '')].join(delimiter);
      const table = await reading(`${cells}\n${row}\n${row}`);
      assert.equal(table.delimiter, delimiter);
      assert.deepEqual(table.rows[1]?.cells[1], `x${delimiter}y`);
    });
  }

  it('is not misled by a single column of text with commas', async () => {
    const { headers, rows } = await reading('title\n"One, two, three"\n"Four, five, six"\n');
    assert.deepEqual([headers, rows[0]?.cells], [['title'], ['One, two, three']]);
  });

  it('reads lines of text whole, whatever commas are in some', async () => {
    const { headers, rows } = await reading('Just one thing\nAnother, with a comma\nA third\n');
    assert.deepEqual(
      [headers, rows.map(({ cells }) => cells)],
      [['Just one thing'], [['Another, with a comma'], ['A third']]],
    );
  });

  it('is not misled by separators that a spreadsheet put behind each line, nor by empty cells and commas', async () => {
    const ruined = await reading('Name,Created;;\nA,2026-03-02;;\nB,2026-03-03;;\n');
    assert.deepEqual([ruined.delimiter, ruined.headers.slice(0, 1)], [',', ['Name']]);
    const sparse = await reading(
      'Name;Asked;Due;Who;Why\nA, b;2026-03-02;;;\nC, d;;;x;\nE, f;2026-03-02;2026-03-03;;\n',
    );
    assert.deepEqual([sparse.delimiter, sparse.headers.length], [';', 5]);
  });

  it('is not misled by headers with commas', async () => {
    const { headers, delimiter } = await reading('Title, short;Asked, or opened, or created\nA;2026-03-02\n');
    assert.deepEqual([headers, delimiter], [['Title, short', 'Asked, or opened, or created'], ';']);
  });

  it('takes the delimiter a spreadsheet names in a line before the headers', async () => {
    const { headers, rows, delimiter } = await reading('sep=;\r\ntitle;a,b\r\nA;1\r\n');
    assert.deepEqual([headers, delimiter], [['title', 'a,b'], ';']);
    assert.deepEqual(rows, [{ line: 2, cells: ['A', '1'] }]);
  });

  it('numbers rows as a spreadsheet does: blank rows count, a line break in a cell does not', async () => {
    const { rows } = await reading('title,note\r\n"A","one\r\ntwo, ""quoted"""\r\n\r\n,\r\nB,x\n  \nC,5" disk');
    assert.deepEqual(rows, [
      { line: 2, cells: ['A', 'one\ntwo, "quoted"'] },
      { line: 5, cells: ['B', 'x'] },
      { line: 7, cells: ['C', '5" disk'] },
    ]);
  });

  it('gives every column a name of its own; of two that are called the same the first keeps the name', async () => {
    const { headers } = await reading('Title,status, ,status,status (2),,\nA,1,2,3,4,,\n');
    assert.deepEqual(headers, ['Title', 'status', 'column 3', 'status (3)', 'status (2)']);
  });

  it('keeps short and long rows as they are', async () => {
    const { rows } = await reading('title,asked\nA\nB,1,2\n');
    assert.deepEqual(
      rows.map(({ cells }) => cells),
      [['A'], ['B', '1', '2']],
    );
  });

  const broken: Readonly<Record<string, readonly [string, readonly string[], readonly number[]]>> = {
    'a quote that is never closed': ['title\nA\n"B\nC\n', ['A', 'C'], [3]],
    'text after a closing quote': ['title,note\n"A" b,c\nD,"e ""f"""\n', ['D'], [2]],
    'the last row': ['title,note\nA,b\n"C', ['A'], [3]],
    'every other row': ['title,note\n"A" b,c\nD,e\n"F" g,h\nI,j\n', ['D', 'I'], [2, 4]],
    'quotes that are not doubled in a text of several lines': [
      'title,note\nA,"he said ""no"" "twice" to\nme, and left"\nB,c\n',
      ['B'],
      [2],
    ],
    'the rest of such a text, where it ends nowhere': ['title,note,x\nA,"he said "no" to\nme\nB,c,d\n', ['B'], [2, 3]],
    'an open quote before a row with quotes': ['title,note\nA,"b\nC,"d"\nE,f\n', ['C', 'E'], [2]],
  };
  for (const [name, [content, titles, rows]] of Object.entries(broken)) {
    it(`loses only the row to ${name}`, async () => {
      const table = await reading(content);
      assert.deepEqual([table.rows.map(({ cells }) => cells[0]), table.brokenRows], [titles, rows]);
    });
  }

  it('finds the headers below a title and other lines, and takes another row where the person says so', async () => {
    const content = 'My board\n\nExported,2026-03-02\nName,Created,Status,Labels\nA,2026-03-02,Done,x\n';
    const table = await reading(content);
    assert.deepEqual([table.headers, table.headerLine], [['Name', 'Created', 'Status', 'Labels'], 4]);
    assert.deepEqual(
      table.topRows.map(({ line }) => line),
      [1, 3, 4, 5],
    );
    const other = await readCsvFile(path(), 3);
    assert.deepEqual([other.headers, other.headerLine, other.rows.length], [['Exported', '2026-03-02'], 3, 2]);
  });

  it('takes the first row where no other names the fields', async () => {
    const table = await reading('Thema,Art\nX,Task\nTask,Y\nName,Created\n');
    assert.deepEqual([table.headers, table.headerLine, table.rows.length], [['Thema', 'Art'], 1, 3]);
  });

  it('is misled neither by cells that look like headers nor by one row that is wider than all', async () => {
    const data = await reading('table,column,name\nx,status,completed\ny,title,due\nz,a,b\n');
    assert.equal(data.headerLine, 1);
    const wide = await reading(`nam,desc,id\nA,b,1\nC, (id, name, desc, x, y, z, w)\n${'D,e,2\n'.repeat(9)}`);
    assert.equal(wide.headerLine, 1);
  });

  it('reads what papaparse writes, whatever the cells hold', () => {
    const cell = fc
      .array(fc.constantFrom('a', '"', ',', '\n', ' ', ';'), { maxLength: 6 })
      .map((parts) => parts.join(''));
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.boolean(), (rows, quotes) => {
        const text = Papa.unparse(rows, { newline: '\n', quotes });
        const { rows: read, broken } = runToEnd(csvRecords(text, ','));
        const expected = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''));
        assert.deepEqual([read.map(({ cells }) => cells), broken], [expected, []]);
      }),
    );
  });

  it('counts every line of any text at most once', () => {
    const text = fc.array(fc.constantFrom('a', '"', ',', '\n', ' '), { maxLength: 40 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (text) => {
        const { rows, broken } = runToEnd(csvRecords(text, ','));
        const lines = [...rows.map(({ line }) => line), ...broken];
        assert.equal(new Set(lines).size, lines.length);
        assert.ok(Math.max(0, ...lines) <= text.split('\n').length);
      }),
    );
  });

  const faults: Readonly<Record<string, readonly [string | Buffer, string]>> = {
    'an empty file': ['', 'asked.csv is empty.'],
    'a file of blank lines': ['\n , \n', 'asked.csv is empty.'],
    'a file without rows': ['title,asked\n\n', 'asked.csv has headers but no rows.'],
    'more columns than anybody fills': [
      `${'x,'.repeat(1_000)}x\n1,2\n`,
      'asked.csv has more than 1,000 columns. Leave out those that are not needed.',
    ],
    'a header of columns without a name': [
      `${','.repeat(20_000)}\n1,2\n`,
      'asked.csv has more than 1,000 columns. Leave out those that are not needed.',
    ],
    'more rows than fit into memory': ['title\n'.repeat(200_001), 'asked.csv has more than 200,000 rows. Split it.'],
    'more cells than fit into memory': [
      `title,asked\n${`${','.repeat(999)}\n`.repeat(2_001)}`,
      'asked.csv has more than 2,000,000 cells. Leave out columns that are not needed, or split it.',
    ],
    'more quotes than that many cells have': [
      `title\n${'"a"b'.repeat(2_000_001)}\n`,
      'asked.csv has more than 2,000,000 cells. Leave out columns that are not needed, or split it.',
    ],
    'a spreadsheet that is not CSV': [
      Buffer.from('PK\x03\x04\x14\0\0\0', 'latin1'),
      'asked.csv is not a text file. If it is a spreadsheet, save it as CSV (UTF-8) and import that.',
    ],
    'UTF-16 cut in the middle of a character': [
      Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x42]),
      'asked.csv says which encoding it has, but its text is damaged. Save it again as CSV (UTF-8).',
    ],
    'a UTF-8 mark before bytes that are not': [
      Buffer.from('\xef\xbb\xbftitle\n\xff\n', 'latin1'),
      'asked.csv says which encoding it has, but its text is damaged. Save it again as CSV (UTF-8).',
    ],
  };
  for (const [name, [content, message]] of Object.entries(faults)) {
    it(`refuses ${name} with a sentence`, async () => {
      await writeFile(path(), content);
      await refuses(path(), message);
    });
  }

  it('refuses what is not there, and what is not a file', async () => {
    await refuses(path('gone.csv'), 'gone.csv does not exist.');
    await refuses(folder, `${folder.split(/[/\\]/).at(-1)} is a folder. Choose a file in it.`);
  });

  it('refuses a pipe without waiting for somebody to write into it', async function () {
    if (process.platform === 'win32') this.skip();
    execFileSync('mkfifo', [path('pipe.csv')]);
    await refuses(path('pipe.csv'), 'pipe.csv is not an ordinary file.');
  });

  it('refuses a file that is too big before it reads it', async () => {
    await writeFile(path('big.csv'), 'title\n');
    await truncate(path('big.csv'), largestCsvInMegabytes * 1_000_000 + 1);
    await refuses(path('big.csv'), 'big.csv has 51 MB; at most 50 MB can be imported at once. Split it.');
  });
});
