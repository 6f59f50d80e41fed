import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { parseTable } from '../../../src/files/csvFileTable.ts';
import { withFormulaEscapes, withoutFormulaEscapes } from '../../../src/core/exchange/csv/formula.ts';
import { saysNothing } from '../../../src/core/exchange/cells/emptyCell.ts';
import { nameIn } from '../../../src/core/exchange/cells/namesCell.ts';
import { writeCsv } from '../../../src/files/writeCsv.ts';
import { guessColumns } from '../../../src/core/exchange/csv/guessColumns.ts';
import { type ImportPlan, planImport } from '../../../src/core/exchange/csv/planCsvImport.ts';
import type { CsvTable } from '../../../src/core/exchange/csv/table.ts';
import type { Fact } from '../../../src/core/entries/entry.ts';
import { importReport, sayImportOutcome } from '../../../src/core/exchange/csv/reportText.ts';
import { sayExportedItems } from '../../../src/core/exchange/exportText.ts';
import { itemTable } from '../../../src/core/exchange/csv/itemTable.ts';
import type { Item } from '../../../src/core/items/item.ts';
import { tidyLines, tidyList, tidyName, tidy } from '../../../src/core/rules/limits.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { addSample } from '../../../src/core/rules/sample.ts';
import { Register } from '../../../src/core/register/register.ts';
import { anyDay } from '../../support/anyFact.ts';
import {
  captured,
  chased,
  checkDaySet,
  decided,
  handedOver,
  held,
  logged,
  type TestFact,
} from '../../support/facts.ts';
import { usualPolicy as policy } from '../../support/policy.ts';

const today = '2026-03-20';

function registerOf(...facts: readonly TestFact[]): Register {
  const register = new Register();
  register.add(logged(...facts));
  return register;
}

function textOf(register: Register): string {
  return writeCsv(itemTable(register.items.values(), policy.calendar));
}

/** The file reader removes the byte order mark while decoding. */
function tableOf(text: string): CsvTable {
  const table = parseTable(text.replace(/^\ufeff/, ''));
  assert.ok(!('fault' in table), JSON.stringify(table));
  return { ...table, encoding: 'utf-8' };
}

function plan(table: CsvTable, register = new Register()): ImportPlan {
  const columns = guessColumns(table);
  assert.deepEqual(
    Object.entries(columns).filter(([field, header]) => field !== header),
    [],
    'each header is guessed for its own field',
  );
  const context = { fileName: 'items.csv', register, today, policy, idFor: (key: string) => `named ${key}` } as const;
  return planImport(table, { ...columns, title: 'title' }, context);
}

/** The fields of an item that a table holds. */
function tableFields({ history: _, toldDays: _s, loggedOn: _l, importedFrom: _i, target: _t, ...item }: Item): object {
  const { id, title, kind, door, askedOn, askedBy, promisedOn, waiting, owedBy, tags, link, note, closing } = item;
  const { sourceSystem, sourceKey } = item;
  const fields = { id, title, kind, door, askedOn, askedBy, promisedOn, waiting, owedBy, tags, link, note, closing };
  return { ...fields, sourceSystem, sourceKey };
}

function readBack(register: Register): Register {
  const imported = plan(tableOf(textOf(register)));
  assert.deepEqual(imported.refused, []);
  return registerOf(...(imported.facts as Fact[]));
}

