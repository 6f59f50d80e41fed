import { isRequirementChange } from '../assignments/assignment.ts';
import { type AgreedDayResult, agreedDayResults } from '../assignments/agreedDay.ts';
import { dependenciesIn } from '../assignments/dependencies.ts';
import { dragOf } from '../assignments/drag.ts';
import type { WorkBoard } from '../assignments/workBoard.ts';
import { interruptionsOf } from '../assignments/workFigures.ts';
import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import type { Policy } from '../policy.ts';
import type { BoardSource } from '../register/register.ts';
import { shareMet } from './bothHalves.ts';
import { percentile } from './percentile.ts';
import { neededForFigure, type Share } from './scorecard.ts';

/** What became of closed assignments. A median is undefined while either side of its comparison has fewer than needed. */
export interface Side {
  /** Closed assignments. */
  readonly n: number;
  /** Requirement changes of an assignment, without reassignments. */
  readonly medianChanges: number | undefined;
  /** Reassignments of an assignment, and re-rankings that moved what it served. */
  readonly medianInterruptions: number | undefined;
  /** Working days on which something that its agreement names waited on the leader; its own holes are left out. */
  readonly medianYourDays: number | undefined;
  /** Closed as met by the first agreed day (`agreedDay.ts`) ÷ those with one. */
  readonly met: Share;
}

/** What became of decisions that had a check day. */
export interface Checked {
  /** Those whose check was answered. */
  readonly answered: number;
  /** Of these, those that stood. */
  readonly stood: number;
  /** Working days of rework as the leader estimated them, over the `n` reversals where they said. */
  readonly rework: { readonly n: number; readonly median: number | undefined };
}

/** Does deliberateness pay? Counts and medians side by side, over all time of one leader. They prove no cause. */
export interface Payback {
  /** Fewest on each side for a comparison. */
  readonly needed: number;
  /** Handed out without a hole. */
  readonly clear: Side;
  /** Handed out with holes that the leader then owed. */
  readonly anyway: Side;
  /** Held at some time before the closing that counts. */
  readonly held: Checked;
  readonly notHeld: Checked;
}

/** Linear in items and assignments, apart from sorting. Medians are percentiles by nearest rank (`percentile.ts`). */
export function computePayback(
  source: BoardSource,
  { rows, today }: Board,
  { assignments }: Pick<WorkBoard, 'assignments'>,
  { calendar }: Pick<Policy, 'calendar'>,
): Payback {
  const resultOf = agreedDayResults(source, today, calendar);
  const dependenciesOf = dependenciesIn(source.items);
  const outcomes = assignments.flatMap((row): Outcome[] => {
    const { id, madeOn, closing, hadHoles, amendments } = row;
    if (closing === undefined) return [];
    const { dependsOn } = dependenciesOf(row);
    return [
      {
        hadHoles,
        changes: amendments.filter(isRequirementChange).length,
        interruptions: interruptionsOf(row).filter(({ how }) => how !== 'changed').length,
        yourDays: dragOf(dependsOn, madeOn, closing.on, calendar).yours,
        met: resultOf(id),
      },
    ];
  });
  const [anyway, clear] = parted(outcomes, ({ hadHoles }) => hadHoles);
  const checked = rows.filter(isChecked);
  const [held, notHeld] = parted(checked, (row) => wasHeld(row, source));
  const [heldRework, otherRework] = [reworkOf(held), reworkOf(notHeld)];
  const isEnoughWork = areEnough(clear, anyway);
  const isEnoughRework = areEnough(heldRework, otherRework);
  return {
    needed: neededForFigure,
    clear: sideOf(clear, isEnoughWork),
    anyway: sideOf(anyway, isEnoughWork),
    held: checkedOf(held, heldRework, isEnoughRework),
    notHeld: checkedOf(notHeld, otherRework, isEnoughRework),
  };
}

/** What became of one closed assignment. */
interface Outcome {
  readonly hadHoles: boolean;
  readonly changes: number;
  readonly interruptions: number;
  readonly yourDays: number;
  readonly met: AgreedDayResult | undefined;
}

function sideOf(outcomes: readonly Outcome[], isEnough: boolean): Side {
  const median = (valueOf: (outcome: Outcome) => number): number | undefined =>
    isEnough ? medianOf(outcomes.map(valueOf)) : undefined;
  return {
    n: outcomes.length,
    medianChanges: median(({ changes }) => changes),
    medianInterruptions: median(({ interruptions }) => interruptions),
    medianYourDays: median(({ yourDays }) => yourDays),
    met: shareMet(outcomes.map(({ met }) => met)),
  };
}

/** A decision or an approval that was answered for, and had a day to ask whether it stood. */
function isChecked({ kind, closing, check }: BoardRow): boolean {
  const isDecided = closing !== undefined && closing.how !== 'withdrawn';
  return isDecided && (kind === 'decision' || kind === 'approval') && check?.on !== undefined;
}

function wasHeld({ id, closing }: BoardRow, { items }: Pick<BoardSource, 'items'>): boolean {
  const told = items.get(id)?.toldDays ?? [];
  return told.some(({ by, on }) => by === 'hold' && closing !== undefined && on <= closing.on);
}

function reworkOf(rows: readonly BoardRow[]): number[] {
  return rows.flatMap(({ check }) => {
    const answer = check?.answer;
    return answer?.how === 'reversed' && answer.reworkInDays !== undefined ? [answer.reworkInDays] : [];
  });
}

function checkedOf(rows: readonly BoardRow[], rework: readonly number[], isEnough: boolean): Checked {
  const answers = rows.flatMap(({ check }) => check?.answer ?? []);
  return {
    answered: answers.length,
    stood: answers.filter(({ how }) => how === 'held').length,
    rework: { n: rework.length, median: isEnough ? medianOf(rework) : undefined },
  };
}

function areEnough(...sides: readonly (readonly unknown[])[]): boolean {
  return sides.every(({ length }) => length >= neededForFigure);
}

function medianOf(values: readonly number[]): number | undefined {
  return percentile(
    values.toSorted((a, b) => a - b),
    50,
  );
}

/** Those that match, and the others. */
function parted<T>(all: readonly T[], matches: (one: T) => boolean): [T[], T[]] {
  const { yes = [], no = [] } = Object.groupBy(all, (one) => (matches(one) ? 'yes' : 'no'));
  return [yes, no];
}
