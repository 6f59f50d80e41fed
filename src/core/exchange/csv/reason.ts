import type { Day } from '../../time/day.ts';
import type { Refusal } from '../../rules/refusal.ts';

/** Why a row is refused: by a rule, or because it cannot be read. Worded in `reasonText.ts`. */
export type ImportRefusal =
  | Refusal
  | CellRefusal
  | { readonly refused: 'noAskedDay'; readonly closedOn: Day }
  /** So long that it is not looked at. */
  | { readonly refused: 'hugeCell'; readonly column: string; readonly length: number; readonly limit: number }
  /** A heading or a comment of a to-do list. */
  | { readonly refused: 'noItem'; readonly column: string; readonly cell: string; readonly word: string }
  /** The headers, once more. */
  | { readonly refused: 'headersAgain' }
  /** Another row above has the key of this ticket. */
  | { readonly refused: 'repeatsKey'; readonly key: string; readonly row: number }
  /** The cells cannot be told apart. */
  | { readonly refused: 'brokenQuotes' };

/** A cell that cannot be parsed; `column` is its header. */
export interface CellRefusal {
  readonly refused: 'unreadableDay' | 'noSuchDay' | 'ambiguousDay' | 'unknownKind' | 'unknownDoor' | 'unknownClosing';
  readonly column: string;
  readonly cell: string;
}

/** What is odd about a row that is imported or already in the log. */
export type ImportOddity =
  /** An open item without an asked day; its clock starts today. */
  | { readonly odd: 'askedToday'; readonly today: Day }
  /** Asked so long ago that the year is probably mistyped. */
  | { readonly odd: 'askedLongAgo'; readonly askedOn: Day }
  | { readonly odd: 'closedSameDay'; readonly on: Day }
  | { readonly odd: 'promisedBeforeAsked'; readonly promisedOn: Day; readonly askedOn: Day }
  /** Closed without an outcome; {@link outcomeNotRecorded} is used. */
  | { readonly odd: 'noOutcome' }
  /** The status or the outcome sounds closed, but without a closing day the item is imported as open. */
  | { readonly odd: 'closedWithoutDay'; readonly status: string }
  /** A closing day is given, but the status says that the item is open, and so it is imported. */
  | { readonly odd: 'openWithDay'; readonly status: string; readonly closedOn: Day }
  /** A cell holds two days, of which the first is used. */
  | { readonly odd: 'span'; readonly column: string; readonly cell: string }
  /** A text beyond its limit; its start is imported. */
  | { readonly odd: 'shortened'; readonly column: string; readonly length: number; readonly limit: number }
  /** Same title, asked day and link as an earlier row; both are imported. */
  | { readonly odd: 'repeatsRow'; readonly row: number }
  /** More cells than headers, usually from an unquoted delimiter; the extra cells are ignored. */
  | { readonly odd: 'extraCells'; readonly count: number }
  /** The item is open in the log, and an import leaves it open: it has no key, or somebody has worked on it since. */
  | { readonly odd: 'openInLog'; readonly closedOn: Day }
  /** The item was closed by an import, and its ticket is open again. */
  | { readonly odd: 'openInFile'; readonly closedOn: Day }
  | { readonly odd: 'closedOtherDayInLog'; readonly closedOn: Day; readonly inLog: Day };

/** Outcome stored for a closed row that has none. Never translated, because it is written to the log. */
export const outcomeNotRecorded = '(not recorded)';
