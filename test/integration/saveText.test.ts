import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

/** Calls a public command as another extension would. */
async function call<T = { text: string }>(command: string, argument: object = {}): Promise<T> {
  return (await vscode.commands.executeCommand(`pacesetter.${command}`, argument)) as T;
}

describe('what is handed on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pacesetter-handed-on-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  before(async () => {
    const { id } = await call<{ id: string }>('capture', {
      title: 'Move the archive <now>',
      askedOn: '2026-11-03',
      waiting: ['annabel', 'sam'],
      promisedOn: '2099-01-07',
    });
    await call('movePromise', { id, promisedOn: '2099-01-08', reason: 'The disks are late' });
    const decided = await call<{ id: string }>('capture', { title: 'Rent the archive', askedOn: '2026-11-02' });
    await call('decide', { id: decided.id, outcome: 'For a year', decidedOn: '2026-11-04' });
  });

  it('is a ledger with people as asked for, returned or written to a file', async () => {
    const { text } = await call('exportLedger', { from: '2026-11-01', to: '2026-11-30' });
    assert.ok(text.startsWith('# Ledger, 2026-11-01 to 2026-11-30\n'));
    assert.ok(text.includes(String.raw`**Move the archive \<now>**: Decision, asked Tue 3 Nov`), text);
    assert.ok(text.includes('**Rent the archive** (Wed 4 Nov): For a year\n  - Took 2 working days'), text);
    assert.ok(text.includes('2 people have waited') && !text.includes('Annabel'), 'nobody is named unless asked for');
    const path = join(folder, 'ledger.md');
    const written = await call<{ text: string; path: string }>('exportLedger', { people: 'shown', path });
    assert.ok(written.text.includes('Annabel and Sam have waited'));
    assert.equal(readFileSync(path, 'utf8'), written.text);
    await assert.rejects(call('exportLedger', { path }), /already exists\. Name another file/);
    assert.equal(readFileSync(path, 'utf8'), written.text);
    const again = await call('exportLedger', { path, overwrite: true });
    assert.equal(readFileSync(path, 'utf8'), again.text);
  });

  it('is a look-back on any week that has begun', async () => {
    const { text } = await call('lookBack', { week: '2026-11-06' });
    assert.ok(text.startsWith('# Look-back, 2026-11-02 to 2026-11-08\n'));
    assert.ok(text.includes('**Rent the archive**: For a year (2 working days)'), text);
    assert.ok((await call('lookBack')).text.includes('The disks are late'), 'of this week, in which it slipped');
    await assert.rejects(call('lookBack', { week: '2099-01-08' }), /The week of 2099-01-08 has not begun\.$/);
  });

  it('is a calendar file, in which a promise that moved keeps its id', async () => {
    const path = join(folder, 'days.ics');
    const { text, days } = await call<{ text: string; days: number }>('exportCalendar', { path });
    assert.equal(readFileSync(path, 'utf8'), text);
    await assert.rejects(call('exportCalendar', { path }), /already exists\. Name another file/);
    await call('exportCalendar', { path, overwrite: true });
    assert.equal(text.match(/^BEGIN:VEVENT/gm)?.length, days);
    const event = text.split('BEGIN:VEVENT').find((part) => part.includes('SUMMARY:Promised: Move the archive <now>'));
    assert.match(event ?? '', /\r\nSEQUENCE:2\r\n[^]*\r\nDTSTART;VALUE=DATE:20990108\r\nDTEND;VALUE=DATE:20990109\r\n/);
  });

  it('is refused with one sentence that says why', async () => {
    const cases: readonly (readonly [string, object, RegExp])[] = [
      ['exportLedger', { from: '2026-11-30', to: '2026-11-01' }, /Sun 1 Nov is before Mon 30 Nov, the first day\./],
      ['exportLedger', { people: 'some' }, /people must be one of shown, initials, none\./],
      ['exportLedger', { path: 'ledger.md' }, /“ledger\.md” does not say where/],
      ['forgetEverything', {}, /forget must be “everything”/],
      ['forgetEverything', { forget: 'all' }, /forget must be “everything”/],
      ['lookBack', { week: '2026-02-30' }, /week is not a day that exists/],
      ['exportCalendar', { path: join(folder, 'none', 'days.ics') }, /the folder of .* does not exist/],
    ];
    for (const [command, argument, reason] of cases) await assert.rejects(call(command, argument), reason, command);
  });
});
