import process from 'node:process';
import { Calendar } from '../../../src/core/time/calendar.ts';
import { throwAwayFolder } from '../../../scripts/lib/throwAwayFolder.mjs';
import { usualPolicy } from '../../support/policy.ts';
import { Random } from '../../support/random.ts';
import { enterTimeZone } from '../../support/timeZone.ts';
import type { Page } from './page.ts';
import { isCheckDue } from './bookFigures.ts';
import { nextIntent } from './habits.ts';
import { expectation } from './itemHabits.ts';
import { type ImportedRow, Leader, type Machine } from './leader.ts';
import { dayAfter, type PlainDay, type PlainWeek } from './plainDays.ts';

/** Where the laptop goes, and on which day of the six weeks; the desk stays at home. */
export interface Plan {
  readonly seed: number;
  readonly begins: string;
  readonly home: string;
  readonly week: PlainWeek;
  readonly trips: readonly (readonly [day: number, zone: string])[];
  /** Days on which the laptop reaches no other machine. */
  readonly offline: readonly (readonly [from: number, to: number])[];
}

export const lengthInDays = 42;
const mondayToFriday = [1, 2, 3, 4, 5];

/** A change from or to summer time lies in each: on 25 October, on 1 November, on 8 March and on 5 April. */
export const plans: readonly Plan[] = [
  {
    seed: 11,
    begins: '2026-10-05T06:00:00Z',
    home: 'Europe/Berlin',
    week: { weekdays: mondayToFriday, holidays: [] },
    trips: [
      [16, 'America/New_York'],
      [24, 'Europe/Berlin'],
      [33, 'Asia/Tokyo'],
      [36, 'America/Los_Angeles'],
    ],
    offline: [
      [5, 8],
      [20, 25],
    ],
  },
  {
    seed: 23,
    begins: '2026-10-11T05:00:00Z',
    home: 'Asia/Jerusalem',
    week: { weekdays: [7, 1, 2, 3, 4], holidays: ['2026-10-20', '2026-11-04'] },
    trips: [
      [9, 'Pacific/Auckland'],
      [15, 'America/Sao_Paulo'],
      [22, 'Asia/Jerusalem'],
    ],
    offline: [
      [10, 17],
      [30, 33],
    ],
  },
  {
    seed: 37,
    begins: '2026-03-02T07:00:00Z',
    home: 'America/New_York',
    week: { weekdays: mondayToFriday, holidays: ['2026-04-03', '2026-04-06', '2026-03-14'] },
    trips: [
      [12, 'Australia/Lord_Howe'],
      [20, 'Asia/Kolkata'],
      [27, 'America/New_York'],
      [39, 'Pacific/Honolulu'],
    ],
    offline: [
      [3, 6],
      [18, 22],
    ],
  },
];

/** Lives through the six weeks; `look` is called on each evening, on each machine, and after each arrival. */
export async function live(plan: Plan, look: (leader: Leader, machine: Machine, day: number) => void): Promise<Leader> {
  const leave = enterTimeZone(plan.home);
  const place = throwAwayFolder();
  try {
    const policy = { ...usualPolicy, calendar: new Calendar(plan.week) };
    const leader = new Leader(place.path, new Date(plan.begins), { week: plan.week, policy });
    const machines = [leader.machine('laptop', plan.home), leader.machine('desk', plan.home)] as const;
    const [laptop, desk] = machines;
    const chance = new Random(plan.seed);
    for (let day = 0; day < lengthInDays; day++) {
      const isOffline = plan.offline.some(([from, to]) => from <= day && day < to);
      const arrival = plan.trips.find(([on]) => on === day)?.[1];
      if (day === 3) await leader.bring(laptop, fileOf(leader.today(laptop)));
      await liveADay(leader, machines, { day, chance, isOffline, arrival, look });
      if (!isOffline && chance.number(3) > 0) {
        await leader.merge(laptop, desk);
        await choose(leader, chance.pick(machines), chance);
      }
      for (const machine of machines) lookAt(leader, machine, day, look);
      if (plan.offline.some(([, to]) => to === day + 1)) await disagree(leader, machines, chance);
      leader.clock.time = new Date(new Date(plan.begins).getTime() + (day + 1) * 86_400_000);
    }
    await leader.merge(laptop, desk);
    for (const machine of machines) lookAt(leader, machine, lengthInDays, look);
    return leader;
  } finally {
    place.remove();
    leave();
  }
}

/** What the leader had in a spreadsheet before. */
function fileOf(today: PlainDay): ImportedRow[] {
  const ago = (days: number): PlainDay => dayAfter(today, -days);
  return [
    { title: 'Imported 1', asked: ago(100), closed: ago(92), waiting: ['Anna', 'Sam'] },
    { title: 'Imported 2', asked: ago(60), closed: ago(58), waiting: [] },
    { title: 'Imported 3', asked: ago(95), waiting: ['Kim'] },
    { title: 'Imported 4', asked: ago(20), closed: ago(9), waiting: ['Lee'] },
    { title: 'Imported 5', asked: ago(12), waiting: ['Maria', 'Anna'] },
    { title: 'Imported 6', asked: today, waiting: [] },
  ];
}

