import type { Totals } from '../board/totals.ts';
import type { BoardRow } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import type { FrictionReport } from '../figures/friction.ts';
import type { Scorecard } from '../figures/scorecard.ts';
import type { TrendWeek } from '../figures/trend.ts';
import type { TargetKind } from '../policy.ts';
import type { AssignmentRow } from '../assignments/workBoard.ts';
import type { WorkFigures } from '../assignments/workFigures.ts';
import type { AssignmentResult } from '../entries/workFacts.ts';

/**
 * All that the panel and its host say to each other. The host sends whole snapshots, never what changed: a hidden panel
 * hears nothing and must be right when it shows again. The panel sends wishes, which run the commands a person could.
 */

/** What is said to the panel once, before the first snapshot, where the editor speaks another language than English. */
export interface Messages {
  readonly type: 'messages';
  /** English on the left. */
  readonly messages: Readonly<Record<string, string>>;
}

/** Where an open item stands in the chart: as it would if it did not drift. */
export const plays = ['waiting', 'acknowledged', 'deliberating', 'sentBack', 'blocked'] as const;
export type Play = (typeof plays)[number];

/** One open item, with what the panel draws of it. */
export interface OpenRow extends Pick<
  BoardRow,
  | 'id'
  | 'title'
  | 'kind'
  | 'state'
  | 'askedOn'
  | 'askedBy'
  | 'ageInDays'
  | 'workingDaysWaited'
  | 'promisedOn'
  | 'overdue'
  | 'drifting'
  | 'daysOver'
  | 'waiting'
  | 'personDays'
  | 'tags'
> {
  readonly targetKind: TargetKind;
  /** Undefined once it was handed over: somebody else decides, and it ages on their side. */
  readonly play: Play | undefined;
  /** Until when it is deliberated, while it is. */
  readonly heldUntil: Day | undefined;
  /** Whom it was sent back or handed over to. */
  readonly with: string | undefined;
  /** Titles of the open items in its way. */
  readonly blockedBy: readonly string[];
  /** Closed items whose cycle time is at most its age. */
  readonly olderThan: number;
  /** What may be done with it, in the words the menus ask for. */
  readonly offers: string;
}

/** How a closing stood up: each has a shape and a word of its own. */
export const verdicts = ['unchecked', 'held', 'silence', 'reversed'] as const;
export type Verdict = (typeof verdicts)[number];

export interface ClosedPoint {
  readonly id: string;
  readonly title: string;
  readonly targetKind: TargetKind;
  readonly closedOn: Day;
  /** Working days from asked to closed, sent-back days left out. */
  readonly decisionTime: number;
  readonly verdict: Verdict;
}

/** So many of the closed items were closed within so many calendar days. */
export interface Band {
  readonly percent: number;
  readonly ageInDays: number;
}

/** What the leader asks of the team for a kind. */
export interface Asked {
  /** In working days. */
  readonly target: number;
  /** Calendar age, today, of what has waited exactly so many working days: the height of the line. */
  readonly ageInDays: number;
}

/** One assignment, with what the panel draws of it. */
export interface HandedOutRow extends Pick<AssignmentRow, 'id' | 'ageInDays' | 'drag' | 'changes' | 'costInDays'> {
  readonly outcome: string;
  readonly owner: string;
  /** Undefined while it is open. */
  readonly ended: AssignmentResult | undefined;
  /** Clarity items of it that are still owed. */
  readonly owed: number;
}

/** Everything the panel draws. */
export interface Snapshot {
  readonly type: 'snapshot';
  /** For days, numbers and lists in words. */
  readonly language: string;
  readonly today: Day;
  readonly totals: Totals;
  readonly scorecard: Scorecard;
  /** Oldest hurt first. */
  readonly open: readonly OpenRow[];
  /** Of everything the leader closed. */
  readonly cycle: { readonly closed: number; readonly bands: readonly Band[] };
  readonly asked: Readonly<Record<TargetKind, Asked>>;
  /** The latest ones, earliest first. */
  readonly closed: readonly ClosedPoint[];
  /** Closed before those. */
  readonly closedEarlier: number;
  readonly trend: readonly TrendWeek[];
  readonly friction: FrictionReport;
  readonly handedOut: { readonly figures: WorkFigures; readonly rows: readonly HandedOutRow[] };
}

/** What a person can ask to be done with an item. Each is the name of a command. */
export const panelActs = [
  'openItem',
  'decide',
  'clear',
  'movePromise',
  'changeWaiting',
  'edit',
  'withdraw',
  'acknowledge',
  'sendBack',
  'markReturned',
  'settleClarity',
] as const;
export type PanelAct = (typeof panelActs)[number];

/** What the panel asks of its host. */
export type PanelRequest =
  /** The panel is there, or there again: send it everything. */
  | { readonly type: 'ready' }
  | { readonly type: 'act'; readonly act: PanelAct; readonly id: string }
  | { readonly type: 'review'; readonly ids: readonly string[] }
  | { readonly type: 'capture' }
  | { readonly type: 'undo' }
  /** Where the panel may not write to the clipboard itself. */
  | { readonly type: 'copyText'; readonly text: string }
  | { readonly type: 'savePicture'; readonly name: string; readonly base64: string };
