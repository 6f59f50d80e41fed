import type { Day } from '../time/day.ts';
import type { CaptureFields, Intent } from '../rules/intents.ts';

/** One sample item. Days count back from today: 3 is three days ago, -3 is in three days. */
export interface SampleItem extends Omit<CaptureFields, 'askedOn' | 'promisedOn'> {
  readonly asked: number;
  /** When it was captured, if later than asked. */
  readonly logged?: number;
  readonly promised?: number;
  readonly moved?: { readonly ago: number; readonly to: number; readonly reason: string };
  /** Further acts on the item. */
  readonly then?: readonly SampleAct[];
  readonly closed?: number;
  readonly outcome?: string;
  readonly because?: string;
  /** What was expected of a decision, how sure the leader was, and the day to check it. */
  readonly expected?: { readonly expect: string; readonly sureness: number; readonly check: number };
  /** How the item that its reversal opened was decided. */
  readonly next?: { readonly title: string; readonly closed: number; readonly outcome: string };
}

type OfItem = Extract<Intent, { readonly id: string }>;
type WithoutId<I> = I extends OfItem ? Omit<I, 'id'> : never;

export interface SampleAct {
  readonly ago: number;
  readonly intent: (day: (ago: number) => Day, idOf: (title: string) => string) => WithoutId<OfItem>;
}

function sentToAndFro(sent: number, back: number, question: string, answer: string): SampleAct[] {
  return [
    { ago: sent, intent: () => ({ type: 'sendBack', question }) },
    { ago: back, intent: () => ({ type: 'markReturned', answer }) },
  ];
}

function held(ago: number, until: number, question: string): SampleAct {
  return { ago, intent: (day) => ({ type: 'deliberate', question, until: day(until) }) };
}

function stood(ago: number): SampleAct {
  return { ago, intent: () => ({ type: 'answerCheck', answer: 'held' }) };
}

function reversed(ago: number, reason: string, title: string, reworkInDays: number): SampleAct {
  return { ago, intent: () => ({ type: 'answerCheck', answer: 'reversed', reason, title, reworkInDays }) };
}

