import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import type { Fact } from '../../../../../src/core/entries/entry.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import { sayEntry } from '../../../../../src/core/reports/historyText.ts';
import { inTimeZone } from '../../../../support/timeZone.ts';
import { plan, tableOf, today, write } from './importing.ts';

const headers = 'sourceKey|title|askedOn|closedOn|status|outcome|note|link';
const table = (...rows: readonly string[]) => tableOf(headers, ...rows);
const imported = (...rows: readonly string[]) => write(new Register(), 'import', plan(table(...rows)).facts);
const open = 'PAY-1|Pick a bank|2026-03-02|||||';
const closed = 'PAY-1|Pick a bank|2026-03-02|2026-03-03|Done|A||';

function counts({ added, corrected, unchanged, refused }: ReturnType<typeof plan>): number[] {
  return [added, corrected, unchanged, refused.length];
}

function again(register: Register, row: string): { items: object[]; odd: string[]; counts: number[] } {
  const second = plan(table(row), register);
  write(register, 'again', second.facts);
  const items = [...register.items.values()].map(({ title, askedOn, closing }) => ({ title, askedOn, ...closing }));
  return { items, odd: second.odd.map(({ reason }) => reason.odd), counts: counts(second) };
}

describe('the key of a ticket', () => {
  it('is kept with its tool', () => {
    const [item] = imported(open).items.values();
    assert.deepEqual([item?.sourceSystem, item?.sourceKey], ['csv', 'PAY-1']);
  });

  it('recognises a row whose title, days, outcome and note have changed, and corrects what the import left', () => {
    const register = imported(`${closed.slice(0, -1)}old|`);
    const { items, odd, counts } = again(
      register,
      'PAY-1|Pick another bank|2026-03-01|2026-03-04|Canceled|Both shut|new|https://x.test',
    );
    const closing = { how: 'withdrawn', on: '2026-03-04', reason: 'Both shut' };
    assert.deepEqual(items, [{ title: 'Pick another bank', askedOn: '2026-03-01', ...closing }]);
    assert.deepEqual([odd, counts], [[], [0, 1, 0, 0]]);
    const [item] = register.items.values();
    assert.deepEqual([item?.note, item?.link], ['new', 'https://x.test']);
    assert.equal(item?.firstPromisedOn, '2026-03-03', 'as if it had been imported like this');

    write(register, 'undo', [{ type: 'actUndone', undoes: 'again' }]);
    const [before] = register.items.values();
    assert.deepEqual([before?.title, before?.closing?.on, before?.note], ['Pick a bank', '2026-03-03', 'old']);
  });

  it('is told in the history, also where an import only closed the item', () => {
    const register = imported(open);
    again(register, closed);
    const [item] = register.items.values();
    assert.deepEqual(
      item?.history.map((entry) => sayEntry(entry, today, String)),
      ['imported from asked.csv as PAY-1, promised Wed 4 Mar', 'edited: source PAY-1', 'decided on Tue 3 Mar: A'],
    );
  });

  it('changes nothing where the file says the same, or says less', () => {
    const register = imported('PAY-1|Pick a bank|2026-03-02|2026-03-03|Done|A|old|https://x.test');
    const less = plan(tableOf('sourceKey|title|askedOn|closedOn', 'PAY-1|Pick a bank|2026-03-02|2026-03-03'), register);
    assert.deepEqual([less.facts, counts(less)], [[], [0, 0, 1, 0]]);
  });

  it('leaves alone what somebody has changed since', () => {
    const register = imported(closed);
    const [item = ''] = register.items.keys();
    write(register, 'edit', [{ type: 'itemEdited', item, title: 'Our words' }]);
    const { items } = again(register, 'PAY-1|Their words|2026-03-01|2026-03-03|Done|A||');
    assert.deepEqual(items, [
      { title: 'Our words', askedOn: '2026-03-01', how: 'decided', on: '2026-03-03', outcome: 'A', because: undefined },
    ]);
  });

  it('closes an item that nobody has touched, and only says it of another', () => {
    const untouched = again(imported(open), closed);
    assert.deepEqual([untouched.items.length, untouched.counts, untouched.odd], [1, [0, 1, 0, 0], []]);
    assert.deepEqual(untouched.items, [
      {
        title: 'Pick a bank',
        askedOn: '2026-03-02',
        how: 'decided',
        on: '2026-03-03',
        outcome: 'A',
        because: undefined,
      },
    ]);
    const register = imported(open);
    const [item = ''] = register.items.keys();
    write(register, 'seen', [{ type: 'itemAcknowledged', item, acknowledgedOn: '2026-03-03' }]);
    const touched = again(register, closed);
    assert.deepEqual([touched.items, touched.odd], [[{ title: 'Pick a bank', askedOn: '2026-03-02' }], ['openInLog']]);
  });

  it('keeps the day that was asked on GitHub, and closes nothing that waits there', () => {
    const row = 'PAY-1|Limits|2026-03-03|||||https://github.com/acme/shop/pull/1';
    const register = imported(row);
    const [item = ''] = register.items.keys();
    const request = { sourceSystem: 'github.com', sourceKey: 'PR_1', via: 'github' };
    write(register, 'recognised', [{ type: 'itemEdited', item, askedOn: '2026-03-02', ...request }]);
    assert.deepEqual(plan(table(row), register).facts, []);
    const closed = 'PAY-1|Limits|2026-03-03|2026-03-04|Done|A||https://github.com/acme/shop/pull/1';
    const { items, odd } = again(register, closed);
    assert.deepEqual([items, odd], [[{ title: 'Limits', askedOn: '2026-03-02' }], ['openInLog']]);
  });

  it('doubles no request that came from GitHub and waits', () => {
    const register = new Register();
    const rows = [
      'approval|GH-1|Limits|2026-03-03|https://github.com/acme/shop/pull/1/files',
      'decision|GH-2|Other|2026-03-03|https://github.com/Acme/shop/pull/1',
      'dependency|GH-3|Limits of theirs|2026-03-03|https://github.com/acme/shop/pull/1',
      'approval|GH-4|Next|2026-03-03|https://github.com/acme/shop/pull/12',
      'decision|GH-5|A comment|2026-03-03|https://github.com/acme/shop/pull/1#discussion_r12',
    ];
    const file = tableOf('kind|sourceKey|title|askedOn|link', ...rows);
    write(register, 'arrived', [
      {
        ...{ type: 'itemCaptured', item: 'request', kind: 'approval', title: 'Rate limits', askedOn: '2026-03-02' },
        ...{ promisedOn: '2026-03-03', target: 1, link: 'https://github.com/acme/shop/pull/1' },
        ...{ sourceSystem: 'github.com', sourceKey: 'PR_1', via: 'github' },
      },
    ]);
    const first = plan(file, register);
    const reason = { refused: 'arrivedAlready', title: 'Rate limits' };
    assert.deepEqual(first.refused, [
      { row: 2, reason },
      { row: 3, reason },
    ]);
    assert.equal(first.added, 3);
    write(register, 'decided', [{ type: 'itemDecided', item: 'request', outcome: 'A', decidedOn: '2026-03-04' }]);
    assert.deepEqual(counts(plan(file, register)), [5, 0, 0, 0]);
  });

  it('corrects a closing that an earlier import brought, and none of the leader', () => {
    const register = imported(open);
    again(register, closed);
    assert.deepEqual(plan(table(closed), register).facts, []);
    const later = again(register, closed.replace('03-03', '03-04'));
    assert.deepEqual([later.counts, later.odd], [[0, 1, 0, 0], []]);

    const own = imported(open);
    const [item = ''] = own.items.keys();
    write(own, 'decide', [{ type: 'itemDecided', item, outcome: 'B', decidedOn: '2026-03-04' }]);
    const { items, odd } = again(own, closed);
    assert.deepEqual([items.length, odd], [1, ['closedOtherDayInLog']]);
    assert.equal([...own.items.values()][0]?.closing?.on, '2026-03-04');
  });

  it('leaves days that would contradict what was changed here', () => {
    const register = imported(closed);
    const [item = ''] = register.items.keys();
    write(register, 'edit', [{ type: 'itemEdited', item, askedOn: '2026-03-03' }]);
    const earlier = again(register, 'PAY-1|Pick a bank|2026-02-02|2026-02-03|Done|A||');
    assert.deepEqual(earlier.odd, ['closedOtherDayInLog']);

    const own = imported('PAY-1|Pick a bank|2026-02-02|||||');
    const [mine = ''] = own.items.keys();
    write(own, 'decide', [{ type: 'itemDecided', item: mine, outcome: 'B', decidedOn: '2026-02-04' }]);
    again(own, 'PAY-1|Pick a bank|2026-03-02|2026-03-03|Done|A||');
    for (const { askedOn, closing } of [...register.items.values(), ...own.items.values()]) {
      assert.ok(askedOn <= (closing?.on ?? ''), `${askedOn} ${closing?.on}`);
    }
  });

  it('never reopens, and says that the ticket is open again', () => {
    const { items, odd, counts } = again(imported(closed), open);
    assert.deepEqual([items.length, odd, counts], [1, ['openInFile'], [0, 0, 1, 0]]);
  });

  it('is refused a second time in one file', () => {
    const { refused, added } = plan(table(open, open.replace('bank', 'post')));
    assert.deepEqual(refused, [{ row: 3, reason: { refused: 'repeatsKey', key: 'PAY-1', row: 2 } }]);
    assert.equal(added, 1);
  });

  it('is none where a spreadsheet has made a number of it', () => {
    const rows = [open, open].map((row) => row.replace('PAY-1', '1.20936E+15'));
    assert.deepEqual(counts(plan(table(...rows))), [2, 0, 0, 0]);
    assert.ok(plan(table(...rows)).facts.every((fact) => !('sourceKey' in fact)));
  });

  it('of a number is that of another project where neither title nor asked day agree', () => {
    const [one, other] = ['12|Pick a bank|2026-03-02|||||', '12|Paint the hall|2026-01-15|||||'];
    const register = imported(one);
    assert.deepEqual(counts(plan(table(other), register)), [1, 0, 0, 0]);
    write(register, 'other', plan(table(other), register).facts);
    for (const row of [one, other]) assert.deepEqual(counts(plan(table(row), register)), [0, 0, 1, 0]);
    const renamed = plan(table(other.replace('hall', 'wall')), register);
    assert.deepEqual(counts(renamed), [0, 1, 0, 0]);
  });

  it('is added to an item that was imported before keys were kept', () => {
    const register = write(new Register(), 'old', plan(tableOf('title|askedOn|link', 'Pick a bank|2026-03-02|')).facts);
    const { items, counts } = again(register, open);
    assert.deepEqual([items.length, counts], [1, [0, 1, 0, 0]]);
    assert.equal([...register.items.values()][0]?.sourceKey, 'PAY-1');
    assert.deepEqual(plan(table(open), register).facts, []);
  });

  it('does not move a day because the leader has travelled', () => {
    const row = 'PAY-1|Pick a bank|2026-03-02T23:30:00Z|2026-03-03T23:30:00Z|Done|A||';
    const register = inTimeZone('Europe/Berlin', () => imported(row));
    assert.equal([...register.items.values()][0]?.askedOn, '2026-03-03');
    inTimeZone('America/New_York', () => assert.deepEqual(plan(table(row), register).facts, []));
    const moved = inTimeZone('America/New_York', () =>
      plan(table(row.replace('03-03T', '02-26T').replace('03-02', '02-24')), register),
    );
    assert.deepEqual(counts(moved), [0, 1, 0, 0]);
  });

  const cell = (...values: string[]) => fc.constantFrom(...values);
  const ticket = fc
    .tuple(
      cell('PAY-1', 'PAY-2', '7', '8', ''),
      cell('A', 'B'),
      cell('2026-03-01', '2026-02-02', ''),
      cell('', '2026-03-03', '2026-03-04'),
      cell('', 'Done', 'Canceled'),
      cell('', 'yes', 'Duplicate'),
      cell('', 'n'),
    )
    .map((cells) => `${cells.join('|')}|`);
  const tickets = fc.array(ticket, { maxLength: 6 });

  it('makes the log say what the file says, whatever it said before, and then nothing is left to correct', () => {
    fc.assert(
      fc.property(tickets, tickets, (before, after) => {
        const register = imported(...before);
        const second = plan(table(...after), register);
        assert.equal(
          second.added + second.corrected + second.unchanged + second.refused.length,
          after.length,
          'each row is counted once',
        );
        write(register, 'again', second.facts);
        const third: readonly Fact[] = plan(table(...after), register).facts;
        assert.deepEqual(third, []);
      }),
      { numRuns: 500 },
    );
  });

  it('asked today without a day stays the day of its first import', () => {
    const register = imported('PAY-1|Pick a bank||||||');
    assert.deepEqual(plan(table('PAY-1|Pick a bank||||||'), register, {}, '2026-03-06').facts, []);
    assert.equal([...register.items.values()][0]?.askedOn, today);
  });
});
