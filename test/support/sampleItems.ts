import type { CaptureFields } from '../../src/core/intents.ts';

/** One item of the sample log. Days are counted back from today: 3 is three days ago, -3 in three days. */
export interface SampleItem extends Omit<CaptureFields, 'askedOn' | 'promisedOn'> {
  readonly asked: number;
  /** When the leader typed it, if that was later. */
  readonly logged?: number;
  readonly promised?: number;
  readonly moved?: { readonly ago: number; readonly to: number; readonly reason: string };
  readonly closed?: number;
  readonly outcome?: string;
  readonly because?: string;
}

/** What waits on an engineering leader in an ordinary month, and what was closed in the weeks before. */
export const sampleItems: readonly SampleItem[] = [
  { title: 'Pick the on-call vendor', door: 'one-way', asked: 20, waiting: ['anna', 'sam'], tags: ['platform'] },
  {
    title: 'Sign off the Q1 hiring plan',
    kind: 'approval',
    asked: 12,
    waiting: ['priya', 'tom', 'lee'],
    askedBy: 'priya',
  },
  {
    title: 'Read access to the billing database',
    kind: 'dependency',
    owedBy: 'finance-it',
    asked: 16,
    logged: 13,
    waiting: ['sam'],
    tags: ['billing'],
  },
  { title: 'Keep or drop Internet Explorer mode', asked: 9, waiting: ['mo'], askedBy: 'mo' },
  {
    title: 'Who owns the incident review from the 3rd',
    asked: 8,
    waiting: ['anna', 'jonas', 'kim', 'lee'],
    moved: { ago: 6, to: -2, reason: 'Legal has to see the timeline first.' },
  },
  { title: 'Approve the conference budget', kind: 'approval', asked: 5, waiting: ['jonas'] },
  { title: 'Name the two metrics for the search rewrite', asked: 4, promised: -1, waiting: ['priya', 'mo'] },
  { title: 'Buy or build the feature flags', door: 'one-way', asked: 4, waiting: ['tom', 'sam'], tags: ['platform'] },
  {
    title: 'Staging certificates from the security team',
    kind: 'dependency',
    owedBy: 'security',
    asked: 3,
    waiting: ['lee'],
  },
  { title: 'Approve Kim’s move to the data team', kind: 'approval', asked: 1, waiting: ['kim'] },
  { title: 'Freeze dates around the holidays', asked: 2, promised: -10, waiting: ['anna', 'tom', 'priya'] },
  { title: 'Which region goes first for the new plan', door: 'one-way', asked: 1, promised: -8 },
  { title: 'Design review slot for the import flow', asked: 0, waiting: ['jonas'] },
  { title: 'Contract for the penetration test', kind: 'approval', asked: 0, promised: -14, askedBy: 'security' },
  {
    title: 'Drop the legacy export',
    asked: 30,
    closed: 21,
    outcome: 'Dropped in March',
    because: 'two customers left on it',
  },
  { title: 'Merge the two mobile teams', door: 'one-way', asked: 40, closed: 26, outcome: 'Not this half' },
  { title: 'Approve the laptop order', kind: 'approval', asked: 24, closed: 23, outcome: 'Yes, all twelve' },
  { title: 'Approve the logging contract', kind: 'approval', asked: 22, closed: 17, outcome: 'Yes, for one year' },
  {
    title: 'Pick the error budget for checkout',
    asked: 19,
    closed: 15,
    outcome: '99.9 %',
    because: 'support can carry that',
  },
  {
    title: 'VPN accounts for the contractors',
    kind: 'dependency',
    owedBy: 'it',
    asked: 18,
    closed: 12,
    outcome: 'All six work',
  },
  { title: 'Rename the public API', asked: 14, closed: 10, outcome: 'Keep the name', waiting: ['sam'] },
  {
    title: 'Approve overtime for the migration',
    kind: 'approval',
    asked: 11,
    closed: 10,
    outcome: 'Yes, two weekends',
  },
  { title: 'Choose the date for the re-organisation talk', asked: 9, closed: 4, outcome: 'First Monday of the month' },
  { title: 'Approve the accessibility audit', kind: 'approval', asked: 6, closed: 3, outcome: 'Yes' },
];
