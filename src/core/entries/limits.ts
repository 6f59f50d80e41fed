/**
 * Limits of texts, in UTF-16 code units. They hold when an entry is written down and when it is read. Together with
 * {@link listLimits} they keep a line of the log below the 64 KB that every supported file system writes in one piece,
 * even when each character must be escaped.
 */
export const textLimits = {
  title: 300,
  outcome: 1_000,
  because: 2_000,
  expect: 1_000,
  reason: 1_000,
  question: 1_000,
  answer: 2_000,
  note: 4_000,
  link: 2_000,
  askedBy: 100,
  owedBy: 100,
  whom: 100,
  to: 100,
  excluded: 2_000,
  deliverables: 2_000,
  owner: 100,
  doneWhen: 2_000,
  displaces: 1_000,
  stops: 1_000,
  told: 300,
  name: 100,
  tag: 50,
} as const;
export type TextField = keyof typeof textLimits;

/** Limits of lists: how many may be given at once. */
export const listLimits = { waiting: 30, tags: 20, blockers: 20, dependsOn: 20, priorities: 100, names: 30 } as const;
export type ListField = keyof typeof listLimits;

/**
 * How many people one item can have waiting, and how many blockers. More than one act may name, because acts of several
 * machines add up. What is beyond it stays in the history.
 */
export const mostWaiting = 100;
export const mostBlockers = 1_000;
/** How many names one person can have. A join beyond it has no effect. */
export const mostNames = 100;
/** How many entries of other machines that disagree with what counts are kept to choose from. */
export const mostDisagreeing = 20;
/** How many owners of an assignment a hole in it remembers: the latest. */
export const mostOwners = 100;

/** Longest code that stands for words, such as `assignmentClosed`. */
export const longestCode = 100;
/** Longest name of a system that an item comes from, and longest key in it. */
export const longestSourceSystem = 200;
export const longestSourceKey = 1_000;
/** Longest name of a team, with its organization. */
export const longestTeam = 200;
/** Longest status of a decision record. */
export const longestRecordStatus = 300;
/** Longest name of a file. No file system has a longer one. */
export const longestFileName = 255;
/** How sure a leader can be of what they expect, in percent: less than even says the opposite, and nothing is certain. */
export const leastSure = 50;
export const mostSure = 99;
/** Most working days of a target, and the greatest cost of a change or a reversal. */
export const mostDays = 1_000;
/** Most entries that one import can bring. */
export const mostEntries = 1_000_000;
