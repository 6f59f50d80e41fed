import { letteredActs } from '../board/itemLetters.ts';
import type { Totals } from '../board/totals.ts';
import type { BoardRow } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import type { BothHalves } from '../figures/bothHalves.ts';
import type { Calibration } from '../figures/calibration.ts';
import type { FrictionReport } from '../figures/friction.ts';
import type { Payback } from '../figures/payback.ts';
import type { Scorecard } from '../figures/scorecard.ts';
import type { TrendWeek } from '../figures/trend.ts';
import type { TargetKind } from '../policy.ts';
import type { AssignmentRow } from '../assignments/workBoard.ts';
import type { WorkFigures } from '../assignments/workFigures.ts';
import type { AssignmentResult } from '../entries/workFacts.ts';
import type { Changed } from '../reports/personChanges.ts';
import type { PersonPage } from '../reports/personPage.ts';

/**
 * The messages between the panel and its host. The host sends complete snapshots, never deltas: a hidden panel receives
 * nothing and must be correct when it is shown again. The panel sends requests, which run the commands a person runs.
 */

/** Translations, sent once before the first snapshot when the editor's language is not English. */
export interface Messages {
  readonly type: 'messages';
  /** Translation by English text. */
  readonly messages: Readonly<Record<string, string>>;
}

/** Columns of the ageing chart: the state of an open item, ignoring drift. */
export const plays = ['waiting', 'acknowledged', 'deliberating', 'sentBack', 'blocked'] as const;
export type Play = (typeof plays)[number];

/** The fields of a row of the board that the panel draws as they are. */
export const drawnFields = [
  'id',
  'title',
  'kind',
  'state',
  'askedOn',
  'askedBy',
  'ageInDays',
  'workingDaysWaited',
  'promisedOn',
  'dueOn',
  'restedInDays',
  'overdue',
  'drifting',
  'daysOver',
  'waiting',
  'personDays',
  'tags',
] as const;
export type DrawnFields = Pick<BoardRow, (typeof drawnFields)[number]>;

/** One open item, with the fields the panel draws. */
export interface OpenRow extends DrawnFields {
  readonly targetKind: TargetKind;
  /** Undefined for a handed-over item: somebody else decides it, so it is not in the chart. */
  readonly play: Play | undefined;
  /** The until-day while it is held. */
  readonly heldUntil: Day | undefined;
  /** The person it is sent back or handed over to. */
  readonly with: string | undefined;
  /** Where it was asked, if not here: `GitHub`, `GitHub, for acme/core`. */
  readonly asked: string | undefined;
  /** Titles of its open blockers. */
  readonly blockedBy: readonly string[];
  /** Number of closed items whose cycle time is at most its age. */
  readonly olderThan: number;
  /** What else the people it names are called. */
  readonly otherNames: readonly string[];
  /** In the group *Today* of the tree. */
  readonly isToday: boolean;
  /** Space-separated words for the allowed actions, tested by the `when` clauses of menus. */
  readonly offers: string;
}

/** Outcome of a closing's check; each value has its own shape and word in the chart. */
export const verdicts = ['unchecked', 'held', 'silence', 'reversed'] as const;
export type Verdict = (typeof verdicts)[number];

export interface ClosedPoint {
  readonly id: string;
  readonly title: string;
  readonly targetKind: TargetKind;
  readonly closedOn: Day;
  /** Working days from asked to closed, without the days on which the ball was not the leader's. */
  readonly decisionTime: number;
  readonly verdict: Verdict;
}

/** A percentile of cycle time: `percent` of the closed items took at most `ageInDays` calendar days. */
export interface Band {
  readonly percent: number;
  readonly ageInDays: number;
}

/** The target for a kind. */
export interface TargetLine {
  /** In working days. */
  readonly target: number;
  /** Calendar age today of an item that has waited as many working days: the height of the line. */
  readonly ageInDays: number;
}

/** One assignment, with the fields the panel draws. */
export interface HandedOutRow extends Pick<AssignmentRow, 'id' | 'ageInDays' | 'drag' | 'changes' | 'costInDays'> {
  readonly outcome: string;
  readonly owner: string;
  /** Undefined for an open assignment. */
  readonly ended: AssignmentResult | undefined;
  /** Number of its clarity items that are still open. */
  readonly owed: number;
}

/** One row of the first screen: an open item, or a closed one whose check is due. */
export interface FirstRow extends Pick<BoardRow, 'id' | 'title' | 'kind' | 'overdue'> {
  readonly isHeld: boolean;
  /** The short facts beside its title, as in the tree. */
  readonly facts: string;
  readonly offers: string;
}

