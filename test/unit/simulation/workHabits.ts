import type { AgreementChange } from '../../../src/core/entries/workFacts.ts';
import type { Intent } from '../../../src/core/rules/intents.ts';
import { habit, isOpen, type Moment, people, type WeightedHabit } from './moment.ts';
import type { Brief } from './page.ts';
import { dayAfter } from './plainDays.ts';

function brief(moment: Moment): Intent | undefined {
  const { chance, today, count, mayAssign, books, mine } = moment;
  if (!mayAssign) return undefined;
  const own = [...books.pages.values()].filter((page) => isOpen(page) && mine(page) && page.hole === undefined);
  const isFull = chance.number(3) > 0;
  return {
    type: 'assign',
    outcome: `Customers can pay invoice ${count} online`,
    owner: chance.number(4) === 0 ? 'the team' : chance.pick(people),
    excluded: isFull ? 'No refunds' : undefined,
    deliverables: 'One page and its help text',
    doneWhen: isFull || chance.number(2) === 0 ? '3 customers paid 5 invoices by Friday' : undefined,
    dependsOn: own.length > 0 && chance.number(2) === 0 ? [chance.pick(own).id] : undefined,
    dueOn: isFull ? dayAfter(today, 1 + chance.number(14)) : undefined,
    isAgreed: isFull && chance.number(4) > 0,
    serves: books.priorities.length > 0 && chance.number(2) === 0 ? chance.pick(books.priorities) : undefined,
    displaces: isFull ? 'The report is done in May; Ray is told' : undefined,
    anyway: 'It cannot wait',
  };
}

/** What the leader wants otherwise. */
function change({ chance, today, count, books, mine }: Moment): AgreementChange {
  const open = [...books.pages.values()].filter((page) => isOpen(page) && mine(page) && page.hole === undefined);
  const dueOn = dayAfter(today, 1 + chance.number(14));
  return chance.pick<AgreementChange>([
    { deliverables: `Page ${count}` },
    { dueOn },
    { dueOn, isAgreed: true },
    { isAgreed: true },
    open.length > 0 ? { dependsOn: [chance.pick(open).id] } : { deliverables: `Page ${count}` },
    books.priorities.length > 0 ? { serves: chance.pick(books.priorities) } : { deliverables: `Page ${count}` },
  ]);
}

function briefWhere(moment: Moment, intend: (one: Brief) => Intent | undefined): Intent | undefined {
  const open = [...moment.books.briefs.values()].filter(({ ending }) => ending === undefined);
  return open.length === 0 || !moment.mayAssign ? undefined : intend(moment.chance.pick(open));
}

/** What the leader does about the work they hand out and about their priorities, and how often. */
export const workHabits: readonly WeightedHabit[] = [
  [6, brief],
  habit(
    4,
    (page) => page.hole !== undefined && isOpen(page),
    (page, moment) => {
      if (!moment.mayAssign) return undefined;
      if (moment.books.mover(page) !== 'leader') return undefined;
      const isDay = page.hole?.hole === 'dueOn' || page.hole?.hole === 'isAgreed';
      const answer = page.hole?.hole === 'owner' ? moment.chance.pick(people) : 'agreed by mail';
      return { type: 'settle', id: page.id, answer, dueOn: isDay ? dayAfter(moment.today, 5) : undefined };
    },
  ),
  [
    2,
    (moment) =>
      briefWhere(moment, ({ id }) => ({
        type: 'reassign',
        id,
        owner: moment.chance.pick(people),
        reason: 'leave',
        costInDays: 2,
      })),
  ],
  [
    6,
    (moment) =>
      briefWhere(moment, ({ id }) => ({
        type: 'changeAssignment',
        id,
        ...change(moment),
        reason: 'law',
        costInDays: 1,
      })),
  ],
  [
    5,
    (moment) =>
      briefWhere(moment, ({ id, made }) => {
        const { chance, today } = moment;
        const day = dayAfter(today, -chance.number(4));
        const closedOn = day < today && day >= made ? day : undefined;
        return { type: 'closeAssignment', id, result: chance.pick(['met', 'missed'] as const), closedOn };
      }),
  ],
  [
    1,
    ({ mayAssign, books, count }) =>
      mayAssign && books.priorities.length < 3 ? { type: 'addPriority', title: `Priority ${count}` } : undefined,
  ],
  [
    4,
    ({ mayAssign, books, chance }) =>
      mayAssign && books.priorities.length > 1
        ? {
            type: 'rankPriorities',
            order: [chance.pick(books.priorities)],
            stops: 'the report',
            because: 'law',
            told: 'Ray',
          }
        : undefined,
  ],
];
