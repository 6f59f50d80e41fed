import type { Intent } from '../../../src/core/rules/intents.ts';
import type { Random } from '../../support/random.ts';
import type { Books } from './books.ts';
import type { Page } from './page.ts';
import { dayAfter, type PlainDay } from './plainDays.ts';

/** When the leader looks for something to do: what they see, and on which machine they sit. */
export interface Moment {
  readonly books: Books;
  readonly today: PlainDay;
  readonly chance: Random;
  /** Which items this machine may touch now. */
  readonly mine: (page: Page) => boolean;
  readonly mayAssign: boolean;
  readonly count: number;
}

type Habit = (moment: Moment) => Intent | undefined;
/** A habit, and how often it comes up beside the others. */
export type WeightedHabit = readonly [weight: number, habit: Habit];

export const people = ['Anna', 'Sam', 'Kim', 'Lee', 'Maria', "O'Brien", 'Jürgen'];
export const askers = ['Ida', 'Ray', 'Nora'];

export const some = <T>(chance: Random, list: readonly T[], most: number): T[] =>
  list.filter(() => chance.number(list.length) < most);
export const soon = ({ today, chance }: Moment, most: number): PlainDay => dayAfter(today, chance.number(most));

export function pageWhere(moment: Moment, fits: (page: Page) => boolean): Page | undefined {
  const { books, chance, mine } = moment;
  const fitting = [...books.pages.values()].filter((page) => mine(page) && fits(page));
  return fitting.length === 0 ? undefined : chance.pick(fitting);
}

/** A habit about an item that fits; nothing is done if there is none. */
export function habit(
  weight: number,
  fits: (page: Page, moment: Moment) => boolean,
  intend: (page: Page, moment: Moment) => Intent | undefined,
): WeightedHabit {
  return [
    weight,
    (moment) => {
      const page = pageWhere(moment, (one) => fits(one, moment));
      return page && intend(page, moment);
    },
  ];
}

export const isOpen = ({ ending }: Page): boolean => ending === undefined;
export const isMyMove = (page: Page, { books }: Moment): boolean => isOpen(page) && books.mover(page) === 'leader';
export const isChoice = ({ kind }: Page): boolean => kind === 'decision' || kind === 'approval';
