import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { buildBoard } from '../../../../src/core/board/board.ts';
import { groupOf } from '../../../../src/core/board/groups.ts';
import { startupSource } from '../../../../src/core/board/startupSource.ts';
import type { Entry } from '../../../../src/core/entries/entry.ts';
import { type BoardSource, Register } from '../../../../src/core/register/register.ts';
import { buildWorkBoard } from '../../../../src/core/assignments/workBoard.ts';
import { assignmentGroups } from '../../../../src/ui/views/assignments/nodes.ts';
import { groupsOf } from '../../../../src/ui/views/waiting/nodes.ts';
import { anyDay, anyEnvelope, anyFact } from '../../../support/anyFact.ts';
import { registerOf } from '../../../support/boardFromFacts.ts';
import { captured, decided, decidedElsewhere, reopened } from '../../../support/facts.ts';
import { usualPolicy } from '../../../support/policy.ts';

const today = '2026-03-20';

/** What the tree views show. */
function treeViews(source: BoardSource): unknown {
  const board = buildBoard(source.items, today, usualPolicy);
  const rows = board.rows.filter((row) => groupOf(row, board) !== undefined);
  const work = buildWorkBoard(source, board, usualPolicy);
  return {
    totals: board.totals,
    rows: rows.map((row) => ({ ...row, history: undefined })),
    groups: groupsOf(board, 'state').map(({ label, description }) => [label, description]),
    priorities: work.priorities,
    drafts: work.drafts,
    assignments: assignmentGroups(work),
  };
}

/** The source after a round trip through a file. */
function throughFile(source: BoardSource): BoardSource {
  const roundTrip = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  return {
    items: new Map(roundTrip([...source.items])),
    assignments: new Map(roundTrip([...source.assignments])),
    priorities: roundTrip(source.priorities),
  };
}

describe('what is kept for the next window', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const act = fc.constantFrom('act-1', 'act-2', 'act-3');
  const anyEntry = fc
    .record({
      fact: anyFact(fc.constantFrom(...names), act, anyDay('2026-02-01', '2026-03-25')),
      envelope: anyEnvelope(act),
      id: fc.uuid(),
    })
    .map(({ fact, envelope, id }): Entry => ({ ...envelope, ...fact, id }));
  const captures = names.map((item): Entry => {
    const envelope = { id: `capture ${item}`, clock: '018fffffffff-0000', device: 'desk', act: item };
    return { ...captured({ item, title: item, waiting: ['anna'] }), ...envelope, loggedAt: '2026-03-02T09:00:00.000Z' };
  });

  it('keeps what two machines closed long ago, until it is settled, and who waited when', () => {
    const register = registerOf(
      captured({ waiting: ['anna'] }),
      decided,
      decidedElsewhere,
      captured({ item: 'region', waiting: ['anna'] }),
      { type: 'waitingChanged', item: 'region', added: ['sam'], removed: ['anna'], day: '2026-05-04' },
      { ...decided, item: 'region', decidedOn: '2026-05-05' },
      { ...reopened, item: 'region', reopenedOn: '2026-05-12' },
    );
    const day = '2026-07-01';
    const board = buildBoard(register.items, day, usualPolicy);
    const cached = throughFile(startupSource(register, board));
    const rowsOf = ({ items }: BoardSource) => JSON.stringify(buildBoard(items, day, usualPolicy).rows);
    assert.equal(rowsOf(cached), rowsOf(register));
    assert.equal(cached.items.get('vendor')?.disagreement?.others.length, 1);
  });

  it('makes the views look as they would with the whole log', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), (entries) => {
        const register = new Register();
        register.add([...captures, ...entries]);
        const shown = startupSource(register, buildBoard(register.items, today, usualPolicy));
        assert.deepEqual(
          JSON.parse(JSON.stringify(treeViews(throughFile(shown)))),
          JSON.parse(JSON.stringify(treeViews(register))),
        );
      }),
      { numRuns: 500 },
    );
  });
});
