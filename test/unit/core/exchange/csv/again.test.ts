import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { CsvTable } from '../../../../../src/core/exchange/csv/table.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import { plan, tableOf, tableWith, write } from './importing.ts';
import { cpuTimeInMs } from '../../../../support/cpuTime.ts';

const counts = ({ added, unchanged, refused }: ReturnType<typeof plan>) => [added, unchanged, refused.length];

describe('importing a file again', () => {
  const headers = 'title|askedOn|closedOn|outcome|waiting|link';

  it('adds nothing, also in another spelling, under another name and on another day', () => {
    const register = new Register();
    write(register, 'import', plan(tableOf(headers, 'Café|2026-03-02||||', 'Undated|||||')).facts);
    const respelled = tableOf(headers, 'UNDATED|||||', 'cafe\u0301 |Mar 2, 2026||||');
    assert.deepEqual(counts(plan(respelled, register, {}, '2026-03-05')), [0, 2, 0]);
  });

  it('adds what has come since, wherever it stands', () => {
    const register = write(new Register(), 'import', plan(tableOf(headers, 'A|2026-03-02|||anna|')).facts);
    const again = plan(tableOf(headers, 'A|2026-03-02|||sam|', 'B|||||', 'A|2026-03-02|||anna|'), register);
    assert.deepEqual(counts(again), [2, 1, 0]);
    write(register, 'again', again.facts);
    assert.deepEqual([...register.items.values()].flatMap(({ waiting }) => waiting).sort(), ['anna', 'sam']);
  });

  it('knows rows that look the same by what they said at first, also when one was closed or taken out since', () => {
    const both = plan(tableOf(headers, 'A|2026-03-02|||anna|', 'A|2026-03-02|2026-03-03|yes|sam|'));
    const register = write(new Register(), 'import', both.facts);
    assert.deepEqual(plan(tableOf(headers, 'A|2026-03-02|2026-03-03|yes|sam|'), register).odd, []);

    const [anna = ''] = register.items.keys();
    write(register, 'close', [{ type: 'itemDecided', item: anna, outcome: 'yes', decidedOn: '2026-03-04' }]);
    const more = ['A|2026-03-02|||lee|', 'A|2026-03-02|2026-03-03|yes|sam|', 'A|2026-03-02|||anna|'];
    const again = plan(tableOf(headers, ...more), register);
    assert.deepEqual([counts(again), again.odd], [[1, 2, 0], []]);
    assert.deepEqual(
      again.facts.map((fact) => fact.type === 'itemCaptured' && fact.waiting),
      [['lee']],
    );
  });

  it('adds a row that was refused and has been mended, and no other', () => {
    const register = new Register();
    write(register, 'import', plan(tableOf(headers, 'A|2026-03-02|soon|yes|anna|', 'A|2026-03-02|||sam|')).facts);
    const corrected = tableOf(headers, 'A|2026-03-02|2026-03-03|yes|anna|', 'A|2026-03-02|||sam|');
    const again = plan(corrected, register);
    assert.deepEqual([counts(again), again.odd], [[1, 1, 0], []]);
    write(register, 'again', again.facts);
    assert.deepEqual(
      [...register.items.values()].map(({ waiting, closing }) => [...waiting, closing?.on]),
      [
        ['sam', undefined],
        ['anna', '2026-03-03'],
      ],
    );
  });

  it('says when the file has a closing that the log has not, and changes nothing', () => {
    const register = write(new Register(), 'import', plan(tableOf(headers, 'A|2026-03-02||||')).facts);
    const { facts, unchanged, odd } = plan(tableOf(headers, 'A|2026-03-02|2026-03-03|yes||'), register);
    assert.deepEqual([facts, unchanged], [[], 1]);
    assert.deepEqual(odd, [{ row: 2, reason: { odd: 'openInLog', closedOn: '2026-03-03' } }]);
  });

  it('leaves an item that was closed or edited since as it is', () => {
    const table = tableOf(headers, 'A|2026-03-02||||');
    const register = write(new Register(), 'import', plan(table).facts);
    const [item = ''] = register.items.keys();
    write(register, 'edit', [
      { type: 'itemEdited', item, title: 'Another title', askedOn: '2026-03-01' },
      { type: 'itemDecided', item, outcome: 'yes', decidedOn: '2026-03-04' },
    ]);
    assert.deepEqual(counts(plan(table, register)), [0, 1, 0]);
    assert.deepEqual(plan(table, register).odd, []);
    const { odd } = plan(tableOf(headers, 'A|2026-03-02|2026-03-03|no||'), register);
    const reason = { odd: 'closedOtherDayInLog', closedOn: '2026-03-03', inLog: '2026-03-04' };
    assert.deepEqual(odd, [{ row: 2, reason }]);
  });

  it('adds everything again after one undo took it back', () => {
    const table = tableOf(headers, 'A|2026-03-02||||', 'B|2026-03-02|2026-03-03|yes||');
    const register = write(new Register(), 'import', plan(table).facts);
    write(register, 'undo', [{ type: 'actUndone', undoes: 'import' }]);
    assert.equal(register.items.size, 0);
    const again = plan(table, register);
    assert.deepEqual(counts(again), [2, 0, 0]);
    write(register, 'again', again.facts);
    assert.deepEqual(
      [...register.items.values()].map(({ closing }) => closing?.on),
      [undefined, '2026-03-03'],
    );
    assert.deepEqual(counts(plan(table, register)), [0, 2, 0]);
  });

  it('gives rows that are the same an item each, and says so', () => {
    const table = tableOf(headers, 'A|2026-03-02||||', 'A|2026-03-02||||');
    const { added, odd } = plan(table);
    assert.deepEqual([added, odd], [2, [{ row: 3, reason: { odd: 'repeatsRow', row: 2 } }]]);
  });
});

