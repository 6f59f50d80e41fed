import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Board } from '../../src/core/board/board.ts';
import type { BoardRow } from '../../src/core/board/row.ts';
import type { WorkBoard } from '../../src/core/assignments/workBoard.ts';

/** Calls a public command as another extension would. */
async function call<T>(command: string, argument: object = {}): Promise<T> {
  return (await vscode.commands.executeCommand(`pacesetter.${command}`, argument)) as T;
}

async function rowOf(id: string, today?: string): Promise<BoardRow | undefined> {
  const board = await call<Board>('getBoard', today === undefined ? {} : { today });
  return board.rows.find((row) => row.id === id);
}

async function capture(fields: object): Promise<string> {
  return (await call<{ id: string }>('capture', fields)).id;
}

describe('the public commands', () => {
  it('capture an item from fields, with its promise from the target', async () => {
    const id = await capture({
      title: '  Pick   a vendor ',
      door: 'one-way',
      askedOn: '2026-11-02',
      askedBy: 'lee',
      waiting: ['anna', '@sam', 'anna'],
      tags: ['platform'],
      note: 'two lines\nof it',
    });
    const row = await rowOf(id, '2026-11-16');
    assert.ok(row);
    const { title, kind, door, askedOn, promisedOn, waiting, workingDaysWaited, personDays, overdue, daysOver } = row;
    assert.deepEqual(
      { title, kind, door, askedOn, promisedOn, waiting, workingDaysWaited, personDays, overdue, daysOver },
      {
        title: 'Pick a vendor',
        kind: 'decision',
        door: 'one-way',
        askedOn: '2026-11-02',
        promisedOn: '2026-11-09',
        waiting: ['anna', 'sam'],
        workingDaysWaited: 10,
        personDays: 20,
        overdue: true,
        daysOver: 5,
      },
    );
  });

  it('count a person once whatever the case of the name', async () => {
    const id = await capture({ title: 'Twice Anna', waiting: ['Anna', 'anna', 'sam'] });
    await call('changeWaiting', { id, add: ['SAM', 'Ida'], remove: ['ANNA'] });
    assert.deepEqual((await rowOf(id))?.waiting, ['sam', 'Ida']);
  });

  it('hand out a copy of the board', async () => {
    const board = await call<Board>('getBoard');
    (board.rows as BoardRow[]).length = 0;
    assert.ok((await call<Board>('getBoard')).rows.length > 0);
  });

  it('capture an item from one line of text', async () => {
    const id = await capture({ text: 'Access to billing owes @ops asked 2026-11-02 by 2026-11-20 @anna #billing' });
    const row = await rowOf(id);
    assert.equal(row?.title, 'Access to billing');
    assert.equal(row.kind, 'dependency');
    assert.equal(row.owedBy, 'ops');
    assert.equal(row.promisedOn, '2026-11-20');
    assert.deepEqual(row.tags, ['billing']);
  });

  it('decide with an outcome, undo it and say what was undone', async () => {
    const id = await capture({ title: 'Keep the old API', askedOn: '2026-11-02' });
    await call('decide', { id, outcome: 'Yes', because: 'two customers', decidedOn: '2026-11-04' });
    const decided = await rowOf(id);
    assert.deepEqual(decided?.closing, { how: 'decided', on: '2026-11-04', outcome: 'Yes', because: 'two customers' });
    assert.equal(decided.ageInDays, 3);
    const { undone } = await call<{ undone: string }>('undo');
    assert.equal(undone, 'Undone: Decided “Keep the old API”');
    assert.equal((await rowOf(id))?.closing, undefined);
  });

  it('clear, withdraw, reopen, edit, change who waits and move a promise', async () => {
    const dependency = await capture({ title: 'Keys from IT', kind: 'dependency', owedBy: 'it' });
    await call('clear', { id: dependency, note: 'They came by post' });
    assert.equal((await rowOf(dependency))?.closing?.how, 'cleared');
    await call('reopen', { id: dependency, reason: 'Wrong keys' });
    assert.equal((await rowOf(dependency))?.closing, undefined);
    await call('edit', { id: dependency, title: 'Other keys from IT', link: 'https://example.org/1', owedBy: null });
    await call('changeWaiting', { id: dependency, add: ['kim', 'mo'] });
    await call('changeWaiting', { id: dependency, remove: ['kim'] });
    await call('movePromise', { id: dependency, promisedOn: '2099-01-05', reason: 'Post is slow' });
    const row = await rowOf(dependency);
    assert.equal(row?.title, 'Other keys from IT');
    assert.equal(row.owedBy, undefined);
    assert.equal(row.link, 'https://example.org/1');
    assert.deepEqual(row.waiting, ['mo']);
    assert.equal(row.promisedOn, '2099-01-05');
    assert.equal(row.slips, 1);
    await call('withdraw', { id: dependency, reason: 'Nobody needs keys' });
    assert.equal((await rowOf(dependency))?.closing?.how, 'withdrawn');
  });

  it('acknowledge, send back, take back, hold on purpose and hand over', async () => {
    const id = await capture({ title: 'A long life', askedOn: '2026-11-02', askedBy: 'lee', waiting: ['anna'] });
    await call('acknowledge', { id, note: 'seen' });
    assert.equal((await rowOf(id))?.state, 'drifting');
    await assert.rejects(call('acknowledge', { id }), /was already answered on/);
    await call('sendBack', { id, question: 'Which one?' });
    const sentBack = await rowOf(id);
    assert.deepEqual([sentBack?.state, sentBack?.ball, sentBack?.overdue], ['sentBack', 'asker', false]);
    assert.deepEqual([sentBack?.turns[0]?.name, sentBack?.turns[0]?.words], ['lee', 'Which one?']);
    await assert.rejects(
      call('deliberate', { id, question: 'Why?', until: '2099-01-05' }),
      /was sent back to Lee, whose move it is/,
    );
    await call('markReturned', { id, answer: 'The first' });
    await call('deliberate', { id, question: 'Is it legal?', until: '2099-01-05' });
    const held = await rowOf(id);
    assert.deepEqual([held?.state, held?.overdue, held?.drifting, held?.slips], ['deliberating', true, false, 1]);
    await call('handOver', { id, to: '@tom' });
    const given = await rowOf(id);
    assert.deepEqual([given?.state, given?.turns.at(-1)?.name], ['handedOver', 'tom']);
    await assert.rejects(call('movePromise', { id, promisedOn: '2099-01-06', reason: 'r' }), /handed over to Tom/);
    await call('decide', { id, outcome: 'Tom says yes' });
    assert.equal((await rowOf(id))?.state, 'closed');
  });

  it('block, verify and unblock; a blocker that closes frees at once, and a circle is refused with its chain', async () => {
    const [first, second] = [await capture({ title: 'First' }), await capture({ title: 'Second' })];
    await call('block', { id: second, blocker: first });
    assert.deepEqual(
      (await rowOf(second))?.blockedBy.map(({ title }) => title),
      ['First'],
    );
    assert.deepEqual(
      (await rowOf(first))?.blocks.map(({ title }) => title),
      ['Second'],
    );
    await call('verifyBlocker', { id: second, blocker: first });
    await assert.rejects(call('block', { id: first, blocker: second }), /“First” → “Second” → “First”/);
    await assert.rejects(call('block', { id: first, blocker: first }), /cannot block itself/);
    await call('decide', { id: first, outcome: 'Done' });
    assert.deepEqual([(await rowOf(second))?.state, (await rowOf(second))?.blockedBy], ['waiting', []]);
    await call('reopen', { id: first, reason: 'Not done' });
    assert.equal((await rowOf(second))?.state, 'blocked');
    await call('unblock', { id: second, blocker: first });
    assert.equal((await rowOf(second))?.state, 'waiting');
  });

  it('chase a dependency, and let a default take effect only once it is confirmed', async () => {
    const dependency = await capture({ title: 'Logs from IT', owedBy: 'it' });
    await call('chase', { id: dependency, note: 'next week' });
    assert.deepEqual(
      (await rowOf(dependency))?.chases.map(({ whom, note }) => [whom, note]),
      [['it', 'next week']],
    );
    const id = await capture({ title: 'Which colour' });
    const { today } = await call<Board>('getBoard');
    await call('stateDefault', { id, outcome: 'blue', takesEffectOn: '2099-01-05' });
    await assert.rejects(call('confirmDefault', { id }), /takes effect on Mon 5 Jan 2099/);
    await call('dropDefault', { id });
    await assert.rejects(call('confirmDefault', { id }), /has no default/);
    await call('stateDefault', { id, outcome: 'green', takesEffectOn: today });
    assert.deepEqual([(await rowOf(id))?.isDefaultDue, (await rowOf(id))?.closing], [true, undefined]);
    await call('confirmDefault', { id });
    // Stated on its own day, it is a decision.
    assert.deepEqual((await rowOf(id))?.closing, { how: 'decided', on: today, outcome: 'green', because: undefined });
  });

  it('decide with a check day, set another, and answer it; a reversal returns the item it opened', async () => {
    const { today } = await call<Board>('getBoard');
    const id = await capture({ title: 'Will it hold', waiting: ['anna'] });
    await call('decide', { id, outcome: 'Yes', checkOn: '2099-01-05' });
    assert.equal((await rowOf(id))?.state, 'closed');
    await call('setCheckDay', { id, checkOn: today });
    assert.equal((await rowOf(id))?.state, 'checkDue');
    await call('answerCheck', { id, answer: 'held', note: 'it did' });
    assert.equal((await rowOf(id))?.state, 'closed');
    const { successor } = await call<{ successor: string }>('answerCheck', {
      id,
      answer: 'reversed',
      reason: 'it did not',
      title: 'What now',
    });
    const [old, next] = [await rowOf(id), await rowOf(successor)];
    assert.deepEqual(old?.reversedBy, { id: successor, title: 'What now' });
    assert.deepEqual([next?.reverses, next?.waiting], [{ id, title: 'Will it hold' }, ['anna']]);
    await call('undo');
    assert.deepEqual([(await rowOf(successor)) ?? 'gone', (await rowOf(id))?.check?.answer?.how], ['gone', 'held']);
  });

  it('say what is expected with how sure one is and a check day, and what a reversal cost', async () => {
    const id = await capture({ title: 'Will it help' });
    const decide = { id, outcome: 'Yes', expect: 'half the tickets' };
    await assert.rejects(call('decide', { ...decide, checkOn: '2099-01-05' }), /or neither/);
    await assert.rejects(call('decide', { ...decide, sureness: 70 }), /needs a check day/);
    await assert.rejects(
      call('decide', { ...decide, checkOn: '2099-01-05', sureness: 70.5 }),
      /from 50 to 99, not 70\.5/,
    );
    await assert.rejects(call('decide', { ...decide, sureness: 'sure' }), /sureness must be a whole number of percent/);
    await call('decide', { ...decide, checkOn: '2099-01-05', sureness: 70 });
    const { closing } = (await rowOf(id)) ?? {};
    assert.deepEqual(closing?.how === 'decided' && closing.expectation, { expect: 'half the tickets', sureness: 70 });
    const reversal = { id, answer: 'reversed', reason: 'it did not' };
    await assert.rejects(call('answerCheck', { ...reversal, reworkInDays: -1 }), /0 to 1,000 working days, not -1/);
    await assert.rejects(
      call('answerCheck', { id, answer: 'held', reworkInDays: 1 }),
      /reworkInDays is not known here/,
    );
    await call('answerCheck', { ...reversal, reworkInDays: 3 });
    const { answer } = (await rowOf(id))?.check ?? {};
    assert.equal(answer?.how === 'reversed' && answer.reworkInDays, 3);
  });

  it('take the day on which something came back or ended', async () => {
    const { today } = await call<Board>('getBoard');
    const id = await capture({ title: 'Which colour', askedOn: '2026-11-02', askedBy: 'lee' });
    await call('sendBack', { id, question: 'Which are there?' });
    await assert.rejects(call('markReturned', { id, returnedOn: '2026-11-01' }), /before it was sent back/);
    await assert.rejects(call('markReturned', { id, returnedOn: '2099-01-05' }), /later than today/);
    await call('markReturned', { id, returnedOn: today });
    assert.equal((await rowOf(id))?.turns[0]?.to, today);
    const work = await call<{ id: string }>('assign', { outcome: 'Ten are painted', owner: 'lee', anyway: 'now' });
    const close = { id: work.id, result: 'missed' };
    await assert.rejects(call('closeAssignment', { ...close, closedOn: '2026-11-01' }), /before it was handed out/);
    await assert.rejects(call('closeAssignment', { ...close, closedOn: '2099-01-05' }), /later than today/);
    await call('closeAssignment', { ...close, closedOn: today });
    for (let acts = 0; acts < 5; acts++) await call('undo');
    assert.equal((await rowOf(id)) ?? 'gone', 'gone');
  });

  it('check clarity, refuse to hand out what is not clear, and hand it out anyway with what is owed', async () => {
    interface Findings {
      readonly findings: readonly { readonly rule: string; readonly field: string; readonly text: string }[];
    }
    const vague = { outcome: 'Improve the search', owner: 'Platform team', doneWhen: 'It feels fast' };
    const { findings } = await call<Findings>('checkClarity', vague);
    assert.deepEqual(
      findings.map(({ rule, field }) => `${field} ${rule}`),
      [
        'outcome vague',
        'excluded nothingExcluded',
        'deliverables missing',
        'owner teamAsOwner',
        'doneWhen notObservable',
        'dueOn noDay',
        'serves servesNothing',
      ],
    );
    await assert.rejects(call('assign', vague), /Not clear yet: .*“improve”.*“team”/);
    const { id, owed } = await call<{ id: string; owed: string[] }>('assign', { ...vague, anyway: 'The fair is near' });
    assert.equal(owed.length, 7);
    const items = (await call<Board>('getBoard')).rows.filter(({ clarity }) => clarity?.assignment === id);
    assert.deepEqual([items.length, new Set(items.map(({ kind }) => kind))], [7, new Set(['clarity'])]);
    const done = items.find(({ clarity }) => clarity?.hole === 'doneWhen');
    assert.ok(done);
    await assert.rejects(call('decide', { id: done.id, outcome: 'Yes' }), /is settled, with the answer/);
    await call('settleClarity', { id: done.id, answer: 'Ten queries take 200 ms' });
    const work = await call<WorkBoard>('getWork');
    const row = work.assignments.find((assignment) => assignment.id === id);
    assert.deepEqual([row?.agreement.doneWhen, row?.owed.length], ['Ten queries take 200 ms', 6]);
    await call('undo');
    await call('undo');
    assert.ok((await call<WorkBoard>('getWork')).assignments.every((assignment) => assignment.id !== id));
  });

  it('change, reassign and close an assignment, and rank priorities with what is displaced', async () => {
    const first = await call<{ id: string }>('addPriority', { title: 'Search' });
    const second = await call<{ id: string }>('addPriority', { title: 'Hiring' });
    const displacement = { stops: 'search', because: 'two people left', told: 'the team, by me' };
    await call('rankPriorities', { order: [second.id, first.id], ...displacement });
    const { id } = await call<{ id: string }>('assign', {
      outcome: 'Two people have signed',
      excluded: 'Contractors',
      deliverables: 'Two contracts',
      owner: 'priya',
      doneWhen: 'Two contracts are signed',
      dueOn: '2099-01-05',
      isAgreed: true,
      serves: second.id,
    });
    await call('changeAssignment', { id, dueOn: '2099-02-02', reason: 'the offer is late', costInDays: 3 });
    await call('reassign', { id, owner: 'tom', reason: 'Priya is away', costInDays: 1 });
    const row = (await call<WorkBoard>('getWork')).assignments.find((assignment) => assignment.id === id);
    assert.deepEqual(
      [row?.agreement.owner, row?.agreement.dueOn, row?.changes, row?.costInDays, row?.serves?.title],
      ['tom', '2099-02-02', 2, 4, 'Hiring'],
    );
    await assert.rejects(
      call('changeAssignment', { id, dueOn: '2099-02-02', reason: 'r', costInDays: 0 }),
      /would change nothing/,
    );
    await call('closeAssignment', { id, result: 'met' });
    await assert.rejects(call('reassign', { id, owner: 'lee', reason: 'r', costInDays: 0 }), /was already closed on/);
  });

  it('return the figures of the leader', async () => {
    interface Figures {
      readonly symmetry: readonly { readonly kind: string; readonly closed: number; readonly p85?: number }[];
      readonly friction: { readonly windowInDays: number };
      readonly halves: { readonly turnaround: { readonly you: { readonly n: number; readonly p85?: number } } };
      readonly payback: { readonly needed: number };
      readonly calibration: { readonly bands: readonly unknown[] };
    }
    for (let number = 0; number < 5; number++) {
      const id = await capture({ title: `Approval ${number}`, kind: 'approval', askedOn: '2026-11-02' });
      await call('decide', { id, outcome: 'Yes', decidedOn: '2026-11-09' });
    }
    const figures = await call<Figures>('getFigures', { today: '2026-11-23' });
    const approvals = figures.symmetry.find(({ kind }) => kind === 'approval');
    assert.deepEqual([approvals?.closed, approvals?.p85], [5, 5]);
    assert.equal(figures.friction.windowInDays, 90);
    assert.ok(figures.halves.turnaround.you.n >= 5 && figures.halves.turnaround.you.p85 !== undefined);
    assert.deepEqual([figures.payback.needed, figures.calibration.bands.length], [5, 5]);
    await assert.rejects(call('getFigures', { today: 'soon' }), /today is not a day that exists/);
  });

  it('import a file, account for every row, add nothing the second time, and are taken back by one undo', async () => {
    const file = join(tmpdir(), `pacesetter-import-${process.pid}.csv`);
    writeFileSync(
      file,
      '\ufeffTitle;Asked;Decided;Who\r\n' +
        '"Two\r\nlines";2026-11-02;;anna; \r\n' +
        'Closed one;2026-11-02;2026-11-04;sam\r\n' +
        'Closed too early;2026-11-04;2026-11-02;sam\r\n' +
        'No such day;2026-02-30;;sam\r\n',
    );
    const columns = { title: 'Title', askedOn: 'Asked', closedOn: 'Decided', waiting: 'Who' };
    interface Result {
      added: number;
      unchanged: number;
      refused: { row: number; reason: string }[];
      odd: { row: number; reason: string }[];
    }
    const open = (await call<Board>('getBoard')).totals.open;
    const dry = await call<Result>('import', { file, columns, dryRun: true });
    assert.equal((await call<Board>('getBoard')).totals.open, open);
    const result = await call<Result>('import', { file, columns });
    assert.deepEqual(result, dry);
    assert.equal(result.added, 2);
    assert.deepEqual(
      result.refused.map(({ row }) => row),
      [4, 5],
    );
    const board = await call<Board>('getBoard');
    assert.ok(board.rows.some(({ title, waiting }) => title === 'Two lines' && waiting[0] === 'anna'));
    assert.ok(board.rows.some(({ title, closing }) => title === 'Closed one' && closing?.on === '2026-11-04'));
    const again = await call<Result>('import', { file, columns });
    assert.deepEqual([again.added, again.unchanged], [0, 2]);
    assert.match((await call<{ undone: string }>('undo')).undone, /^Undone: Imported 2 items from pacesetter-import-/);
    assert.equal((await call<Board>('getBoard')).totals.open, open);
    rmSync(file);
  });

  describe('give everything back and take it in again', () => {
    let folder = '';
    before(() => void (folder = mkdtempSync(join(tmpdir(), 'pacesetter-out-'))));
    after(() => rmSync(folder, { recursive: true }));
    interface Result {
      readonly added: number;
      readonly unchanged: number;
      readonly refused: readonly { readonly reason: string }[];
    }

    it('as JSON: what is in the log is known again, and what another log wrote goes in and out', async () => {
      const id = await capture({ title: 'Here to stay', askedOn: '2026-11-02' });
      await call('decide', { id, outcome: 'Yes', decidedOn: '2026-11-03' });
      const file = join(folder, 'all.json');
      const { entries } = await call<{ entries: number }>('exportJson', { file });
      await assert.rejects(call('exportJson', { file }), /already exists/);
      await call('exportJson', { file, overwrite: true });
      const again = await call<Result>('importJson', { file });
      assert.deepEqual([again.added, again.unchanged, again.refused], [0, entries, []]);

      const exported = JSON.parse(readFileSync(file, 'utf8')) as { entries: Record<string, string>[] };
      const others = exported.entries
        .filter(({ item }) => item === id)
        .map((entry) => ({ ...entry, id: `other-${entry['id']}`, item: 'other', act: 'other', device: 'other' }));
      const other = join(folder, 'other.json');
      writeFileSync(other, JSON.stringify({ ...exported, entries: [...others, { v: 9, type: 'sung' }, 'no entry'] }));
      const dry = await call<Result & { newer: number }>('importJson', { file: other, dryRun: true });
      assert.deepEqual([dry.added, dry.unchanged, dry.refused.length, dry.newer], [2, 0, 1, 1]);
      assert.equal(await rowOf('other'), undefined);
      await call('importJson', { file: other });
      assert.deepEqual((await rowOf('other'))?.closing, (await rowOf(id))?.closing);
      const { undone } = await call<{ undone: string }>('undo');
      assert.equal(undone, 'Undone: Imported 2 entries from other.json');
      assert.equal(await rowOf('other'), undefined);
    });

    it('as CSV, which Import CSV reads back under the names of its own headers', async () => {
      await capture({ title: '=1+1', waiting: ['Weber, Anna'], askedOn: '2026-11-02' });
      const file = join(folder, 'items.csv');
      const { items } = await call<{ items: number }>('exportCsv', { file });
      const text = readFileSync(file, 'utf8');
      assert.ok(text.includes("\n'=1+1,"));
      const headers = text.slice(1, text.indexOf('\r\n')).split(',');
      const columns = Object.fromEntries(headers.map((header) => [header, header]));
      const { added, unchanged, refused } = await call<Result>('import', { file, columns, dryRun: true });
      assert.deepEqual([added, unchanged + refused.length], [0, items]);
    });

    it('as decision records, one a decided item, which are known again', async () => {
      const id = await capture({ title: '../Pick: a vendor', askedOn: '2026-11-02' });
      await call('decide', { id, outcome: 'The smaller one', because: 'support', decidedOn: '2026-11-04' });
      const records = join(folder, 'records');
      await assert.rejects(call('exportDecisionRecords', { folder: records }), /is not a folder/);
      mkdirSync(records);
      writeFileSync(join(records, '0041-by-hand.md'), '# By hand\n');
      const first = await call<{ written: string[] }>('exportDecisionRecords', { folder: records });
      const name = first.written.find((written) => written.endsWith('-pick-a-vendor.md')) ?? '';
      assert.match(name, /^00(?:4[2-9]|[5-9]\d)-/);
      assert.ok(
        readFileSync(join(records, name), 'utf8').includes('Chosen option: "The smaller one", because support'),
      );
      const second = await call<{ written: string[]; there: number }>('exportDecisionRecords', { folder: records });
      assert.deepEqual([second.written, second.there], [[], first.written.length]);

      const madr = '---\nstatus: accepted\ndate: 2026-11-05\n---\n# Elsewhere\n\n## Decision Outcome\n\nWe wait.\n';
      writeFileSync(join(records, '0040-elsewhere.md'), madr);
      const result = await call<Result>('importDecisionRecords', { folder: records });
      assert.deepEqual([result.added, result.unchanged], [1, first.written.length]);
      assert.deepEqual(
        result.refused.map(({ reason }) => reason),
        ['Nothing stands under “Decision Outcome”.'],
      );
      const row = (await call<Board>('getBoard')).rows.find(({ title }) => title === 'Elsewhere');
      assert.deepEqual([row?.askedOn, row?.closing?.on], ['2026-11-05', '2026-11-05']);
      assert.match((await call<{ undone: string }>('undo')).undone, /^Undone: Imported 1 item from records$/);
    });
  });

  it('refuse bad arguments and bad moves with a clear sentence, and change nothing', async () => {
    const before = JSON.stringify(await call<Board>('getBoard'));
    const refusals: readonly [string, object, RegExp][] = [
      ['capture', { title: '   ' }, /The title is missing/],
      ['capture', { titel: 'x' }, /pacesetter\.capture: .*title is missing.*titel is not known here/],
      ['capture', { title: 'x', askedOn: '2026-02-30' }, /askedOn is not a day that exists/],
      ['capture', { title: 'x', waiting: 'anna' }, /waiting must be a list of texts/],
      ['capture', { text: 'x by 2026-02-30' }, /There is no day “2026-02-30”/],
      ['capture', { title: 'x', askedOn: '2999-01-01' }, /later than today/],
      ['decide', { id: 'nobody', outcome: 'Yes' }, /There is no item “nobody”/],
      ['decide', { id: 'nobody' }, /outcome is missing/],
      ['import', { file: '/nowhere.csv', columns: { title: 'x' } }, /does not exist/],
      ['importJson', { file: '/nowhere.json' }, /does not exist/],
      ['exportJson', { file: 'here.json' }, /Give the full path/],
      ['exportCsv', {}, /file is missing/],
      ['importDecisionRecords', { folder: '/nowhere' }, /does not exist/],
      ['getBoard', { today: 'tomorrow' }, /today is not a day that exists/],
    ];
    for (const [command, argument, sentence] of refusals) await assert.rejects(call(command, argument), sentence);
    assert.equal(JSON.stringify(await call<Board>('getBoard')), before);
  });

  it('refuse to close before the asked day, to decide twice and to decide a dependency', async () => {
    const id = await capture({ title: 'Once', askedOn: '2026-11-10' });
    await assert.rejects(call('decide', { id, outcome: 'Yes', decidedOn: '2026-11-09' }), /before it was asked/);
    await call('decide', { id, outcome: 'Yes', decidedOn: '2026-11-11' });
    await assert.rejects(call('decide', { id, outcome: 'No' }), /was already closed on/);
    const dependency = await capture({ title: 'From elsewhere', kind: 'dependency' });
    await assert.rejects(call('decide', { id: dependency, outcome: 'Yes' }), /cleared, not decided/);
  });

  it('write one whole line for each entry', async () => {
    const title = `A title nobody else has ${Date.now()}`;
    await capture({ title });
    await vscode.commands.executeCommand('pacesetter.openLog');
    const editor = vscode.window.activeTextEditor;
    assert.ok(editor);
    const line = readFileSync(editor.document.uri.fsPath, 'utf8').trimEnd().split('\n').at(-1) ?? '';
    const { v, type, title: written } = JSON.parse(line) as { v: number; type: string; title: string };
    assert.deepEqual({ v, type, written }, { v: 1, type: 'itemCaptured', written: title });
    assert.match(line, /^\{"v":1,"id":"[^"]+","clock":".*,"crc":"[0-9a-f]{8}"\}$/);
  });
});