describe('items as CSV', () => {
  const nasty = fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\n', '\t', ' ', '1', 'é', '🧭', 'sep=;', 'a');
  const text = (maxLength: number) =>
    fc.oneof(
      fc.array(nasty, { maxLength: 12 }).map((parts) => parts.join('')),
      fc.string({ unit: 'grapheme', maxLength }),
    );
  const defined = (arbitrary: fc.Arbitrary<string | undefined>) => arbitrary.filter((value) => value !== undefined);
  const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
  const title = defined(text(60).map(tidy));
  /** Normalised names, without semicolons, which separate names, and without the words for nobody. */
  const name = defined(text(20).map((text) => tidyName(text.replace(/;/g, '')))).filter(isName);
  const names = fc
    .array(name, { maxLength: 4 })
    .map(tidyList)
    .filter((list) => list.every(isName));
  const lines = maybe(defined(text(80).map(tidyLines)));
  const days = fc.tuple(anyDay('2026-01-01', today), anyDay('2026-01-01', today)).map((both) => both.toSorted());
  const item = fc.record({
    id: fc.uuid({ version: 7 }),
    kind: fc.constantFrom('decision', 'approval', 'dependency'),
    title,
    door: maybe(fc.constantFrom('one-way', 'two-way')),
    days,
    promisedOn: anyDay('2025-12-01', '2026-12-01'),
    askedBy: maybe(name),
    owedBy: maybe(name),
    waiting: names,
    tags: names,
    link: maybe(title),
    note: lines,
    source: maybe(fc.record({ sourceSystem: title, sourceKey: title.filter((key) => !saysNothing(key)) })),
    how: fc.constantFrom('open', 'closed', 'withdrawn', 'silence'),
    outcome: defined(text(40).map(tidyLines)),
    because: lines,
  });
  type ItemFields = typeof item extends fc.Arbitrary<infer T> ? T : never;

  function factsOf({
    id,
    days,
    how,
    outcome,
    because,
    kind,
    waiting,
    tags,
    source,
    ...captureFields
  }: ItemFields): Fact[] {
    const [askedOn, on] = days as [ItemFields['promisedOn'], ItemFields['promisedOn']];
    const capture: Fact = { type: 'itemCaptured', item: id, kind, askedOn, waiting, tags, ...captureFields, ...source };
    switch (how) {
      case 'open':
        return [capture];
      case 'withdrawn':
        return [capture, { type: 'itemWithdrawn', item: id, reason: outcome, withdrawnOn: on }];
      case 'closed':
        return kind === 'dependency'
          ? [capture, { type: 'itemCleared', item: id, note: outcome, clearedOn: on }]
          : [capture, { type: 'itemDecided', item: id, outcome, because, decidedOn: on }];
      case 'silence':
        return kind === 'dependency'
          ? [capture]
          : [capture, { type: 'itemDecidedBySilence', item: id, outcome, decidedOn: on, confirmedOn: on }];
      default:
        return how satisfies never;
    }
  }

  it('are read back as the same items with the same days', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (samples) => {
        const register = registerOf(...samples.flatMap(factsOf));
        const reimported = readBack(register);
        const [before, after] = [register, reimported].map(({ items }) =>
          [...items.values()].map(tableFields).toSorted((a, b) => ((a as Item).id < (b as Item).id ? -1 : 1)),
        );
        assert.deepEqual(after, before);
      }),
      { numRuns: 400 },
    );
  });

  it('have neither a check nor what was expected, and come back with nothing to check', () => {
    const register = registerOf(
      captured(),
      { ...decided, expect: 'half the tickets', sureness: 80 },
      checkDaySet,
      held,
    );
    assert.ok(!/half the tickets|80|2026-03-20/.test(textOf(register)));
    const { closing, check } = readBack(register).items.get('vendor')!;
    const { decidedOn: on, outcome } = decided;
    assert.deepEqual([closing, check], [{ how: 'decided', on, outcome, because: undefined }, undefined]);
  });

  it('change nothing in the log they came from', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 6 }), (samples) => {
        const register = registerOf(...samples.flatMap(factsOf));
        const { facts, refused, odd } = plan(tableOf(textOf(register)), register);
        assert.deepEqual({ facts, refused, odd }, { facts: [], refused: [], odd: [] });
      }),
    );
  });

  it('hold no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (samples) => {
        const { rows } = tableOf(textOf(registerOf(...samples.flatMap(factsOf))));
        for (const { cells } of rows) for (const cell of cells) assert.doesNotMatch(cell, /^[=+\-@\t\r]/);
      }),
    );
  });

  it('escape a formula that has a line break in it, and give it back as it was', () => {
    const register = registerOf(captured({ title: '=HYPERLINK("http://x")', note: '=1\n+2' }));
    assert.ok(textOf(register).includes(`"'=HYPERLINK(""http://x"")"`));
    assert.ok(textOf(register).includes(`"'=1\n'+2"`));
    const [item] = readBack(register).items.values();
    assert.deepEqual([item?.title, item?.note], ['=HYPERLINK("http://x")', '=1\n+2']);
  });

  it('escape what would run where another character parts the cells, and give any text back as it was', () => {
    const escaped = {
      'x;=cmd|calc': "x;'=cmd|calc",
      'x,+1': "x,'+1",
      'x\t@y': "x\t'@y",
      'x\n\n-y': "x\n\n'-y",
      '\n=1': "'\n'=1",
      'x;"=1"': `x;'"=1"`,
      '＝1': "'＝1",
      '-1': "'-1",
      "'=1": "''=1",
      'a - b = c': 'a - b = c',
      'Anna; Sam': 'Anna; Sam',
    };
    for (const [text, expected] of Object.entries(escaped)) assert.equal(withFormulaEscapes(text), expected);
    const dangerous = fc.string({
      unit: fc.constantFrom(...['=', '+', '-', '@', '＝', '＠', ';', ',', '\t', '\n', "'", '"', 'x']),
    });
    fc.assert(
      fc.property(dangerous, (text) => {
        const cell = withFormulaEscapes(text);
        for (const part of cell.split(/[;,\t\r\n]/)) assert.doesNotMatch(part, /^"*[=+\-@＝＋－＠]/, cell);
        assert.equal(withoutFormulaEscapes(cell), text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('begin with a mark that says how they are encoded, and end each row as the standard has it', () => {
    const text = textOf(registerOf(captured({ title: 'Café' })));
    assert.ok(text.startsWith('\ufefftitle,kind,door,askedOn,'));
    assert.equal(text.split('\r\n').length, 3);
  });

  it('are known again in the log they came from, also when a spreadsheet has changed what they say', () => {
    const register = registerOf(captured({ item: 'vendor', title: 'Pick' }), decided);
    const table = tableOf(textOf(register).replace('Pick', 'Choose'));
    const { added, unchanged, facts } = plan(table, register);
    assert.deepEqual([added, unchanged, facts], [0, 1, []]);
  });

  it('give a row that was copied in the spreadsheet an item of its own, and say so', () => {
    const [head = '', row = ''] = textOf(registerOf(captured({ item: 'vendor' }))).split('\r\n');
    const { added, odd } = plan(tableOf([head, row, row].join('\r\n')));
    assert.deepEqual([added, odd.map(({ reason }) => reason.odd)], [2, ['repeatsRow']]);
  });

  it('say of what is closed the day it is judged on, and of what is open the day people wait for', () => {
    const moved = {
      type: 'promiseMoved',
      item: 'vendor',
      promisedOn: '2026-03-30',
      reason: 'r',
      movedOn: '2026-03-03',
    } as const;
    const promise = (...facts: TestFact[]) =>
      [...readBack(registerOf(captured(), ...facts)).items.values()][0]?.promisedOn;
    assert.equal(promise(moved), '2026-03-30');
    assert.equal(promise(moved, decided), '2026-03-04');
  });

  it('leave out what only an assignment can owe, so that every row goes in', () => {
    const register = registerOf(captured({ kind: 'clarity' }), captured({ item: 'it', kind: 'dependency' }), chased);
    const { added, refused } = plan(tableOf(textOf(register)));
    assert.deepEqual([added, refused], [1, []]);
  });

  it('of the sample go back in row by row, all but its clarity items', () => {
    let ids = 0;
    const sample = addSample({ register: new Register(), today, policy, device: 'laptop', newId: () => `${++ids}` });
    assert.ok(!isRefusal(sample));
    const register = registerOf(...sample);
    const { added, refused } = plan(tableOf(textOf(register)));
    const clarity = [...register.items.values()].filter(({ kind }) => kind === 'clarity').length;
    assert.ok(clarity > 0);
    assert.deepEqual([added, refused], [register.items.size - clarity, []]);
  });

  it('do not say whose move it is, which the answer, the dry run and its report say', () => {
    const register = registerOf(captured(), handedOver);
    const table = tableOf(textOf(register));
    const columns = { ...guessColumns(table), title: 'title' };
    const first = plan(table);
    const report = (done: ImportPlan) => importReport({ fileName: 'items.csv', table, columns, plan: done, today });
    assert.equal(sayImportOutcome(first, columns), '1 goes in · open ones as your move');
    assert.match(report(first), /each open one comes in as yours, also what was sent back or handed over/);
    const again = plan(table, register);
    assert.equal(sayImportOutcome(again, columns), '0 go in · 1 is in already');
    assert.doesNotMatch(report(again), /as yours/);
    assert.equal(sayImportOutcome(first, { title: 'title' }), '1 goes in', 'a file of another tool');
    assert.equal(
      sayExportedItems(47, 7, '/tmp/items.csv'),
      'Exported 47 items to /tmp/items.csv. 7 clarity items are left out. Whose move it is, since when each person waits, holds, checks, blockers and slips are only in “Export as JSON”.',
    );
  });
});

function isName(name: string): boolean {
  return name !== '' && !/^[@#＠＃]/.test(name) && nameIn(name) === name;
}
