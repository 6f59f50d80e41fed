import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../../src/core/board/board.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import type { Grouping } from '../../../../../src/ui/settings/readSettings.ts';
import { groupsOf } from '../../../../../src/ui/views/waiting/nodes.ts';
import { captured, decided, logged, type TestFact } from '../../../../support/facts.ts';
import { mondayToFriday } from '../../../../support/givenWhenThen.ts';

const facts: readonly TestFact[] = [
  captured({ item: 'both', waiting: ['Anna', 'sam'], promisedOn: '2026-03-31' }),
  captured({ item: 'anna', waiting: ['anna'], kind: 'approval', promisedOn: '2026-03-31' }),
  captured({ item: 'nobody', kind: 'dependency' }),
  captured({ item: 'given' }),
  { type: 'itemHandedOver', item: 'given', to: 'tom', handedOverOn: '2026-03-03' },
  captured({ item: 'done', waiting: ['anna'] }),
  { ...decided, item: 'done' },
];

function shown(grouping: Grouping): string[] {
  const register = new Register();
  register.add(logged(...facts));
  const board = buildBoard(register.items, '2026-03-09', { calendar: mondayToFriday });
  return groupsOf(board, grouping).map(
    ({ label, description, rows }) => `${label} (${description}): ${rows.map(({ row }) => row.id).join(', ')}`,
  );
}

describe('the groups of the tree', () => {
  it('are those of urgency', () => {
    assert.deepEqual(shown('state'), [
      'Overdue (1): nobody',
      'Later (2): both, anna',
      'Their Move (1): given',
      'Closed (1): done',
    ]);
  });

  it('are the people who wait, in whatever case their names are written, each with all that they wait for', () => {
    assert.deepEqual(shown('person'), [
      'Anna (2): both, anna',
      'Sam (1): both',
      'Nobody named (1): nobody',
      'Their Move (1): given',
      'Closed (1): done',
    ]);
  });

  it('are the kinds', () => {
    assert.deepEqual(shown('kind'), [
      'Decisions (1): both',
      'Approvals (1): anna',
      'Dependencies (1): nobody',
      'Their Move (1): given',
      'Closed (1): done',
    ]);
  });

  it('tell the nodes of one item apart where it stands in several', () => {
    const register = new Register();
    register.add(logged(...facts));
    const board = buildBoard(register.items, '2026-03-09', { calendar: mondayToFriday });
    for (const grouping of ['state', 'person', 'kind'] as const) {
      const keys = groupsOf(board, grouping).flatMap(({ key, rows }) => [key, ...rows.map((row) => row.key)]);
      assert.equal(new Set(keys).size, keys.length, grouping);
    }
  });
});
