import type { Day } from '../../time/day.ts';
import type { Refusal } from '../../rules/refusal.ts';

/** Why a row does not go in: the rules refuse it, or it cannot be read. Put into a sentence by `wording/importReasons.ts`. */
export type ImportRefusal = Refusal | CellRefusal | { readonly refused: 'noAskedDay'; readonly closedOn: Day };

/** A cell that cannot be understood; `column` is the header it stands under. */
export interface CellRefusal {
  readonly refused: 'unreadableDay' | 'noSuchDay' | 'ambiguousDay' | 'unknownKind' | 'unknownDoor' | 'unknownClosing';
  readonly column: string;
  readonly cell: string;
}

/** What is odd about a row that goes in all the same, or that is in already. */
export type ImportOddity =
  /** Nothing says when an open item was asked, so its clock starts today. */
  | { readonly odd: 'askedToday'; readonly today: Day }
  /** Asked so long ago that a mistyped year is likelier. */
  | { readonly odd: 'askedLongAgo'; readonly askedOn: Day }
  | { readonly odd: 'closedSameDay'; readonly on: Day }
  | { readonly odd: 'promisedBeforeAsked'; readonly promisedOn: Day; readonly askedOn: Day }
  /** Closed, but nothing says how; {@link outcomeNotRecorded} stands in. */
  | { readonly odd: 'noOutcome' }
  /** The outcome sounds like an end, but without a closing day the item goes in open. */
  | { readonly odd: 'outcomeWithoutDay'; readonly outcome: string }
  /** Title, asked day and link are those of an earlier row; both go in. */
  | { readonly odd: 'repeatsRow'; readonly row: number }
  /** More cells than headers, most often an unquoted delimiter; what is beyond the last header is not read. */
  | { readonly odd: 'extraCells'; readonly count: number }
  /** The item is in the log and open there; an import closes nothing that is in already. */
  | { readonly odd: 'openInLog'; readonly closedOn: Day }
  | { readonly odd: 'closedOtherDayInLog'; readonly closedOn: Day; readonly inLog: Day };

/** The outcome written for a closed row that has none. It is stored, so it is never translated. */
export const outcomeNotRecorded = '(not recorded)';