/** Items of an ordinary month: open ones, and some closed in the weeks before. */
export const sampleItems: readonly SampleItem[] = [
  {
    title: 'Pick the on-call vendor',
    door: 'one-way',
    asked: 20,
    askedBy: 'anna',
    waiting: ['anna', 'sam'],
    tags: ['platform'],
    then: [{ ago: 18, intent: () => ({ type: 'acknowledge', note: 'Offers are due first' }) }],
  },
  {
    title: 'Sign off the Q1 hiring plan',
    kind: 'approval',
    asked: 12,
    waiting: ['priya', 'tom', 'lee'],
    askedBy: 'priya',
    then: [
      { ago: 9, intent: () => ({ type: 'sendBack', question: 'Which two of the six roles can wait?' }) },
      { ago: 6, intent: () => ({ type: 'markReturned', answer: 'The second designer and the intern' }) },
    ],
  },
  {
    title: 'Read access to the billing database',
    kind: 'dependency',
    owedBy: 'finance-it',
    asked: 16,
    logged: 13,
    waiting: ['sam'],
    tags: ['billing'],
    then: [
      { ago: 7, intent: () => ({ type: 'chase', note: 'They want a ticket for each person' }) },
      { ago: 5, intent: (day) => ({ type: 'changeWaiting', add: ['kim'], since: day(5) }) },
    ],
  },
  {
    title: 'Keep or drop Internet Explorer mode',
    asked: 9,
    waiting: ['mo'],
    askedBy: 'mo',
    then: [
      {
        ago: 6,
        intent: (day) => ({
          type: 'deliberate',
          question: 'Do the two largest customers still need it?',
          until: day(-3),
        }),
      },
    ],
  },
  {
    title: 'Who owns the incident review from the 3rd',
    asked: 8,
    promised: 6,
    waiting: ['anna', 'jonas', 'kim', 'lee'],
    moved: { ago: 6, to: -2, reason: 'Legal has to see the timeline first.' },
  },
  { title: 'Approve the conference budget', kind: 'approval', asked: 5, waiting: ['jonas'] },
  { title: 'Name the two metrics for the search rewrite', asked: 4, promised: -1, waiting: ['priya', 'mo'] },
  {
    title: 'Buy or build the feature flags',
    door: 'one-way',
    asked: 4,
    waiting: ['tom', 'sam'],
    tags: ['platform'],
    then: [
      {
        ago: 0,
        intent: (_, idOf) => ({ type: 'block', blocker: idOf('Which region goes first for the new plan') }),
      },
    ],
  },
  {
    title: 'Staging certificates from the security team',
    kind: 'dependency',
    owedBy: 'security',
    asked: 3,
    waiting: ['lee'],
  },
  {
    title: 'Approve Kim’s move to the data team',
    kind: 'approval',
    asked: 1,
    waiting: ['kim'],
    then: [{ ago: 0, intent: () => ({ type: 'handOver', to: 'priya', note: 'It is her team' }) }],
  },
  {
    title: 'Freeze dates around the holidays',
    asked: 2,
    promised: -10,
    waiting: ['anna', 'tom', 'priya'],
    then: [
      { ago: 2, intent: () => ({ type: 'decide', outcome: 'The last two weeks' }) },
      { ago: 1, intent: () => ({ type: 'reopen', reason: 'Two teams ship in those weeks' }) },
      { ago: 1, intent: (day) => ({ type: 'stateDefault', outcome: 'As last year', takesEffectOn: day(-7) }) },
    ],
  },
  {
    title: 'Which region goes first for the new plan',
    door: 'one-way',
    asked: 1,
    promised: -8,
    then: [
      {
        ago: 1,
        intent: (day) => ({ type: 'deliberate', question: 'What does support say about Brazil?', until: day(-6) }),
      },
    ],
  },
  { title: 'Design review slot for the import flow', asked: 0, waiting: ['jonas'] },
  {
    title: 'Contract for the penetration test',
    kind: 'approval',
    asked: 3,
    promised: -14,
    askedBy: 'security',
    then: [{ ago: 1, intent: () => ({ type: 'sendBack', question: 'Which systems are in scope?' }) }],
  },
  {
    title: 'Drop the legacy export',
    asked: 30,
    closed: 21,
    outcome: 'Dropped in March',
    because: 'two customers left on it',
    then: [{ ago: 20, intent: (day) => ({ type: 'setCheckDay', checkOn: day(1) }) }],
  },
  { title: 'Merge the two mobile teams', door: 'one-way', asked: 40, closed: 26, outcome: 'Not this half' },
  { title: 'Approve the laptop order', kind: 'approval', asked: 24, closed: 23, outcome: 'Yes, all twelve' },
  {
    title: 'Approve the logging contract',
    kind: 'approval',
    asked: 22,
    closed: 17,
    outcome: 'Yes, for one year',
    askedBy: 'lee',
    then: sentToAndFro(21, 18, 'What does a shorter term cost?', 'A third more'),
  },
  {
    title: 'Pick the error budget for checkout',
    asked: 19,
    closed: 15,
    outcome: '99.9 %',
    because: 'support can carry that',
    expected: { expect: 'At most two pages a week', sureness: 80, check: 5 },
    then: [{ ago: 5, intent: () => ({ type: 'answerCheck', answer: 'held', note: 'One page in ten days' }) }],
  },
  {
    title: 'VPN accounts for the contractors',
    kind: 'dependency',
    owedBy: 'it',
    asked: 18,
    closed: 12,
    outcome: 'All six work',
  },
  {
    title: 'Rename the public API',
    asked: 14,
    closed: 10,
    outcome: 'Keep the name',
    waiting: ['sam'],
    expected: { expect: 'Nobody asks for it again', sureness: 90, check: 3 },
    then: [{ ago: 3, intent: () => ({ type: 'answerCheck', answer: 'held', note: 'Nobody asked again' }) }],
  },
  {
    title: 'Approve overtime for the migration',
    kind: 'approval',
    asked: 11,
    closed: 10,
    outcome: 'Yes, two weekends',
  },
  {
    title: 'Choose the date for the re-organisation talk',
    asked: 9,
    closed: 4,
    outcome: 'First Monday of the month',
    then: [
      {
        ago: 2,
        intent: () => ({ type: 'answerCheck', answer: 'reversed', reason: 'Half the team is at a conference then' }),
      },
    ],
  },
  {
    title: 'Approve the training days',
    kind: 'approval',
    asked: 34,
    closed: 29,
    outcome: 'Yes, two each',
    askedBy: 'priya',
    then: sentToAndFro(33, 30, 'Before or after the release?', 'After it'),
  },
  { title: 'Approve the new retention period', kind: 'approval', asked: 50, closed: 47, outcome: 'Yes' },
  {
    title: 'Which team answers for the mail queue',
    asked: 52,
    promised: 40,
    closed: 43,
    outcome: 'Platform, from June',
    expected: { expect: 'Mails are answered within a day', sureness: 70, check: 22 },
    then: [held(51, 44, 'Can platform take it without a hire?'), stood(22)],
  },
  {
    title: 'Move the stand-up to ten',
    asked: 33,
    closed: 33,
    outcome: 'Yes, for a month',
    expected: { expect: 'Both sites come', sureness: 60, check: 12 },
    then: [reversed(12, 'The other site has its lunch then', 'When the stand-up begins', 1)],
    next: { title: 'When the stand-up begins', closed: 11, outcome: 'Half past nine' },
  },
  {
    title: 'Which office keeps the test devices',
    asked: 70,
    promised: 62,
    closed: 64,
    outcome: 'The north one',
    askedBy: 'sam',
    expected: { expect: 'No test waits for a device', sureness: 75, check: 40 },
    then: [...sentToAndFro(69, 66, 'How many are in use at once?', 'Five at most'), stood(40)],
  },
  {
    title: 'Move invoices to the new provider',
    door: 'one-way',
    asked: 84,
    promised: 70,
    closed: 72,
    outcome: 'Yes, with the next quarter',
    askedBy: 'mo',
    expected: { expect: 'No invoice is late', sureness: 85, check: 41 },
    then: [
      ...sentToAndFro(83, 79, 'What does leaving again cost?', 'Two weeks of work'),
      held(78, 73, 'Does finance keep the old numbers?'),
      stood(41),
    ],
  },
  {
    title: 'One repository or two',
    door: 'one-way',
    asked: 80,
    promised: 66,
    closed: 68,
    outcome: 'One',
    askedBy: 'tom',
    expected: { expect: 'A change goes out within a day', sureness: 75, check: 35 },
    then: [
      ...sentToAndFro(79, 75, 'How long does a build take then?', 'Eleven minutes'),
      held(74, 69, 'Can the build be split?'),
      stood(35),
    ],
  },
  {
    title: 'Who may deploy on Fridays',
    asked: 66,
    closed: 63,
    outcome: 'Everybody',
    waiting: ['anna', 'kim'],
    expected: { expect: 'No more rollbacks than on other days', sureness: 80, check: 42 },
    then: [reversed(42, 'Three rollbacks in three weeks', 'Who may deploy on Fridays now', 4)],
    next: { title: 'Who may deploy on Fridays now', closed: 41, outcome: 'Whoever stays until six' },
  },
  {
    title: 'Which browser versions we test',
    asked: 61,
    closed: 57,
    outcome: 'The last two of each',
    expected: { expect: 'No ticket about an older one', sureness: 80, check: 28 },
    then: [held(60, 58, 'Who still uses an older one?'), stood(28)],
  },
  {
    title: 'Keep the weekly demo',
    asked: 48,
    closed: 46,
    outcome: 'Yes, for 20 minutes',
    expected: { expect: 'Every team shows something in a month', sureness: 65, check: 16 },
    then: [stood(16)],
  },
  {
    title: 'Which team owns search relevance',
    asked: 44,
    promised: 35,
    closed: 36,
    outcome: 'Search',
    expected: { expect: 'The backlog shrinks by half', sureness: 90, check: 9 },
    then: [held(43, 37, 'Does data have the people for it?'), stood(9)],
  },
  { title: 'Approve the accessibility audit', kind: 'approval', asked: 6, closed: 3, outcome: 'Yes' },
];
