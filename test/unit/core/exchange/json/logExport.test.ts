import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../../src/core/board/board.ts';
import type { Entry } from '../../../../../src/core/entries/entry.ts';
import { exportLog } from '../../../../../src/core/exchange/json/logExport.ts';
import { type LogImportPlan, planLogImport } from '../../../../../src/core/exchange/json/planLogImport.ts';
import { readLogExport, type ReadExport } from '../../../../../src/core/exchange/json/readLogExport.ts';
import { computeFriction } from '../../../../../src/core/figures/friction.ts';
import { computeScorecard } from '../../../../../src/core/figures/scorecard.ts';
import { encodeContent } from '../../../../../src/core/entries/line.ts';
import { lastActOf } from '../../../../../src/core/register/acts.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import { sayEntryRefusal, sayExportFault } from '../../../../../src/core/exchange/json/logImportText.ts';
import { buildWorkBoard } from '../../../../../src/core/assignments/workBoard.ts';
import { anyDay, anyEnvelope, anyFact } from '../../../../support/anyFact.ts';
import { captured, decided, logged } from '../../../../support/facts.ts';
import { contents } from '../../../../support/entryStores.ts';
import { usualPolicy as policy } from '../../../../support/policy.ts';

const today = '2026-03-20';
const now = new Date('2026-03-20T09:00:00.000Z');

function registerOf(entries: readonly Entry[]): Register {
  const register = new Register();
  // As read from disk: with the version of the line and without undefined fields.
  register.add(entries.map((entry) => JSON.parse(encodeContent(entry, entry)) as Entry));
  return register;
}

function exported(register: Register, newer = 0): string {
  return exportLog(register, now, { newer, damaged: 0 }).text;
}

function read(text: string): ReadExport {
  const result = readLogExport(text, now);
  assert.ok(typeof result !== 'string', JSON.stringify(result));
  return result;
}

function plan(text: string, register: Register): LogImportPlan {
  return planLogImport(read(text), { register, fileName: 'old.json', today });
}

/** Applies an import plan, as the store does. */
function take(register: Register, { facts }: LogImportPlan, act: string): Register {
  const entries = facts.map((fact): Entry =>
    'clock' in fact
      ? { ...fact, importedBy: act }
      : { ...fact, ...envelope(register, act), act, device: 'this-machine', loggedAt: now.toISOString() },
  );
  register.add(entries);
  return register;
}

function envelope(register: Register, act: string): { id: string; clock: string } {
  return { id: `of-${act}`, clock: `0199${register.entryCount.toString(16).padStart(8, '0')}-0000` };
}

function undo(register: Register, act: string): void {
  const fields = { ...envelope(register, `undo-${act}`), act: `undo-${act}`, device: 'this-machine' };
  register.add([{ type: 'actUndone', undoes: act, ...fields, loggedAt: now.toISOString() }]);
}

