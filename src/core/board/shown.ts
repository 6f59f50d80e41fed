import { addDays } from '../time/day.ts';
import { recentlyClosedInDays } from '../policy.ts';
import type { BoardSource } from '../register/register.ts';
import type { Board } from './board.ts';
import { groupOf } from './groups.ts';

/**
 * As much of what is known as the views at the side draw, without its history: what is open, what was closed of late,
 * what has a check to come, what is handed out and what that depends on. Those views look the same drawn from it.
 */
export function shownOf(known: BoardSource, board: Board): BoardSource {
  const since = addDays(board.today, -recentlyClosedInDays);
  const assignments = [...known.assignments.values()].filter(
    ({ closing }) => closing === undefined || closing.on > since,
  );
  const shown = new Set(assignments.flatMap(({ agreement }) => agreement.dependsOn ?? []));
  for (const row of board.rows) if (groupOf(row, board) !== undefined) shown.add(row.id);
  for (const { id, check, clarity } of known.items.values()) {
    // A reversed one is named by what came of it, and the other way round.
    if (check?.answer?.how === 'reversed') shown.add(id).add(check.answer.successor);
    else if (clarity !== undefined || (check !== undefined && check.answer === undefined)) shown.add(id);
  }
  return {
    items: new Map([...known.items].flatMap(([id, item]) => (shown.has(id) ? [[id, { ...item, history: [] }]] : []))),
    assignments: new Map(assignments.map((assignment) => [assignment.id, { ...assignment, history: [] }])),
    priorities: { ...known.priorities, history: [] },
  };
}
