import type { CsvFault } from './csvFault.ts';
import type { ImportOddity, ImportRefusal } from './reason.ts';
import type { Day } from '../../time/day.ts';
import { startOfText } from '../../text/clean.ts';
import { sayDay, sayNumber } from '../../text/days.ts';
import { sayFileFault } from '../fileText.ts';
import { sayRefusal } from '../../rules/refusalText.ts';
import { counted, t } from '../../text/translate.ts';

/** Why a row is refused, and what to write instead where that is not obvious. */
export function sayImportRefusal(reason: ImportRefusal, today: Day): string {
  switch (reason.refused) {
    case 'missing':
      return t('The title is empty.');
    case 'noAskedDay':
      return t('Closed {0}, but nothing says when it was asked.', sayDay(reason.closedOn, today));
    case 'unreadableDay':
      return t('“{0}” in “{1}” is not a day. Write it as YYYY-MM-DD.', shortened(reason.cell), reason.column);
    case 'noSuchDay':
      return t('“{0}” in “{1}” is a day that does not exist.', shortened(reason.cell), reason.column);
    case 'ambiguousDay':
      return t(
        '“{0}” in “{1}” could be two days: nothing in the file says whether the day or the month comes first.',
        shortened(reason.cell),
        reason.column,
      );
    case 'unknownKind':
      if (isClarity(reason.cell)) return t('A clarity item comes from an assignment; “Import JSON” brings both.');
      return t(
        '“{0}” in “{1}” is not a kind. Write decision, approval or dependency, or leave it empty.',
        shortened(reason.cell),
        reason.column,
      );
    case 'unknownDoor':
      return t(
        '“{0}” in “{1}” is not a door. Write two-way or one-way, or leave it empty.',
        shortened(reason.cell),
        reason.column,
      );
    case 'unknownClosing':
      return t(
        '“{0}” in “{1}” is not a way to close an item. Write decided, cleared, withdrawn or silence, or leave it empty.',
        shortened(reason.cell),
        reason.column,
      );
    case 'hugeCell':
      return t(
        '“{0}” has {1} characters; at most {2} are read.',
        reason.column,
        sayNumber(reason.length),
        sayNumber(reason.limit),
      );
    case 'noItem':
      return t(
        '“{0}” in “{1}”: only rows that say “{2}” there go in.',
        shortened(reason.cell),
        reason.column,
        reason.word,
      );
    case 'headersAgain':
      return t('These are the headers again.');
    case 'repeatsKey':
      return t('“{0}” is row {1} already.', shortened(reason.key), reason.row);
    case 'brokenQuotes':
      return t('Its quotes do not match. Double the quotes within a quoted text.');
    default:
      return sayRefusal(reason, today);
  }
}

/** What is odd about a row that is imported or already in the log. */
export function sayImportOddity(reason: ImportOddity, today: Day): string {
  return (oddities[reason.odd] as (reason: ImportOddity, today: Day) => string)(reason, today);
}

const oddities: {
  readonly [T in ImportOddity['odd']]: (reason: Extract<ImportOddity, { readonly odd: T }>, today: Day) => string;
} = {
  askedToday: () => t('Nothing says when it was asked, so it counts from today.'),
  askedLongAgo: ({ askedOn }, today) => t('Asked {0}; is the year right?', sayDay(askedOn, today)),
  closedSameDay: ({ on }, today) => t('Closed on the day it was asked, {0}.', sayDay(on, today)),
  promisedBeforeAsked: ({ promisedOn, askedOn }, today) =>
    t('Promised for {0}, before it was asked, {1}.', sayDay(promisedOn, today), sayDay(askedOn, today)),
  noOutcome: () => t('Closed, but nothing says how.'),
  closedWithoutDay: ({ status }) =>
    t('“{0}” sounds closed, but no closing day is given, so it goes in open.', shortened(status)),
  openWithDay: ({ status, closedOn }, today) =>
    t('“{0}” sounds open, although it was closed {1}; it goes in open.', shortened(status), sayDay(closedOn, today)),
  span: ({ column, cell }) => t('“{0}” in “{1}” holds two days; the first is used.', shortened(cell), column),
  shortened: ({ column, length, limit }) =>
    t('“{0}” has {1} characters; the first {2} go in.', column, sayNumber(length), sayNumber(limit)),
  repeatsRow: ({ row }) => t('Title, asked day and link are those of row {0}; both go in.', row),
  extraCells: ({ count }) =>
    counted(
      count,
      'One cell is beyond the last header and is not read. Is a text with the separator in it not quoted?',
      '{0} cells are beyond the last header and are not read. Is a text with the separator in it not quoted?',
    ),
  openInLog: ({ closedOn }, today) =>
    t('The file says it was closed {0}; the log has it open, and stays so.', sayDay(closedOn, today)),
  openInFile: ({ closedOn }, today) =>
    t('The file has it open; the log says it was closed {0}, and stays so.', sayDay(closedOn, today)),
  closedOtherDayInLog: ({ closedOn, inLog }, today) =>
    t(
      'The file says it was closed {0}; the log says {1}, and stays so.',
      sayDay(closedOn, today),
      sayDay(inLog, today),
    ),
};

/** The error for a named column that the file lacks. */
export function unknownColumn(header: string, headers: readonly string[]): string {
  return t('There is no column “{0}” in the file. It has: {1}.', header, headers.join(', '));
}

export function sayCsvFault(fault: CsvFault, file: string): string {
  switch (fault.fault) {
    case 'notText':
      return t('{0} is not a text file. If it is a spreadsheet, save it as CSV (UTF-8) and import that.', file);
    case 'damagedText':
      return t('{0} says which encoding it has, but its text is damaged. Save it again as CSV (UTF-8).', file);
    case 'empty':
      return t('{0} is empty.', file);
    case 'noRows':
      return t('{0} has headers but no rows.', file);
    case 'tooManyColumns':
      return t('{0} has more than {1} columns. Leave out those that are not needed.', file, sayNumber(fault.limit));
    case 'tooManyRows':
      return t('{0} has more than {1} rows. Split it.', file, sayNumber(fault.limit));
    case 'tooManyCells':
      return t(
        '{0} has more than {1} cells. Leave out columns that are not needed, or split it.',
        file,
        sayNumber(fault.limit),
      );
    case 'tooBig':
      return t('{0} Split it.', sayFileFault(fault, file));
    default:
      return sayFileFault(fault, file);
  }
}

/** Whether the cell names the kind that an import cannot bring; older exports have such rows. */
function isClarity(cell: string): boolean {
  return cell.trim().toLowerCase() === 'clarity';
}

/** Enough of a cell to recognise it. */
function shortened(cell: string): string {
  const line = cell.replace(/\s+/g, ' ');
  return line.length > 40 ? `${startOfText(line, 39).trimEnd()}…` : line;
}
