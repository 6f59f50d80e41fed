import type { Intent } from '../../../src/core/rules/intents.ts';
import { isCheckDue, isDefaultDue } from './bookFigures.ts';
import {
  askers,
  habit,
  isChoice,
  isMyMove,
  isOpen,
  type Moment,
  pageWhere,
  people,
  some,
  soon,
  type WeightedHabit,
} from './moment.ts';
import type { Random } from '../../support/random.ts';
import type { Page } from './page.ts';
import { dayAfter, type PlainDay } from './plainDays.ts';

function capture(moment: Moment): Intent {
  const { chance, today, count } = moment;
  const kind = chance.pick(['decision', 'decision', 'decision', 'approval', 'dependency'] as const);
  const asked = chance.number(3) === 0 ? dayAfter(today, -chance.number(12)) : undefined;
  return {
    type: 'capture',
    title: `${kind} ${count}`,
    kind,
    door: kind === 'decision' ? chance.pick(['two-way', 'one-way', undefined] as const) : undefined,
    askedBy: chance.pick([...askers, undefined]),
    waiting: some(chance, people, 2),
    owedBy: kind === 'dependency' ? chance.pick(['Legal', 'Security']) : undefined,
    askedOn: asked,
    promisedOn: chance.number(3) === 0 ? dayAfter(today, chance.number(10)) : undefined,
  };
}

/** What the leader says to expect, and how sure they are. */
export function expectation(chance: Random): { expect: string; sureness: number } {
  return { expect: 'Half of the calls stop', sureness: chance.pick([50, 55, 60, 70, 75, 80, 89, 90, 95, 99]) };
}

/** The day on which it came back, where the leader says so later; undefined for today. */
function cameBack({ moves }: Page, { chance, today }: Moment): PlainDay | undefined {
  const passedOn = moves.at(-1)?.on ?? today;
  const day = dayAfter(today, -chance.number(4));
  return day < today && day >= passedOn ? day : undefined;
}

