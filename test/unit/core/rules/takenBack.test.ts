import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { Register } from '../../../../src/core/register/register.ts';
import { rule } from '../../../../src/core/rules/rule.ts';
import { takenBackByOthers } from '../../../../src/core/rules/takenBack.ts';
import { sampleSource } from '../../../../src/core/sample/source.ts';
import { captured, decided, logged, type TestFact } from '../../../support/facts.ts';
import { usualPolicy } from '../../../support/policy.ts';

const undone = (act: string, more: object = {}) => ({ type: 'actUndone', undoes: act, ...more }) as const;

/** @param strays ids of entries that stand in another file than that of their device */
function read(facts: readonly TestFact[], strays: readonly string[] = []): Register {
  const register = new Register('laptop');
  const entries = logged(...facts);
  register.add(entries, [], new Set(entries.filter(({ id }) => strays.includes(id))));
  return register;
}
const takenBack = (register: Register) => takenBackByOthers(register, 'laptop').map(({ act, by }) => [act.id, by]);

describe('what other machines took back', () => {
  it('is every act of one machine that another one undid', () => {
    assert.deepEqual(takenBack(read([captured(), undone('act-1', { device: 'desktop' })])), [['act-1', 'act-2']]);
    assert.deepEqual(takenBack(read([captured({ device: 'phone' }), undone('act-1', { device: 'desktop' })])), [
      ['act-1', 'act-2'],
    ]);
  });

  it('is no act that its own machine undid, here or there', () => {
    assert.deepEqual(takenBack(read([captured(), undone('act-1')])), []);
    const there = { device: 'desktop' };
    assert.deepEqual(takenBack(read([captured(there), undone('act-1', there)])), []);
  });

  it('is also what an undo takes back that only has the id of this machine and stands in another file', () => {
    assert.deepEqual(takenBack(read([captured(), undone('act-1')], ['entry-2'])), [['act-1', 'act-2']]);
    // All of it stands elsewhere: another machine has appended what was missing.
    assert.deepEqual(takenBack(read([captured(), undone('act-1')], ['entry-1', 'entry-2'])), []);
  });

  it('is not the sample, which any machine may remove, whatever was done about it', () => {
    const facts = [captured({ importedFrom: sampleSource }), decided];
    const desktop = { device: 'desktop' };
    assert.deepEqual(takenBack(read([...facts, undone('act-1', desktop), undone('act-2', desktop)])), []);
    // Nobody hides what they took back by calling it a sample.
    const forged = captured({ importedFrom: sampleSource, ...desktop });
    assert.deepEqual(takenBack(read([captured(), forged, undone('act-1', desktop), undone('act-2', desktop)])), [
      ['act-1', 'act-3'],
    ]);
  });

  it('comes back by one act, and goes again when that is undone', () => {
    const register = read([captured(), undone('act-1', { device: 'desktop' })]);
    const context = {
      register,
      today: '2026-03-04',
      policy: usualPolicy,
      device: 'laptop',
      newId: () => 'new',
    } as const;
    const ruling = rule({ type: 'bringBack', undo: 'act-2' }, context);
    assert.deepEqual(ruling, [undone('act-2')]);
    const more = { act: 'act-3', id: 'entry-3', clock: '0199ffffffff-0000' };
    register.add(logged(undone('act-2', more)));
    assert.deepEqual([takenBack(register), register.items.size], [[], 1]);
    assert.deepEqual(rule({ type: 'bringBack', undo: 'act-2' }, context), { refused: 'changedSince' });
    const again = { act: 'act-4', id: 'entry-4', clock: '0199ffffffff-0001', device: 'desktop' };
    register.add(logged(undone('act-3', again)));
    assert.deepEqual(takenBack(register), [['act-1', 'act-2']]);
  });
});
