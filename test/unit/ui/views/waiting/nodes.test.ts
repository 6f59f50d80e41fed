import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../../src/core/board/board.ts';
import { Register } from '../../../../../src/core/register/register.ts';
import type { Grouping } from '../../../../../src/ui/settings/readSettings.ts';
import { type GroupNode, groupsOf, nextAfter } from '../../../../../src/ui/views/waiting/nodes.ts';
import {
  captured,
  cleared,
  decided,
  deliberating,
  logged,
  sentBack,
  type TestFact,
} from '../../../../support/facts.ts';
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

function groupsAfter(grouping: Grouping, ...more: readonly TestFact[]): GroupNode[] {
  const register = new Register();
  register.add(logged(...facts, ...more));
  return groupsOf(buildBoard(register.items, '2026-03-09', { calendar: mondayToFriday }), grouping);
}

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

describe('the row to go on with after an act', () => {
  const more = [
    captured({ item: 'worst', waiting: ['anna', 'sam', 'lee'] }),
    captured({ item: 'worse', waiting: ['anna', 'sam'] }),
    captured({ item: 'bad', waiting: ['anna'] }),
  ];
  /** The row to go on with after these facts about a row, and the group it stands in. */
  const nextOf = (item: string, acts: readonly TestFact[], grouping: Grouping = 'state', within = ''): string => {
    const before = groupsAfter(grouping, ...more);
    const acted = before.flatMap(({ rows }) => rows).find(({ key }) => key === `${within}${item}`);
    assert.ok(acted);
    const next = nextAfter(acted, before, groupsAfter(grouping, ...more, ...acts));
    return next === undefined ? 'none' : `${next.row.id} in ${next.group?.label}`;
  };
  const close = (item: string): TestFact => ({ ...decided, item });
  const hold = (item: string): TestFact => ({ ...deliberating, item, until: '2026-03-20' });

  it('is the next of the list, and never the item itself in another group', () => {
    assert.equal(nextOf('worst', [close('worst')]), 'worse in Overdue');
    assert.equal(nextOf('worse', [close('worse')]), 'bad in Overdue');
    assert.equal(nextOf('worse', [{ ...sentBack, item: 'worse' }]), 'bad in Overdue');
  });

  it('is the next as well where the item stays where it is', () => {
    assert.equal(nextOf('worst', [hold('worst')]), 'worse in Overdue');
  });

  it('is the first of the next group after the last of one, and the one before after the last of all', () => {
    assert.equal(nextOf('nobody', [{ ...cleared, item: 'nobody' }]), 'both in Later');
    assert.equal(nextOf('anna', [close('anna')]), 'both in Later');
  });

  it('is one that waits rather than one on hold, and from one on hold the next on hold', () => {
    const held = ['both', 'anna'].map(hold);
    assert.equal(nextOf('nobody', held), 'bad in Overdue');
    const groups = groupsAfter('state', ...more, ...held);
    const acted = groups.flatMap(({ rows }) => rows).find(({ row }) => row.id === 'both');
    assert.ok(acted);
    const next = nextAfter(acted, groups, groups);
    assert.deepEqual([next?.row.id, next?.group?.label], ['anna', 'On Hold']);
  });

  it('passes over what another window has closed meanwhile', () => {
    assert.equal(nextOf('worst', [close('worst'), close('worse')]), 'bad in Overdue');
  });

  it('stays among what does not wait, from there', () => {
    assert.equal(nextOf('given', [{ type: 'itemReturned', item: 'given', returnedOn: '2026-03-09' }]), 'none');
    assert.equal(nextOf('bad', [close('bad'), close('nobody'), close('both'), close('anna')]), 'worse in Overdue');
  });

  it('is not the same item under another person', () => {
    const two = [captured({ item: 'a', waiting: ['anna', 'sam'] }), captured({ item: 'b', waiting: ['sam'] })];
    const register = new Register();
    register.add(logged(...two));
    const groups = groupsOf(buildBoard(register.items, '2026-03-09', { calendar: mondayToFriday }), 'person');
    const acted = groups[0]?.rows[0];
    assert.equal(acted?.key, 'anna a');
    assert.equal(nextAfter(acted, groups, groups)?.key, 'sam b');
  });

  it('is of the same person where the list is grouped by people', () => {
    assert.equal(nextOf('worst', [close('worst')], 'person', 'sam '), 'worse in Sam');
    assert.equal(nextOf('worst', [close('worst')], 'kind'), 'worse in Decisions');
  });
});
