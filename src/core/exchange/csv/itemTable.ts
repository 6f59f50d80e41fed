import { closingOf } from '../../items/decidedBySilence.ts';
import type { Calendar } from '../../time/calendar.ts';
import { answerOf, titleOf } from '../../items/codedText.ts';
import { reasonOf } from '../../items/reasonText.ts';
import { compareTexts } from '../../text/compareTexts.ts';
import { type ExportedField, exportedFields } from './columns.ts';
import { cellOfNames } from '../cells/namesCell.ts';
import type { Closing, Item } from '../../items/item.ts';

/** Headers and rows of a CSV file, not quoted or escaped yet. */
export interface ItemTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * One row per item, earliest asked first, under headers that the import recognises. Clarity items are left out: only an
 * assignment can owe one, and a table has none.
 */
export function itemTable(items: Iterable<Item>, calendar: Calendar): ItemTable {
  const all = [...items].filter(({ kind }) => kind !== 'clarity');
  const sorted = all.toSorted((a, b) => compareTexts(a.askedOn, b.askedOn) || compareTexts(a.id, b.id));
  return {
    headers: exportedFields,
    rows: sorted.map((item) => {
      const cells = cellsOf(item, calendar);
      return exportedFields.map((field) => cells[field] ?? '');
    }),
  };
}

function cellsOf(item: Item, calendar: Calendar): Readonly<Record<ExportedField, string | undefined>> {
  const closing = closingOf(item.closing, calendar);
  return {
    pacesetterId: item.id,
    title: titleOf(item),
    kind: item.kind,
    door: item.door,
    askedOn: item.askedOn,
    askedBy: item.askedBy,
    // The table has no slips: a closed item gets its first promise, which figures use, an open one the current promise.
    promisedOn: closing === undefined ? item.promisedOn : item.firstPromisedOn,
    closedOn: closing?.on,
    closedAs: closing?.how,
    outcome: closing && outcomeOf(closing),
    because: closing?.how === 'decided' ? closing.because : undefined,
    waiting: cellOfNames(item.waiting),
    owedBy: item.owedBy,
    tags: cellOfNames(item.tags),
    link: item.link,
    note: item.note,
    sourceSystem: item.sourceSystem,
    sourceKey: item.sourceKey,
  };
}

function outcomeOf(closing: Closing): string | undefined {
  switch (closing.how) {
    case 'decided':
    case 'silence':
      return closing.outcome;
    case 'cleared':
      return closing.note;
    case 'settled':
      return answerOf(closing);
    case 'withdrawn':
      return reasonOf(closing);
    default:
      return closing satisfies never;
  }
}