describe('any table at all', () => {
  const cell = (...common: string[]) => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...common) }, fc.string());
  const row = fc.record({
    title: cell('A', 'a', 'B', ''),
    kind: cell('', '', 'approval', 'dependency'),
    askedOn: cell('2026-03-02', '2.3.2026', '1/2/2026', '', '2026-03-09'),
    closedOn: cell('', '', '2026-03-02', '2026-03-04', '2026-02-01'),
    waiting: cell('', 'anna', 'anna; sam'),
    link: cell('', '', 'https://x.test'),
  });
  const fields = ['title', 'kind', 'askedOn', 'closedOn', 'waiting', 'link'] as const;
  const tables = fc.array(row, { maxLength: 12 }).map((rows) =>
    tableWith(
      fields,
      rows.map((cells) => fields.map((field) => cells[field])),
    ),
  );
  const shuffled = fc.tuple(tables, fc.infiniteStream(fc.nat())).map(([table, numbers]): [CsvTable, CsvTable] => {
    const keyed = table.rows.map((row) => ({ row, place: numbers.next().value }));
    const rows = keyed.toSorted((a, b) => a.place - b.place).map(({ row }, index) => ({ ...row, line: index + 2 }));
    return [table, { ...table, rows }];
  });

  it('has each of its rows counted once, and each odd row among those that are in', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const { added, unchanged, refused, odd } = plan(table);
        assert.equal(added + unchanged + refused.length, table.rows.length);
        const refusedRows = new Set(refused.map(({ row }) => row));
        assert.equal(refusedRows.size, refused.length);
        assert.ok(odd.every(({ row }) => !refusedRows.has(row)));
      }),
    );
  });

  it('adds nothing the second time, in whatever order its rows stand, and nothing is odd about that', () => {
    fc.assert(
      fc.property(shuffled, ([table, reordered]) => {
        const first = plan(table);
        const register = write(new Register(), 'import', first.facts);
        assert.equal(register.items.size, first.added);
        const second = plan(reordered, register);
        assert.deepEqual(counts(second), [0, first.added, first.refused.length]);
        assert.deepEqual([second.facts, second.odd], [[], []]);
      }),
      { numRuns: 300 },
    );
  });

  it('is one set of items when two machines import it in different orders', () => {
    fc.assert(
      fc.property(shuffled, ([table, reordered]) => {
        const items = (table: CsvTable) => new Set(plan(table).facts.map((fact) => 'item' in fact && fact.item));
        assert.deepEqual(items(table), items(reordered));
      }),
    );
  });

  it('is quick with ten thousand rows, even when all are the same', () => {
    for (const titleOf of [(index: number) => `Item ${index}`, () => 'The same']) {
      const rows = Array.from({ length: 10_000 }, (_, index) => `${titleOf(index)}|2026-03-02|||anna; sam|`);
      const table = tableOf('title|askedOn|closedOn|outcome|waiting|link', ...rows);
      const time = cpuTimeInMs(() => {
        const register = write(new Register(), 'import', plan(table).facts);
        assert.deepEqual(counts(plan(table, register)), [0, 10_000, 0]);
      });
      // Linear work takes a fiftieth of this; quadratic work many times as long.
      assert.ok(time < 10_000, `${time} ms`);
    }
  });
});
