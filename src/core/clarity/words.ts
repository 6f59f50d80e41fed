import { listed } from '../text/listed.ts';

/**
 * The words the clarity check looks for. Each entry is a word or phrase in its base form; common inflections match too.
 * A setting can replace the lists.
 */
export interface ClarityWords {
  /** Too vague to agree on. Those in {@link softWords} are accepted in a sentence with a number. */
  readonly vague: readonly string[];
  /** Do not name one person. */
  readonly teams: readonly string[];
}

const departments = listed(`
  engineering, backend, frontend, platform, ops, devops, qa, security, legal, finance, marketing, sales, design,
  product, support, hr, it
`);

export const defaultWords: ClarityWords = {
  vague: listed(`
    explore, consider, look into, look at, investigate, make progress, improve, optimise, optimize, better, faster,
    easier, support, help with, help out, work on, try to, deal with, sort out, as soon as possible, asap, soon,
    stretch, if possible, if time allows, best effort, figure it out later, figure out later, tbd, to be decided,
    to be defined, and so on, etc
  `),
  teams: [
    ...listed(`
      team, squad, tribe, guild, crew, group, department, everyone, everybody, someone, somebody, anyone, whoever,
      all of us, we, us, developers, devs, engineers, designers, testers
    `),
    ...departments,
  ],
};

/** Accepted in a sentence with a number: "improve the start-up to 300 ms". */
export const softWords: ReadonlySet<string> = new Set(
  listed('improve, optimise, optimize, better, faster, easier, support'),
);

/** Count as a team only when they are the whole answer; else they are part of a name or role: "Will Support". */
export const departmentWords: ReadonlySet<string> = new Set(departments);

/** Words for something observable. *Done when* needs one of these, a number or a day. */
export const observableWords: readonly string[] = listed(`
  all, every, each, both, no, none, nobody, nothing, zero, half, twice, pass, green, sign, signed, merge, deploy,
  release, publish, ship, live, launch, in production, close, approve, accept, review, sent, send, paid, remove,
  delete, archive, install, migrate, switched off, turned off, gone, return, show, list, answer, can, without, demo,
  filed, hired, booked, documented, written down, rolled out, logged, invoice
`);

/** "march", "may" and the abbreviations are ordinary words too; they count as days only after one of these words. */
const beforeDays = ['by', 'on', 'of', 'in', 'until', 'before', 'next', 'this'];
const shortDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'march', 'may'];
const shortMonths = ['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'];

export const dayWords: readonly string[] = [
  ...beforeDays.flatMap((word) => [...shortDays, ...shortMonths].map((day) => `${word} ${day}`)),
  ...['today', 'tomorrow', 'end of the week', 'end of the month', 'end of the quarter', 'end of the year'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['january', 'february', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
];