/** The first screen: what to do now. */
export interface Start {
  /** The sentence on top: what stands before the title of the item to start with, and what stands after it. */
  readonly sentence: readonly [string, string];
  /** The item to start with. Undefined if the leader has no move. */
  readonly item: FirstRow | undefined;
  /** The first rows, in the order of the tree. */
  readonly rows: readonly FirstRow[];
  /** How many items a review asks about. */
  readonly toReview: number;
  /** How many items are in the group *Today*. */
  readonly today: number;
}

/** All data the panel draws. */
export interface Snapshot {
  readonly type: 'snapshot';
  /** BCP 47 tag for formatting days, numbers and lists. */
  readonly language: string;
  readonly today: Day;
  readonly totals: Totals;
  readonly scorecard: Scorecard;
  readonly halves: BothHalves;
  readonly payback: Payback;
  readonly calibration: Calibration;
  readonly start: Start;
  /** The list of all items: what is open, and what is closed and has to be looked at. In the order of the tree. */
  readonly open: readonly OpenRow[];
  /** Over all items the leader closed. */
  readonly cycle: { readonly closed: number; readonly bands: readonly Band[] };
  readonly asked: Readonly<Record<TargetKind, TargetLine>>;
  /** The latest closed items, earliest first. */
  readonly closed: readonly ClosedPoint[];
  /** Number of closed items left out of `closed`. */
  readonly closedEarlier: number;
  readonly trend: readonly TrendWeek[];
  /** The day of the first capture; undefined for an empty log. */
  readonly logBeginsOn: Day | undefined;
  readonly friction: FrictionReport;
  readonly handedOut: { readonly figures: WorkFigures; readonly rows: readonly HandedOutRow[] };
}

/** The page of one item, in words. */
export interface ItemPage {
  readonly title: string;
  /** Sentences about what it is, who waits, the promise and all else that stands on it today. */
  readonly sentences: readonly string[];
  readonly note: string | undefined;
  readonly link: { readonly text: string; readonly isWebAddress: boolean } | undefined;
  readonly figures: readonly { readonly name: string; readonly value: string }[];
  readonly slips: readonly string[];
  readonly history: readonly { readonly day: string; readonly text: string }[];
  /** Everybody it names. */
  readonly people: readonly string[];
}

/** All data that the page of an item draws. */
export interface ItemSnapshot {
  readonly type: 'item';
  readonly language: string;
  readonly id: string;
  /** Undefined when the item is not in the log any more: its capture was undone. */
  readonly page: ItemPage | undefined;
  /** The same page as Markdown. */
  readonly markdown: string;
  readonly overdue: boolean;
  readonly offers: string;
}

/** What changed of one item or assignment. */
export interface ChangedRow extends Changed {
  /** As in {@link FirstRow}; empty for an assignment. */
  readonly offers: string;
}

/** All data that the page of a person draws: what is between them and the leader, worst first. */
export interface PersonSnapshot extends Pick<PersonPage, 'title' | 'sentences' | 'handedOut' | 'interruptions'> {
  readonly type: 'person';
  readonly language: string;
  /** What they are called. */
  readonly name: string;
  /** Since the two last talked; undefined where they have not. */
  readonly changed: readonly ChangedRow[] | undefined;
  readonly lists: readonly { readonly heading: string; readonly rows: readonly FirstRow[] }[];
  /** Ids of the items that a review of them asks about. */
  readonly toReview: readonly string[];
  /** The same page as Markdown. */
  readonly markdown: string;
}

/** The actions on an item. Each is the name of a command. */
export const panelActs = [
  'openItem',
  ...letteredActs,
  'handOver',
  'unblock',
  'verifyBlocker',
  'stateDefault',
  'dropDefault',
  'setCheckDay',
  'answerCheck',
  'reopen',
  'takeBackRequest',
] as const;
export type PanelAct = (typeof panelActs)[number];

/** A message from the panel to its host. */
export type PanelRequest =
  /** The panel has loaded or reloaded and needs a snapshot. */
  | { readonly type: 'ready' }
  | { readonly type: 'act'; readonly act: PanelAct; readonly id: string }
  | { readonly type: 'review'; readonly ids: readonly string[] }
  /** A review of everything that a review asks about. */
  | { readonly type: 'reviewAll' }
  | { readonly type: 'capture' }
  | { readonly type: 'addSample' }
  | { readonly type: 'openPerson'; readonly name: string }
  /** The brief of an assignment. */
  | { readonly type: 'openBrief'; readonly id: string }
  /** The leader talked with the person of the page. */
  | { readonly type: 'markDiscussed'; readonly name: string }
  /** From the page of an item or a person to where it was opened from. */
  | { readonly type: 'back' }
  | { readonly type: 'undo' }
  /** Used when the panel has no access to the clipboard. */
  | { readonly type: 'copyText'; readonly text: string }
  | { readonly type: 'savePicture'; readonly name: string; readonly base64: string };
