import type { Agreement, AssignmentResult } from '../entries/workFacts.ts';
import type { SampleWork } from './work.ts';

/** An assignment of the sample that is over. Days count back from today. */
interface PastWork extends Pick<Agreement, 'outcome' | 'excluded' | 'deliverables' | 'owner' | 'doneWhen'> {
  readonly serves: string;
  /** Title of an item. */
  readonly dependsOn?: string;
  readonly made: number;
  readonly due: number;
  readonly closed: number;
  readonly result: AssignmentResult;
  /** Why it was handed out without saying what is not included, and when that was settled. */
  readonly anyway?: { readonly reason: string; readonly settled: number; readonly answer: string };
  readonly changes?: readonly Change[];
}

interface Change {
  readonly ago: number;
  readonly doneWhen: string;
  readonly reason: string;
  readonly costInDays: number;
}

const pastWork: readonly PastWork[] = [
  {
    outcome: 'Orders show where a parcel is',
    excluded: 'Returns',
    deliverables: 'A page, and a mail for each step',
    owner: 'kim',
    doneWhen: '95 % of parcels have a place within an hour',
    serves: 'checkout',
    made: 82,
    due: 62,
    closed: 63,
    result: 'met',
  },
  {
    outcome: 'A new laptop works within a day',
    deliverables: 'A script and a checklist',
    owner: 'tom',
    doneWhen: '3 new colleagues work on their first day',
    serves: 'hiring',
    made: 80,
    due: 60,
    closed: 55,
    result: 'missed',
    anyway: { reason: 'The first one comes on Monday', settled: 73, answer: 'Phones' },
    changes: [
      { ago: 72, doneWhen: '5 new colleagues work on their first day', reason: 'Two more signed', costInDays: 2 },
      { ago: 64, doneWhen: '5 work, with the new VPN', reason: 'The VPN changes in between', costInDays: 4 },
    ],
  },
  {
    outcome: 'Search has two engineers on call',
    excluded: 'Nights at the weekend',
    deliverables: 'A rota and a runbook',
    owner: 'sam',
    doneWhen: '4 weeks without an unanswered page',
    serves: 'hiring',
    made: 74,
    due: 46,
    closed: 47,
    result: 'met',
    changes: [{ ago: 60, doneWhen: '3 weeks without an unanswered page', reason: 'It starts later', costInDays: 0 }],
  },
  {
    outcome: 'Partners can see their invoices',
    deliverables: 'A page behind the login',
    owner: 'mo',
    doneWhen: '10 partners have opened one',
    serves: 'checkout',
    dependsOn: 'One repository or two',
    made: 71,
    due: 50,
    closed: 44,
    result: 'missed',
    anyway: { reason: 'The partners were promised a date', settled: 62, answer: 'Paying them' },
    changes: [
      { ago: 61, doneWhen: '20 partners have opened one', reason: 'Sales named more', costInDays: 3 },
      { ago: 52, doneWhen: '20, and they can download them', reason: 'Their auditors ask for it', costInDays: 5 },
    ],
  },
  {
    outcome: 'The data team has its own staging',
    deliverables: 'An environment and its costs',
    owner: 'priya',
    doneWhen: '2 releases went through it',
    serves: 'checkout',
    dependsOn: 'Who may deploy on Fridays',
    made: 65,
    due: 45,
    closed: 43,
    result: 'met',
    anyway: { reason: 'Their release waits', settled: 60, answer: 'Customer data' },
    changes: [{ ago: 58, doneWhen: '3 releases went through it', reason: 'One was too small', costInDays: 2 }],
  },
  {
    outcome: 'The nightly import ends before six',
    excluded: 'Imports of partners',
    deliverables: 'The change, and an alert',
    owner: 'lee',
    doneWhen: '10 nights in a row',
    serves: 'checkout',
    made: 58,
    due: 40,
    closed: 38,
    result: 'missed',
  },
  {
    outcome: 'Alerts name the team that acts',
    deliverables: 'A field in each alert',
    owner: 'anna',
    doneWhen: 'All 80 alerts have a name',
    serves: 'checkout',
    made: 55,
    due: 36,
    closed: 31,
    result: 'missed',
    anyway: { reason: 'Two alerts went to nobody', settled: 47, answer: 'Alerts of the old data centre' },
    changes: [{ ago: 46, doneWhen: 'All 120 alerts have a name', reason: 'Billing was forgotten', costInDays: 3 }],
  },
  {
    outcome: 'The help desk can refund without an engineer',
    excluded: 'Refunds above 500',
    deliverables: 'A button and its log',
    owner: 'jonas',
    doneWhen: '20 refunds by the help desk in a week',
    serves: 'checkout',
    made: 47,
    due: 30,
    closed: 31,
    result: 'met',
  },
  {
    outcome: 'Prices have one source',
    deliverables: 'The source, and the three places that read it',
    owner: 'kim',
    doneWhen: 'A change shows in all three within 5 minutes',
    serves: 'checkout',
    dependsOn: 'Which team owns search relevance',
    made: 41,
    due: 25,
    closed: 20,
    result: 'met',
    anyway: { reason: 'Two prices differed on the page', settled: 35, answer: 'Prices of partners' },
    changes: [
      { ago: 34, doneWhen: 'It shows in all four within 5 minutes', reason: 'The app reads them too', costInDays: 3 },
      { ago: 28, doneWhen: 'It shows in all four within a minute', reason: 'Flash sales', costInDays: 2 },
    ],
  },
];

/** What was handed out and is over: as clear as can be, and anyway. */
export const pastWorkSteps: readonly SampleWork[] = pastWork.flatMap(stepsOf);

function stepsOf({
  made,
  due,
  closed,
  result,
  serves,
  dependsOn,
  anyway,
  changes = [],
  ...agreed
}: PastWork): SampleWork[] {
  const name = `work of ${made} days ago`;
  return [
    {
      ago: made,
      name,
      intent: (day, idOf) => ({
        type: 'assign',
        ...agreed,
        dependsOn: dependsOn === undefined ? [] : [idOf(dependsOn)],
        dueOn: day(due),
        isAgreed: true,
        serves: idOf(serves),
        anyway: anyway?.reason,
      }),
    },
    // A hole has the title of its assignment.
    ...(anyway === undefined
      ? []
      : [
          {
            ago: anyway.settled,
            name: agreed.outcome,
            intent: (_day, _idOf, id) => ({ type: 'settle', id, answer: anyway.answer }),
          } satisfies SampleWork,
        ]),
    ...changes.map(({ ago, ...change }): SampleWork => ({
      ago,
      name,
      intent: (_day, _idOf, id) => ({ type: 'changeAssignment', id, ...change }),
    })),
    { ago: closed, name, intent: (_day, _idOf, id) => ({ type: 'closeAssignment', id, result }) },
  ];
}
