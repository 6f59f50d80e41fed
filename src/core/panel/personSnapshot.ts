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
  const { title, sentences, handedOut, interruptions } = page;
  const rows = new Map(board.rows.map((row) => [row.id, row]));
  return {
    type: 'person',
    language,
    name: person.name,
    title,
    sentences,
    changed: changed?.map((change) => {
      const row = change.about === 'item' ? rows.get(change.id) : undefined;
      return { ...change, offers: row === undefined ? '' : offersOf(row) };
    }),
    lists: page.lists.map(({ heading, rows }) => ({
      heading,
      rows: rows.map(({ row, facts }) => ({ ...firstRow(row, board.today, offersOf), facts })),
    })),
    handedOut,
    interruptions,
    toReview: page.toReview.map(({ id }) => id),
    markdown: personPageText(page),
  };
}
