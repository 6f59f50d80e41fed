import type { WorkBoard } from '../assignments/workBoard.ts';
import type { Board } from '../board/board.ts';
import { isForReview } from '../board/review.ts';
import type { BoardRow } from '../board/row.ts';
import { lastTalk } from '../people/people.ts';
import type { Register } from '../register/register.ts';
import { titlesIn } from '../register/titles.ts';
import { buildPerson, isPerson } from '../reports/person.ts';
import { changesSince } from '../reports/personChanges.ts';
import { buildPersonPage, personPageText } from '../reports/personPage.ts';
import type { Calendar } from '../time/calendar.ts';
import { firstRow } from './firstRow.ts';
import type { PersonSnapshot } from './protocol.ts';

/**
 * Builds what the tab of a person draws.
 *
 * @param offersOf the words for the allowed actions of an item
 */
export function buildPersonSnapshot(
  register: Register,
  board: Board,
  work: WorkBoard,
  name: string,
  calendar: Calendar,
  language: string,
  offersOf: (row: BoardRow) => string,
): PersonSnapshot {
  const person = buildPerson(register.people, board, work, name, calendar);
  const talk = lastTalk(register.people, person.name);
  const is = isPerson(person.name);
  const changed = talk && changesSince(talk, register, board, work, is, titlesIn(register));
  const page = buildPersonPage(person, changed, work.assignments, board.today);
  const drawn = (row: BoardRow) => firstRow(row, board.today, offersOf);
  return {
    type: 'person',
    language,
    name: person.name,
    title: page.title,
    sentences: page.sentences,
    changed: page.changed?.map(({ title, row, lines }) => ({ title, lines, id: row?.id })),
    lists: page.lists.map(({ heading, rows }) => ({ heading, rows: rows.map(drawn) })),
    handedOut: page.handedOut,
    interruptions: page.interruptions,
    toReview: [...person.waiting, ...person.holes].filter(isForReview).map(({ id }) => id),
    isDiscussedToday: person.discussedOn === board.today,
    markdown: personPageText(page, board.today),
  };
}
