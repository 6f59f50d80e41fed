import { interruptionsOf, type Interruption } from '../assignments/workFigures.ts';
import type { AssignmentRow, WorkBoard } from '../assignments/workBoard.ts';
import type { Board } from '../board/board.ts';
import { waitsOfPeople, workingDaysByHolder } from '../board/clocks.ts';
import type { BoardRow } from '../board/row.ts';
import { allNames, lastTalk, mainName, type People } from '../people/people.ts';
import { windowInDays } from '../policy.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { nameKey } from '../text/names.ts';
import type { Calendar } from '../time/calendar.ts';
import { addDays, type Day, laterDay } from '../time/day.ts';

/** What is between the leader and one person. Never how fast that person is. Lists are in the order of the board. */
export interface Person {
  /** What they are called. */
  readonly name: string;
  readonly alsoCalled: readonly string[];
  /** Open items they wait for, apart from holes, which were neither handed over nor sent back to them. */
  readonly waiting: readonly BoardRow[];
  readonly sentBack: readonly BoardRow[];
  /** Handed over to them. */
  readonly decides: readonly BoardRow[];
  /** Open dependencies. */
  readonly owes: readonly BoardRow[];
  /** Open ones that they hold. */
  readonly assignments: readonly AssignmentRow[];
  /** Open clarity items that wait for them. */
  readonly holes: readonly BoardRow[];
  /** Of the last 90 days, latest first. */
  readonly interruptions: readonly Omit<Interruption, 'person'>[];
  /** The day of the last talk, unless it is later than the day of the board. */
  readonly discussedOn?: Day;
  /** Their share of the person-days of the board: of open items that were not handed over. */
  readonly personDays: number;
}

/** Linear in the rows of the board. */
export function buildPerson(
  people: People,
  board: Board,
  work: Pick<WorkBoard, 'assignments'>,
  written: string,
  calendar: Calendar,
): Person {
  const name = mainName(people, written);
  const isTheirs = isPerson(name);
  const open = board.rows.filter(({ closing }) => closing === undefined);
  const waitsFor = open.filter(({ ball, waiting }) => ball !== 'decider' && waiting.some(isTheirs));
  const isWith = (row: BoardRow, ball: BoardRow['ball']): boolean =>
    row.ball === ball && isTheirs(row.turns.at(-1)?.name);
  const discussedOn = lastTalk(people, name)?.on;
  const hasTalked = discussedOn !== undefined && discussedOn <= board.today;
  const start = addDays(board.today, -windowInDays);
  return {
    name,
    alsoCalled: allNames(people, name).filter((other) => nameKey(other) !== nameKey(name)),
    waiting: waitsFor.filter((row) => row.kind !== 'clarity' && !isWith(row, 'asker')),
    sentBack: open.filter((row) => isWith(row, 'asker')),
    decides: open.filter((row) => isWith(row, 'decider')),
    owes: open.filter(({ kind, owedBy }) => kind === 'dependency' && isTheirs(owedBy)),
    assignments: work.assignments.filter(
      ({ closing, agreement }) => closing === undefined && isTheirs(agreement.owner),
    ),
    holes: waitsFor.filter((row) => row.kind === 'clarity' && !isWith(row, 'asker')),
    interruptions: work.assignments
      .flatMap(interruptionsOf)
      .filter(({ on, person }) => on > start && on <= board.today && isTheirs(person))
      .map(({ person: _, ...interruption }) => interruption)
      .toSorted((a, b) => compareTexts(b.on, a.on)),
    ...(hasTalked && { discussedOn }),
    personDays: waitsFor.reduce((sum, row) => sum + waitOf(row, isTheirs, board.today, calendar).workingDays, 0),
  };
}

/** How long the person has waited for an open item: working days on the leader, since which day, and those of others since. */
export function waitOf(
  row: BoardRow,
  isTheirs: IsPerson,
  today: Day,
  calendar: Calendar,
): { readonly workingDays: number; readonly since: Day; readonly workingDaysOfOthers: number } {
  const theirs = waitsOfPeople(row, row.askedOn, today, calendar).filter(
    ({ name, waitsNow }) => waitsNow && isTheirs(name),
  );
  const spell = row.waitingSpells.findLast(({ name, to }) => to === undefined && isTheirs(name));
  const since = spell?.from ?? row.askedOn;
  const { asker, decider, nobody } = workingDaysByHolder(row.turns, laterDay(since, row.askedOn), today, calendar);
  return {
    workingDays: theirs.reduce((sum, { workingDays }) => sum + workingDays, 0),
    since,
    workingDaysOfOthers: asker + decider + nobody,
  };
}

/** Whether a name on the board is that person's. */
export type IsPerson = (name: string | undefined) => boolean;

/** Compares each name once: a board has many rows and few names. */
export function isPerson(name: string): IsPerson {
  const key = nameKey(name);
  const known = new Map<string | undefined, boolean>([[undefined, false]]);
  return (other) => {
    let answer = known.get(other);
    if (answer === undefined) known.set(other, (answer = other !== undefined && nameKey(other) === key));
    return answer;
  };
}