/** What the leader does about items, and how often. */
export const itemHabits: readonly WeightedHabit[] = [
  [14, capture],
  habit(
    12,
    (page, moment) => isChoice(page) && isMyMove(page, moment),
    (page, moment) => {
      const { today, chance } = moment;
      const isBackdated = chance.number(5) === 0 && page.last < today && page.moves.length === 0;
      const isChecked = chance.number(2) === 0;
      return {
        type: 'decide',
        id: page.id,
        outcome: chance.pick(['yes', 'no', 'the cheaper one']),
        decidedOn: isBackdated ? dayAfter(today, -1) : undefined,
        checkOn: isChecked ? soon(moment, 9) : undefined,
        ...(isChecked && chance.number(3) > 0 && expectation(chance)),
      };
    },
  ),
  habit(
    1,
    (page, { books }) => isChoice(page) && isOpen(page) && books.mover(page) !== 'leader',
    ({ id }) => ({ type: 'decide', id, outcome: 'yes, without waiting' }),
  ),
  habit(
    4,
    (page, { books }) => page.kind === 'dependency' && isOpen(page) && books.mover(page) !== 'asker',
    ({ id }) => ({ type: 'clear', id, note: 'it is there' }),
  ),
  habit(
    2,
    (page) => isOpen(page) && page.hole === undefined,
    ({ id }) => ({ type: 'withdraw', id, reason: 'no longer needed' }),
  ),
  habit(
    4,
    (page) => page.ending !== undefined && page.check?.answer !== 'reversed' && page.hole === undefined,
    ({ id }) => ({ type: 'reopen', id, reason: 'the price changed' }),
  ),
  habit(8, isMyMove, ({ id }, { chance }) => ({
    type: 'sendBack',
    id,
    question: 'Which region?',
    to: chance.pick([...people, undefined]),
  })),
  habit(
    8,
    (page, { books }) => isOpen(page) && books.mover(page) === 'asker',
    (page, moment) => ({
      type: 'markReturned',
      id: page.id,
      answer: 'Frankfurt',
      returnedOn: cameBack(page, moment),
    }),
  ),
  habit(
    3,
    (page, { books }) => isOpen(page) && books.mover(page) !== 'decider' && page.hole === undefined,
    ({ id }, { chance }) => ({ type: 'handOver', id, to: chance.pick(people) }),
  ),
  habit(
    2,
    (page, { books }) => isOpen(page) && books.mover(page) === 'decider',
    (page, moment) => ({ type: 'markReturned', id: page.id, returnedOn: cameBack(page, moment) }),
  ),
  habit(
    4,
    (page, moment) => isMyMove(page, moment) && page.responses.length === 0,
    ({ id }) => ({ type: 'acknowledge', id }),
  ),
  habit(5, isMyMove, ({ id }, moment) => ({
    type: 'deliberate',
    id,
    question: `Can we leave in ${moment.count} days?`,
    until: soon(moment, 9),
  })),
  habit(
    5,
    (page, { books }) => isOpen(page) && books.mover(page) !== 'decider',
    ({ id }, moment) => ({ type: 'movePromise', id, promisedOn: soon(moment, 12), reason: 'the numbers are late' }),
  ),
  habit(
    6,
    (page) => page.hole === undefined,
    ({ id }, { chance, today }) => {
      const add = some(chance, people, 2);
      const remove = people.filter((name) => !add.includes(name) && chance.number(6) === 0);
      const since = chance.number(4) === 0 ? dayAfter(today, -chance.number(6)) : undefined;
      return { type: 'changeWaiting', id, add, remove, since };
    },
  ),
  habit(
    2,
    (page) => page.hole === undefined,
    ({ id }, { count }) => ({ type: 'edit', id, note: `seen ${count} offers` }),
  ),
  habit(
    2,
    (page) => page.isCaptured && isOpen(page) && page.moves.length === 0,
    ({ id, asked }) => ({ type: 'edit', id, askedOn: dayAfter(asked, -2) }),
  ),
  habit(4, isOpen, (page, moment) => {
    const other = pageWhere(moment, (one) => isOpen(one) && one.id > page.id && !page.blockers.has(one.id));
    return other && { type: 'block', id: page.id, blocker: other.id };
  }),
  habit(
    2,
    (page, { books }) => books.blockersOf(page).length > 0,
    (page, { books, chance }) => {
      const blocker = books.blockersOf(page)[0]?.id ?? '';
      return { type: chance.number(2) === 0 ? 'verifyBlocker' : 'unblock', id: page.id, blocker };
    },
  ),
  habit(
    3,
    (page) => isOpen(page) && page.kind === 'dependency',
    ({ id }) => ({ type: 'chase', id, note: 'by mail' }),
  ),
  habit(
    5,
    (page) => isOpen(page) && isChoice(page),
    ({ id }, moment) => ({
      type: 'stateDefault',
      id,
      outcome: `we stay, ${moment.count}`,
      takesEffectOn: soon(moment, 6),
    }),
  ),
  habit(
    1,
    (page) => isOpen(page) && page.default !== undefined,
    ({ id }) => ({ type: 'dropDefault', id }),
  ),
  habit(
    8,
    (page, { today, books }) =>
      isDefaultDue(page, today) && books.mover(page) === 'leader' && page.last <= (page.default?.on ?? ''),
    ({ id }) => ({ type: 'confirmDefault', id }),
  ),
  habit(
    2,
    (page) => page.ending !== undefined && page.ending.how !== 'withdrawn' && page.check?.answer === undefined,
    ({ id }, moment) => ({ type: 'setCheckDay', id, checkOn: soon(moment, 9) }),
  ),
  habit(
    4,
    (page, { today }) => isCheckDue(page, today),
    ({ id }) => ({ type: 'answerCheck', id, answer: 'held' }),
  ),
  habit(
    2,
    (page) =>
      page.ending !== undefined &&
      page.ending.how !== 'withdrawn' &&
      page.hole === undefined &&
      page.check?.answer !== 'reversed',
    ({ id }, { chance }) => ({
      type: 'answerCheck',
      id,
      answer: 'reversed',
      reason: 'it did not work',
      reworkInDays: chance.pick([undefined, 0, 1, 2.5, 8]),
    }),
  ),
];
