import { addDays } from '../time/day.ts';
import { recentlyClosedInDays } from '../policy.ts';
import type { BoardSource } from '../register/register.ts';
import type { Board } from './board.ts';
import { groupOf } from './groups.ts';

/**
 * The slice that the side bar views need, without histories: what is open, recently closed, still to be checked or a
 * clarity item, and the assignments with what they depend on. Built from it, those views look the same.
 */
export function startupSource(source: BoardSource, board: Board): BoardSource {
  const since = addDays(board.today, -recentlyClosedInDays);
  const assignments = [...source.assignments.values()].filter(
    ({ closing }) => closing === undefined || closing.on > since,
  );
  const shown = new Set(assignments.flatMap(({ agreement }) => agreement.dependsOn ?? []));
  for (const row of board.rows) if (groupOf(row, board) !== undefined) shown.add(row.id);
  for (const { id, check, clarity } of source.items.values()) {
    // A reversed item and its successor name each other.
    if (check?.answer?.how === 'reversed') shown.add(id).add(check.answer.successor);
    else if (clarity !== undefined || (check !== undefined && check.answer === undefined)) shown.add(id);
  }
  return {
    items: new Map([...source.items].flatMap(([id, item]) => (shown.has(id) ? [[id, { ...item, history: [] }]] : []))),
    assignments: new Map(assignments.map((assignment) => [assignment.id, { ...assignment, history: [] }])),
    priorities: { ...source.priorities, history: [] },
  };
}