function lookAt(leader: Leader, machine: Machine, day: number, look: Parameters<typeof live>[1]): void {
  process.env['TZ'] = machine.zone;
  look(leader, machine, day);
}

interface ADay {
  readonly day: number;
  readonly chance: Random;
  readonly isOffline: boolean;
  readonly arrival: string | undefined;
  readonly look: Parameters<typeof live>[1];
}

async function liveADay(
  leader: Leader,
  [laptop, desk]: readonly [Machine, Machine],
  { day, chance, isOffline, arrival, look }: ADay,
): Promise<void> {
  const acts = day % 7 > 4 ? chance.number(8) : 16 + chance.number(16);
  const arrivesAfter = chance.number(acts + 1);
  for (let act = 0; act < acts; act++) {
    if (arrival !== undefined && act === arrivesAfter) {
      // The day here can be another one than where the laptop was.
      laptop.zone = arrival;
      lookAt(leader, laptop, day, look);
    }
    leader.clock.pass(chance.number((22 * 3_600_000) / acts));
    const machine = chance.number(3) === 0 ? desk : laptop;
    if (!isOffline && machine === desk) await leader.merge(laptop, desk);
    if (chance.number(14) === 0) {
      if (leader.mayTakeBack(machine))
        await leader.act(machine, { type: chance.pick(['undo', 'undo', 'redo'] as const) });
      continue;
    }
    const intent = nextIntent({
      books: leader.books(machine),
      today: leader.today(machine),
      chance,
      mine: (page) =>
        machine === laptop ? page.hole !== undefined || isEven(page) : page.hole === undefined && !isEven(page),
      mayAssign: machine === laptop,
      count: leader.diary.length,
    });
    if (intent !== undefined) await leader.act(machine, intent);
    if (!isOffline && machine === desk) await leader.merge(laptop, desk);
  }
  if (arrival !== undefined) laptop.zone = arrival;
}

/** Which machine an item belongs to while the two do not reach each other. */
function isEven({ title }: Page): boolean {
  return Number(/\d+/.exec(title)?.[0] ?? 0) % 2 === 0;
}

/** Looks at what the two machines say differently, now and then. */
async function choose(leader: Leader, machine: Machine, chance: Random): Promise<void> {
  const disagreeing = [...machine.store.register.items.values()].flatMap(({ id, disagreement }) =>
    disagreement === undefined ? [] : [{ id, entries: [disagreement.counts, ...disagreement.others] }],
  );
  for (const { id, entries } of disagreeing.filter(() => chance.number(2) === 0)) {
    const entry = chance.pick(entries);
    await leader.act(machine, { type: 'settleDisagreement', id, counts: entry.id }, entry.act);
  }
}

/** Both close the same items, and answer the same checks, before they hear of each other. */
async function disagree(leader: Leader, [laptop, desk]: readonly [Machine, Machine], chance: Random): Promise<void> {
  const today: PlainDay = leader.today(laptop);
  const here = leader.books(laptop);
  const there = leader.books(desk);
  const common = [...here.pages.values()].filter(({ id }) => there.pages.has(id));
  const isFree = (page: Page | undefined) =>
    page !== undefined &&
    page.ending === undefined &&
    page.kind === 'decision' &&
    page.last <= today &&
    page.moves.length === 0;
  const expected = () => ({ checkOn: dayAfter(today, 4), ...expectation(chance) });
  const free = common.filter((page) => isFree(page) && isFree(there.pages.get(page.id))).slice(0, 2);
  for (const [at, { id }] of free.entries()) {
    // The second one alike, and only one of them says what it expects.
    const isAlike = at === 1;
    const first = !isAlike && chance.number(2) === 0 && expected();
    await leader.act(laptop, { type: 'decide', id, outcome: '5k', ...first });
    const second = (isAlike || chance.number(2) === 0) && expected();
    await leader.act(desk, { type: 'decide', id, outcome: isAlike ? '5k' : '9k', ...second });
  }
  const isAsked = (page: Page | undefined) => page !== undefined && isCheckDue(page, today);
  for (const { id } of common.filter((page) => isAsked(page) && isAsked(there.pages.get(page.id))).slice(0, 2)) {
    const isReversed = chance.number(2) === 0;
    await leader.act(laptop, { type: 'answerCheck', id, answer: 'held' });
    await leader.act(
      desk,
      isReversed
        ? { type: 'answerCheck', id, answer: 'reversed', reason: 'it failed' }
        : { type: 'answerCheck', id, answer: 'held' },
    );
  }
}
