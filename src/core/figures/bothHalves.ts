import { type AgreedDayResult, agreedDayResults } from '../assignments/agreedDay.ts';
import { isRequirementChange } from '../assignments/assignment.ts';
import { servedOn } from '../assignments/servedOn.ts';
import { servedPriorities } from '../assignments/servedPriorities.ts';
import type { WorkBoard } from '../assignments/workBoard.ts';
import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import type { Turn } from '../items/item.ts';
import { type Policy, windowInDays } from '../policy.ts';
import type { BoardSource } from '../register/register.ts';
import type { Calendar } from '../time/calendar.ts';
import { addDays, type Day } from '../time/day.ts';
import { endedElsewhere, isClosedByLeader } from './pace.ts';
import { percentile } from './percentile.ts';
import { neededForFigure, promisesKept, type Share } from './scorecard.ts';

/** How long one side holds the ball. */
export interface Spells {
  /** Spells that ended in the window. */
  readonly n: number;
  /** Fewest for a result. */
  readonly needed: number;
  /** P85 of their length, in working days; undefined with fewer than needed. */
  readonly p85: number | undefined;
  /** Spells that still run. */
  readonly running: number;
  /** The longest of these so far, in working days; undefined without any. */
  readonly oldestRunningInDays: number | undefined;
}

/** Promises kept in time ÷ all that were due. */
export interface KeptShare extends Share {
  /** Fewest that were due for a result. */
  readonly needed: number;
}

/** The same definitions applied to both sides of the wait, over the last 90 days. Never by person. */
export interface BothHalves {
  /**
   * Of all kinds of items. The leader holds the ball from asked, returned or reopened to sent back, handed over or closed;
   * the team from sent back to returned, handed over or closed. Nobody's: what somebody else decides.
   */
  readonly turnaround: { readonly you: Spells; readonly team: Spells };
  /** The leader's by the first promise (`Scorecard.kept`), the team's by the first agreed day (`agreedDay.ts`). */
  readonly promises: { readonly you: KeptShare; readonly team: KeptShare };
  /** Changes of mind, which are the leader's alone, beside the number of assignments open in the window. */
  readonly changes: {
    /** Changes of agreements in force, without reassignments and filled holes. */
    readonly requirementChanges: number;
    /** Re-rankings that moved what an open assignment served; one that moved several counts once. */
    readonly rerankings: number;
    readonly assignments: number;
  };
  /** Send-backs in the window, beside the items that the leader closed in it: sending back is no way to look fast. */
  readonly sendBacks: { readonly count: number; readonly closed: number };
}

/** Linear in items, turns, assignments and re-rankings, apart from sorting. */
export function computeBothHalves(
  source: BoardSource,
  board: Board,
  { assignments }: Pick<WorkBoard, 'assignments'>,
  { calendar }: Pick<Policy, 'calendar'>,
): BothHalves {
  const { rows, today } = board;
  const start = addDays(today, -windowInDays);
  const isInWindow = (day: Day): boolean => day > start;
  const spells = rows.flatMap(holdingSpells);
  const ofSide = (holder: HoldingSpell['holder']): Spells =>
    spellsOf(
      spells.filter((spell) => spell.holder === holder),
      start,
      today,
      calendar,
    );
  const open = assignments.filter(({ closing }) => closing === undefined || isInWindow(closing.on));
  const resultOf = agreedDayResults(source, today, calendar);
  const results = open.map(({ id }) => resultOf(id));
  const amendments = open.flatMap((row) => row.amendments);
  const wasServed = servedOn(open.flatMap((row) => servedPriorities(row, row.madeOn)));
  const turns = rows.flatMap((row) => row.turns);
  return {
    turnaround: { you: ofSide('leader'), team: ofSide('asker') },
    promises: {
      you: { ...promisesKept(board, calendar), needed: neededForFigure },
      team: { ...shareMet(results), needed: neededForFigure },
    },
    changes: {
      requirementChanges: amendments.filter((amendment) => isRequirementChange(amendment) && isInWindow(amendment.on))
        .length,
      rerankings: source.priorities.rerankings.filter(
        ({ on, moved }) => isInWindow(on) && moved.some((id) => wasServed(id, on)),
      ).length,
      assignments: open.length,
    },
    sendBacks: {
      count: turns.filter((turn) => turn.holder === 'asker' && !isDraft(turn) && isInWindow(turn.from)).length,
      closed: rows.filter((row) => isClosedByLeader(row) && isInWindow(row.closing?.on ?? today)).length,
    },
  };
}

/** A spell in which one side has the ball. */
interface HoldingSpell {
  readonly holder: 'leader' | 'asker';
  readonly from: Day;
  /** Undefined while it runs. */
  readonly to: Day | undefined;
}

/**
 * The spells of an item, oldest first. One that begins and ends on a day is a spell of no working days. What an author
 * makes a draft again, and what ends elsewhere, is no move of anybody.
 */
export function holdingSpells(row: BoardRow): HoldingSpell[] {
  const { askedOn, turns, closing } = row;
  const spells: HoldingSpell[] = [];
  let leaderSince: Day | undefined = askedOn;
  for (const turn of turns) {
    const { holder, from, to, endedTurn } = turn;
    const isMove = endedTurn !== true && !isDraft(turn);
    if (leaderSince !== undefined && isMove) spells.push({ holder: 'leader', from: leaderSince, to: from });
    if (holder === 'asker' && !isDraft(turn)) spells.push({ holder, from, to: to ?? closing?.on });
    leaderSince = to;
  }
  const isOver = closing !== undefined && endedElsewhere(row);
  if (leaderSince !== undefined && !isOver) spells.push({ holder: 'leader', from: leaderSince, to: closing?.on });
  return spells;
}

function isDraft(turn: Turn): boolean {
  return turn.holder === 'asker' && turn.code === 'draft';
}

function spellsOf(spells: readonly HoldingSpell[], start: Day, today: Day, calendar: Calendar): Spells {
  const lengths = (some: readonly HoldingSpell[]): number[] =>
    some.map(({ from, to }) => calendar.workingDaysAfter(from, to ?? today)).toSorted((a, b) => a - b);
  const ended = lengths(spells.filter(({ to }) => to !== undefined && to > start));
  const running = lengths(spells.filter(({ to }) => to === undefined));
  return {
    n: ended.length,
    needed: neededForFigure,
    p85: ended.length < neededForFigure ? undefined : percentile(ended, 85),
    running: running.length,
    oldestRunningInDays: running.at(-1),
  };
}

/** Met ÷ all that were due. */
export function shareMet(results: readonly (AgreedDayResult | undefined)[]): Share {
  const count = results.filter((result) => result === 'met').length;
  return { count, of: count + results.filter((result) => result === 'broken').length };
}