/** All views that are computed from a register. */
function allViews(register: Register): unknown {
  const board = buildBoard(register.items, today, policy);
  return {
    items: contents(register),
    assignments: [...register.assignments.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    priorities: register.priorities,
    board,
    work: buildWorkBoard(register, board, policy),
    scorecard: computeScorecard(board, policy),
    friction: computeFriction(board, policy),
  };
}

describe('a log that is exported and taken in again', () => {
  const names = fc.constantFrom('a', 'b', 'c');
  const acts = fc.constantFrom('act-1', 'act-2', 'act-3');
  const anyEntries = fc
    .array(fc.tuple(anyFact(names, acts, anyDay('2026-02-20', '2026-03-25')), anyEnvelope(acts)), { maxLength: 25 })
    .map((pairs) => pairs.map(([fact, envelope], index): Entry => ({ ...envelope, ...fact, id: `entry-${index}` })));
  const capturedFirst = logged(...['a', 'b', 'c'].map((item) => captured({ item, waiting: ['anna'] })));
  const anyLog = anyEntries.map((entries) => [...capturedFirst, ...entries]);

  it('gives the same board, the same figures and the same history, what was undone included', () => {
    fc.assert(
      fc.property(anyLog, (entries) => {
        const register = registerOf(entries);
        const imported = plan(exported(register), new Register());
        assert.deepEqual([imported.added, imported.refused, imported.newer], [register.entryCount, [], 0]);
        const copy = take(new Register(), imported, 'import');
        assert.deepEqual(allViews(copy), allViews(register));
        // In the other direction, everything is unchanged but for the act of importing.
        const again = plan(exported(copy), register);
        assert.deepEqual([again.added, again.unchanged], [1, register.entryCount]);
      }),
      { numRuns: 200 },
    );
  });

  it('adds nothing the second time, however a program has ordered its fields', () => {
    const register = registerOf(logged(captured(), decided));
    const turned = JSON.stringify(JSON.parse(exported(register)), (_, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    );
    const imported = plan(turned, register);
    assert.deepEqual([imported.added, imported.unchanged, imported.facts], [0, 2, []]);
  });

  it('merges: two machines that import the same file hold each entry once', () => {
    const text = exported(registerOf(logged(captured(), decided)));
    const [first, second] = ['first', 'second'].map((act) => take(new Register(), plan(text, new Register()), act));
    const shared = new Register();
    shared.add([...first!.entries, ...second!.entries]);
    assert.equal(shared.entryCount, 2 + 2);
    assert.equal(shared.items.size, 1);
  });

  it('goes out again with one undo, and in again with another import', () => {
    const text = exported(registerOf(logged(captured({ device: 'old' }))));
    const register = take(new Register(), plan(text, new Register()), 'import');
    assert.equal(lastActOf(register, 'this-machine')?.id, 'import');
    undo(register, 'import');
    assert.equal(register.items.size, 0);
    assert.equal(plan(exported(register), new Register()).items, 0, 'nor is it in what is exported now');
    const again = plan(text, register);
    assert.equal(again.added, 1);
    assert.equal(take(register, again, 'again').items.size, 1);
  });

  it('says how many acts of the log an undo in the file takes back', () => {
    const register = registerOf(logged(captured(), decided));
    const other = registerOf([
      ...logged(captured(), decided),
      ...logged({ type: 'actUndone', undoes: 'act-2', id: 'undo', act: 'undo', clock: '0199ffffffff-0000' }),
    ]);
    const { added, unchanged, undoneActs } = plan(exported(other), register);
    assert.deepEqual([added, unchanged, undoneActs], [1, 2, 1]);
  });
});

describe('a file that is no log, or not only', () => {
  const entry = logged(captured())[0]!;
  const file = (entries: readonly unknown[], more: object = {}) =>
    JSON.stringify({ format: 'pacesetter-log', version: 1, leftOut: { newer: 0, damaged: 0 }, entries, ...more });
  const readText = (text: string) => readLogExport(text, now);

  it('is refused as a whole with what is wrong', () => {
    const faults: readonly [string, string][] = [
      ['', 'notJson'],
      ['{"format":', 'notJson'],
      ['null', 'notAnExport'],
      ['[]', 'notAnExport'],
      ['{"format":"pacesetter-log","version":1}', 'notAnExport'],
      ['{"format":"pacesetter-log","version":"1","entries":[]}', 'notAnExport'],
      ['{"format":"other","version":1,"entries":[]}', 'notAnExport'],
      ['{"format":"pacesetter-log","version":2,"entries":[]}', 'newerFormat'],
      [`{"format":"pacesetter-log","version":1,"entries":[${'0,'.repeat(1_000_000)}0]}`, 'tooMany'],
    ];
    for (const [text, fault] of faults) {
      assert.equal(readText(text), fault, text.slice(0, 60));
      assert.match(sayExportFault(fault as 'notJson', 'x.json'), /^x\.json .*\.$/);
    }
  });

  it('has its bad entries listed with the reason, and the rest goes in', () => {
    const entries = [
      entry,
      { ...entry, id: 'far', clock: 'dfffffffffff-0000' },
      { ...entry, id: '' },
      null,
      { ...entry, id: 'long', note: 'x'.repeat(100_001) },
      { ...entry, title: 'Another under its id' },
      { v: 2, type: 'itemCaptured', id: 'newer' },
      { ...entry, v: 1, id: 'unknown', type: 'itemSung' },
      { ...entry, v: 1, id: 'fine' },
    ].map((entry) => (entry !== null && !('v' in entry) ? { v: 1, ...entry } : entry));
    const { added, refused, newer } = plan(file(entries, { leftOut: { newer: 3 } }), new Register());
    assert.deepEqual([added, newer], [2, 5]);
    assert.deepEqual(
      refused.map(({ row, reason }) => [row, reason.refused]),
      [
        [2, 'clockAhead'],
        [3, 'wrongShape'],
        [4, 'wrongShape'],
        [5, 'tooLong'],
        [6, 'idTaken'],
      ],
    );
    for (const { reason } of refused) assert.match(sayEntryRefusal(reason), /^[A-Z].*\.$/);
  });

  it('never replaces an entry of the log by another under its id', () => {
    const register = registerOf([entry]);
    const { added, refused } = plan(file([{ v: 1, ...entry, title: 'Mine now' }]), register);
    assert.deepEqual([added, refused], [0, [{ row: 1, reason: { refused: 'idTaken', where: 'log' } }]]);
  });

  it('knows a fact of the outside that both machines wrote down', () => {
    const [here] = logged(captured({ via: 'github' })) as [Entry];
    const there = { v: 1, ...here, device: 'desktop', clock: '0199ffffffff-0000', askedOn: '2026-03-03' };
    const { added, unchanged, refused } = plan(file([there]), registerOf([here]));
    assert.deepEqual([added, unchanged, refused], [0, 1, []]);
  });

  it('is survived when it is nested without end', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const text = `{"format":"pacesetter-log","version":1,"entries":[${deep}]}`;
    const { added, refused } = plan(text, new Register());
    assert.deepEqual([added, refused.length], [0, 1]);
  });

  it('says of anything at all either what is wrong or what would go in', () => {
    const almost = fc.oneof(
      fc.json(),
      fc.array(fc.oneof(fc.jsonValue(), fc.constant({ v: 1, ...entry })), { maxLength: 5 }).map((list) => file(list)),
    );
    fc.assert(
      fc.property(almost, (text) => {
        const answer = readText(text);
        if (typeof answer === 'string') return;
        const { added, unchanged, refused, newer } = planLogImport(answer, {
          register: new Register(),
          fileName: 'x',
          today,
        });
        const count = (JSON.parse(text) as { entries: unknown[] }).entries.length;
        assert.equal(added + unchanged + refused.length + newer, count);
      }),
    );
  });
});
