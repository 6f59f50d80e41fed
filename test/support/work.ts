import { sourceAsOf } from '../../src/core/board/asOf.ts';
import { buildBoard } from '../../src/core/board/board.ts';
import type { Day } from '../../src/core/time/day.ts';
import type { Policy } from '../../src/core/policy.ts';
import type { Register } from '../../src/core/register/register.ts';
import { briefText } from '../../src/core/reports/brief.ts';
import type { Assignment } from '../../src/core/assignments/assignment.ts';
import type { Priorities } from '../../src/core/assignments/priorities.ts';
import { buildWorkBoard, type WorkBoard } from '../../src/core/assignments/workBoard.ts';
import { computeWorkFigures, type WorkFigures } from '../../src/core/assignments/workFigures.ts';
import { registerOf } from './boardFromFacts.ts';
import type { TestFact } from './facts.ts';
import { usualPolicy } from './policy.ts';

/** All assignments, sorted by id, and the priorities of the register. */
export function workContents(register: Register): { assignments: Assignment[]; priorities: Priorities } {
  const assignments = [...register.assignments.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { assignments, priorities: register.priorities };
}

/** The brief of each assignment on that day. */
export function briefs(register: Register, today: Day): string[] {
  const work = buildWorkBoard(register, buildBoard(register.items, today, usualPolicy), usualPolicy);
  const titleOf = (id: string) => register.items.get(id)?.title ?? `priority ${id}`;
  return work.assignments.map((row) => briefText(row, today, titleOf));
}

/** The board of work at the end of that day: facts of later days were not known then. */
export function workOf(today: Day, facts: readonly TestFact[], policy: Policy = usualPolicy): WorkBoard {
  const source = sourceAsOf(registerOf(...facts), today);
  return buildWorkBoard(source, buildBoard(source.items, today, policy), policy);
}

export function workFiguresOf(today: Day, facts: readonly TestFact[], policy: Policy = usualPolicy): WorkFigures {
  const source = sourceAsOf(registerOf(...facts), today);
  const board = buildBoard(source.items, today, policy);
  return computeWorkFigures(buildWorkBoard(source, board, policy), board, policy.calendar);
}
