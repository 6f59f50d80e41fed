/**
 * Limits of texts, in UTF-16 code units, and of lists. Together they keep a line of the log below the 64 KB that every
 * supported file system writes in one piece, even when each character must be escaped.
 */
export const textLimits = {
  title: 300,
  outcome: 1_000,
  because: 2_000,
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
export const listLimits = { waiting: 30, tags: 20, blockers: 20, dependsOn: 20 } as const;

export type TextField = keyof typeof textLimits;
export type ListField = keyof typeof listLimits;
