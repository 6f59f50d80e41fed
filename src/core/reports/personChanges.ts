import { type Assignment, foldAssignment } from '../assignments/assignment.ts';
import type { AssignmentRow, WorkBoard } from '../assignments/workBoard.ts';
import { interruptionsOf } from '../assignments/workFigures.ts';
import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import type { AssignmentEntry, Entry, ItemEntry } from '../entries/entry.ts';
import { foldItem } from '../items/foldItem.ts';
import type { Item } from '../items/item.ts';
import { namedPeople } from '../items/namedPeople.ts';
import { mainNamesIn, type Talk } from '../people/people.ts';
import { entriesOf, undosInForce } from '../register/acts.ts';
import { compareEntries } from '../register/entryList.ts';
import type { Register } from '../register/register.ts';
import { titlesIn } from '../register/titles.ts';
import { sayDay } from '../text/days.ts';
import { t } from '../text/translate.ts';
import type { Calendar } from '../time/calendar.ts';
import { addDays, type Day } from '../time/day.ts';
import { sayAmendment, sayEnd } from './brief.ts';
import type { IsPerson } from './person.ts';
import { effectiveHistory, sayEntry } from './historyText.ts';

/** What happened to an item or an assignment since the last talk, in words, oldest first. */
export interface Changed {
  readonly id: string;
  readonly about: 'item' | 'assignment';
  readonly title: string;
  readonly lines: readonly string[];
}

/** What a change is looked for in, and since when. */
interface ChangeSource {
  readonly talk: Talk;
  readonly register: Register;
  readonly board: Board;
  readonly work: Pick<WorkBoard, 'assignments'>;
  readonly calendar: Calendar;
  readonly isTheirs: IsPerson;
}

/**
 * What changed since the last talk, of each item that names the person now or named them then, and of each assignment
 * that they hold or held then: what was written down or undone, and which day has passed since.
 */
export function changesSince(source: ChangeSource): Changed[] {
  const { board, work } = source;
  const undone = undoneSince(source);
  return [
    ...board.rows.flatMap((row) => changesOfItem(row, undone.get(row.id) ?? [], source)),
    ...work.assignments.flatMap((row) => changesOfAssignment(row, undone.get(row.id) ?? [], source)),
  ];
}

function changesOfItem(row: BoardRow, undone: readonly Entry[], source: ChangeSource): Changed[] {
  const { talk, register, board, calendar, isTheirs } = source;
  const item = register.items.get(row.id);
  if (item === undefined) return [];
  const titleOf = titlesIn(register);
  const hasNews = (item.history.at(-1)?.clock ?? '') > talk.clock;
  const lines = [
    ...(hasNews ? effectiveHistory(item, calendar) : []).flatMap((entry) =>
      entry.clock > talk.clock ? [sayEntry(entry, board.today, titleOf)] : [],
    ),
    ...undone.map((entry) => t('undone: {0}', sayEntry(entry as ItemEntry, board.today, titleOf))),
    ...daysPassed(row, talk.on, board.today),
  ];
  if (lines.length === 0) return [];
  const before = itemAtTalk(item, undone, source);
  const concerns = [item, before].some((each) => each !== undefined && namedPeople(each).some(isTheirs));
  return concerns ? [{ id: row.id, about: 'item', title: row.title, lines }] : [];
}

function changesOfAssignment(row: AssignmentRow, undone: readonly Entry[], source: ChangeSource): Changed[] {
  const { talk, register, board, isTheirs } = source;
  const assignment = register.assignments.get(row.id);
  if (assignment === undefined) return [];
  const before = assignmentAtTalk(assignment, undone, source);
  if (![row.agreement.owner, before?.agreement.owner].some(isTheirs)) return [];
  const titleOf = titlesIn(register);
  const { closing } = row;
  const lines = [
    ...(before?.madeOn === undefined ? [t('{0}: handed out', sayDay(row.madeOn, board.today))] : []),
    ...row.amendments
      .slice(before?.amendments.length ?? 0)
      .map((amendment) => sayAmendment(amendment, board.today, titleOf)),
    ...rerankedSince(row, source),
    ...(undone.length > 0 ? [t('a change was undone')] : []),
    ...(closing !== undefined && before?.closing === undefined ? [sayEnd(closing, board.today)] : []),
    ...(row.overdue && row.agreement.dueOn !== undefined && row.agreement.dueOn >= talk.on ? [sayDayPassed()] : []),
  ];
  return lines.length === 0 ? [] : [{ id: row.id, about: 'assignment', title: row.agreement.outcome, lines }];
}

/** Days of the item that were still to come at the talk, or were that day. */
function daysPassed(row: BoardRow, talkedOn: Day, today: Day): string[] {
  const hasPassed = (day: Day | undefined): boolean => day !== undefined && day >= talkedOn && day < today;
  const hasCome = (day: Day | undefined): boolean => hasPassed(day && addDays(day, -1));
  return [
    ...(row.overdue && hasPassed(row.dueOn) ? [sayDayPassed()] : []),
    ...(row.closing === undefined && hasPassed(row.deliberation?.until) ? [t('the hold has ended')] : []),
    ...(row.isDefaultDue && hasCome(row.default?.on) ? [t('the day of the default has come')] : []),
    ...(row.state === 'checkDue' && hasCome(row.check?.on) ? [t('the check is due')] : []),
  ];
}

function sayDayPassed(): string {
  return t('the promised day has passed');
}

/** Re-rankings that moved what the assignment serves. Only their day is known. */
function rerankedSince(row: AssignmentRow, { talk, register, board }: ChangeSource): string[] {
  const rankedAfter = register.priorities.history.some(
    ({ type, clock }) => type === 'prioritiesRanked' && clock > talk.clock,
  );
  if (!rankedAfter) return [];
  return interruptionsOf(row)
    .filter(({ how, on }) => how === 'reranked' && on >= talk.on)
    .map(({ on }) => t('{0}: moved by a priority change', sayDay(on, board.today)));
}

/** What counted at the talk and was undone since, by the item or assignment. */
function undoneSince({ talk, register }: ChangeSource): ReadonlyMap<string, readonly Entry[]> {
  const undos = undosInForce(register).filter(({ clock }) => clock > talk.clock);
  if (undos.length === 0) return new Map();
  const undone = entriesOf(register, new Set(undos.map(({ undoes }) => undoes)));
  const entries = undone.filter(({ clock }) => clock <= talk.clock);
  return Map.groupBy(entries, (entry) =>
    'item' in entry ? entry.item : 'assignment' in entry ? entry.assignment : '',
  );
}

function itemAtTalk(item: Item, undone: readonly Entry[], { talk, register }: ChangeSource): Item | undefined {
  const entries = [...item.history, ...(undone as ItemEntry[])].filter(({ clock }) => clock <= talk.clock);
  return foldItem(
    entries.toSorted(compareEntries),
    item.readOnly,
    (assignment) => register.assignments.get(assignment)?.owners ?? [],
    mainNamesIn(register.people),
  );
}

function assignmentAtTalk(
  assignment: Assignment,
  undone: readonly Entry[],
  { talk, register }: ChangeSource,
): Assignment | undefined {
  const entries = [...assignment.history, ...(undone as AssignmentEntry[])].filter(({ clock }) => clock <= talk.clock);
  return foldAssignment(entries.toSorted(compareEntries), assignment.readOnly, mainNamesIn(register.people));
}
