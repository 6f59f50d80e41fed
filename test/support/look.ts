import type { BoardFeed } from '../../src/app/boardFeed.ts';
import { cycleTimes, paceOf } from '../../src/core/figures/pace.ts';
import { itemTable } from '../../src/core/exchange/csv/itemTable.ts';
import { computeCalendarDays } from '../../src/core/exchange/calendar/calendarDays.ts';
import { exportLog } from '../../src/core/exchange/json/logExport.ts';
import { planRecords } from '../../src/core/exchange/madr/planRecords.ts';
import { isDecided, recordText } from '../../src/core/exchange/madr/recordText.ts';
import { itemLinkPath } from '../../src/core/items/itemLink.ts';
import { rowDescription } from '../../src/core/items/itemText.ts';
import { buildSnapshot } from '../../src/core/panel/snapshot.ts';
import type { Register } from '../../src/core/register/register.ts';
import { titlesIn } from '../../src/core/register/titles.ts';
import { briefText } from '../../src/core/reports/brief.ts';
import { buildItemPage, itemPageText } from '../../src/core/reports/itemPage.ts';
import { buildLedger } from '../../src/core/reports/ledger.ts';
import { ledgerText } from '../../src/core/reports/ledgerText.ts';
import { buildLookBack } from '../../src/core/reports/lookBack.ts';
import { lookBackText } from '../../src/core/reports/lookBackText.ts';
import { addDays } from '../../src/core/time/day.ts';
import { calendarFile } from '../../src/files/calendarFile.ts';
import { writeCsv } from '../../src/files/writeCsv.ts';
import { contextValueOf } from '../../src/ui/views/waiting/contextValue.ts';

/** Control characters but tab and line breaks, lone surrogates, and characters that reorder text. */
const unseen = /(?![\t\n\r])\p{Cc}|[\p{Cs}\p{Bidi_Control}\u2028\u2029]/u;
/** How many pages, briefs and records are written: each is as long as the history of its subject. */
const pages = 200;

/**
 * Builds what a person can look at and give out of a log. Returns the first characters of it that hide or reorder text,
 * with what stands around them; undefined if there are none.
 */
export function look(register: Register, feed: BoardFeed): string | undefined {
  const { board, work, policy } = feed;
  const { today } = board;
  const { calendar } = policy();
  const titleOf = titlesIn(register);
  const rows = [...board.rows];
  const texts: string[] = rows.map((row) => `${row.title} ${rowDescription(row, today)} ${itemLinkPath(row.id)}`);
  texts.push(JSON.stringify(buildSnapshot(register, board, work, policy(), 'en', contextValueOf)));
  for (const row of rows.slice(0, pages)) {
    const item = register.items.get(row.id)!;
    const pace = row.closing === undefined ? paceOf(row, cycleTimes(board)) : undefined;
    texts.push(itemPageText(buildItemPage({ item, row, pace, today, calendar, titleOf })));
  }
  for (const row of work.assignments.slice(0, pages)) texts.push(briefText(row, today, titleOf));
  const span = { from: addDays(today, -90), to: today };
  texts.push(ledgerText(buildLedger(register, board, work, span, policy()), 'initials', titleOf));
  const lookBack = buildLookBack(register, board, work, today, policy());
  if (lookBack !== undefined) texts.push(lookBackText(lookBack, titleOf));
  texts.push(writeCsv(itemTable(register.items.values(), calendar)));
  // The log itself is given out as it is: to the letter.
  exportLog(register, new Date(0), { newer: 0, damaged: 0 });
  const days = computeCalendarDays(register, board, work);
  if (days.length > 0) texts.push(calendarFile(days));
  planRecords(register.items.values(), [], 'shop', calendar);
  for (const item of [...register.items.values()].filter(isDecided).slice(0, pages)) {
    texts.push(recordText(item, { successor: undefined, predecessors: [] }, calendar));
  }
  const shown = texts.join('\n');
  const at = shown.search(unseen);
  return at < 0 ? undefined : JSON.stringify(shown.slice(Math.max(0, at - 40), at + 40));
}
