import assert from 'node:assert/strict';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'mocha';
import type { Day } from '../../../../src/core/time/day.ts';
import { defaultTargets } from '../../../../src/core/policy.ts';
import { type ReadSettings, readSettings } from '../../../../src/ui/settings/readSettings.ts';

const read = (settings: Readonly<Record<string, unknown>> = {}): ReadSettings => readSettings((name) => settings[name]);

/** The working days of the week from Monday, 2 March 2026, as weekday numbers. */
function worked({ policy }: ReadSettings): string {
  return [2, 3, 4, 5, 6, 7, 8].filter((day) => policy.calendar.isWorkingDay(`2026-03-0${day}` as Day)).join('');
}

describe('the settings', () => {
  it('are complained about in nothing when they are not set or set right', () => {
    for (const settings of [
      {},
      { workingDays: null, holidays: null, statusBar: null, logFolder: null, 'targets.approval': null },
      { workingDays: ['monday'], holidays: [], statusBar: 'never', logFolder: '', 'targets.approval': 0 },
      { holidays: ['2026-12-25'], logFolder: resolve('/notes') },
    ]) {
      assert.deepEqual(read(settings).complaints, []);
      assert.equal(read(settings).logFolder.wrong, undefined);
    }
    const { policy, statusBar, logFolder } = read();
    assert.deepEqual([policy.targets, statusBar, logFolder, worked(read())], [defaultTargets, 'always', {}, '23456']);
  });

  it('group by one of three, and by the state of play when it is none of them', () => {
    assert.deepEqual([read().grouping, read({ groupBy: 'person' }).grouping], ['state', 'person']);
    const { grouping, complaints } = read({ groupBy: 'moon' });
    assert.equal(grouping, 'state');
    assert.deepEqual(complaints, [
      'Setting pacesetter.groupBy: “moon” is not one of state, person, kind, so state is used.',
    ]);
  });

  it('show the lens unless it is switched off', () => {
    assert.deepEqual([read().isLensOn, read({ lens: false }).isLensOn], [true, false]);
    const { isLensOn, complaints } = read({ lens: 'no' });
    assert.equal(isLensOn, true);
    assert.deepEqual(complaints, ['Setting pacesetter.lens: “no” is neither true nor false, so true is used.']);
  });

  it('take the name of a weekday in any case, and say which names are none', () => {
    assert.deepEqual(read({ workingDays: ['Monday', ' TUESDAY '] }).complaints, []);
    assert.equal(worked(read({ workingDays: ['Monday', 'tuesday'] })), '23');
    const some = read({ workingDays: ['Montag', 3, 'friday'] });
    assert.equal(worked(some), '6');
    assert.deepEqual(some.complaints, [
      'Setting pacesetter.workingDays: “Montag” is not the English name of a weekday, so it is left out.',
      'Setting pacesetter.workingDays: “3” is not the English name of a weekday, so it is left out.',
    ]);
    const none = read({ workingDays: ['Montag'] });
    assert.deepEqual([worked(none), none.complaints.length], ['23456', 2]);
    assert.equal(read({ workingDays: [] }).complaints.length, 1);
  });

  const odd: readonly unknown[] = [true, 7, -1, 'soon', '2026-12-25', { a: 1 }, [null], [{}], [['monday']]];
  for (const name of ['workingDays', 'holidays', 'statusBar', 'targets.oneWayDecision']) {
    it(`complain about a ${name} of a wrong type, name it, and go on with the default`, () => {
      for (const value of odd) {
        if (name.startsWith('targets') && value === 7) continue;
        const found = read({ [name]: value });
        const [complaint = ''] = found.complaints;
        assert.ok(complaint.startsWith(`Setting pacesetter.${name}: “`), `${JSON.stringify(value)}: ${complaint}`);
        if (name === 'holidays' && Array.isArray(value)) continue;
        if (name === 'holidays' || name === 'statusBar') assert.equal(found.complaints.length, 1);
        const { policy, statusBar } = found;
        assert.deepEqual([policy.targets, statusBar, worked(found)], [defaultTargets, 'always', '23456']);
      }
    });
  }

  it('say so when the holidays are one day and not a list', () => {
    const { complaints } = read({ holidays: '2026-12-25' });
    assert.deepEqual(complaints, [
      'Setting pacesetter.holidays: “2026-12-25” is not a list of days, so none of it is used.',
    ]);
  });

  it('take a log folder from the root or from ~, and no other', () => {
    const folderOf = (logFolder: unknown) => read({ logFolder }).logFolder;
    assert.deepEqual(folderOf('~'), { path: homedir() });
    assert.deepEqual(folderOf(' ~/notes/ '), { path: join(homedir(), 'notes') });
    assert.deepEqual(folderOf(`${resolve('/notes')}/`), { path: resolve('/notes') });
    assert.deepEqual(folderOf('  '), {});
    for (const wrong of ['notes', './notes', '../notes', '~anna/notes', '$HOME/notes']) {
      assert.deepEqual(folderOf(wrong), { wrong });
    }
    for (const wrong of [3, false, ['/notes']]) assert.deepEqual(folderOf(wrong), { wrong: JSON.stringify(wrong) });
  });
});
