import type { WorkBoard } from '../assignments/workBoard.ts';
import type { Board } from '../board/board.ts';
import type { BoardRow } from '../board/row.ts';
import { lastTalk } from '../people/people.ts';
import type { Register } from '../register/register.ts';
import { buildPerson, isPerson } from '../reports/person.ts';
import { changesSince } from '../reports/personChanges.ts';
import { buildPersonPage, personPageText } from '../reports/personPage.ts';
import type { Calendar } from '../time/calendar.ts';
import { firstRow } from './firstRow.ts';
import type { PersonSnapshot } from './protocol.ts';

/**
 * Builds what the page of a person draws.
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
  const isTheirs = isPerson(person.name);
  const changed = talk && changesSince({ talk, register, board, work, calendar, isTheirs });
  const page = buildPersonPage(person, changed, board, work.assignments, calendar);
  const rows = new Map(board.rows.map((row) => [row.id, row]));
  return {
    type: 'person',
    language,
    name: person.name,
    title: page.title,
    sentences: page.sentences,
    changed: page.changed?.map(({ id, about, title, lines }) => {
      const row = about === 'item' ? rows.get(id) : undefined;
      return { title, lines, id, about, offers: row === undefined ? '' : offersOf(row) };
    }),
    lists: page.lists.map(({ heading, rows }) => ({
      heading,
      rows: rows.map(({ row, facts }) => ({ ...firstRow(row, board.today, offersOf), facts })),
    })),
    handedOut: page.handedOut,
    interruptions: page.interruptions,
    toReview: page.toReview.map(({ id }) => id),
    markdown: personPageText(page),
  };
}
