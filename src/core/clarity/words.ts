/**
 * The words the clarity check looks for. Each entry is a word or a phrase in its plain form; its usual endings are found
 * as well. The leader can set other lists.
 */
export interface ClarityWords {
  /** Say nothing anybody could agree to. Those in {@link softWords} are let pass beside a number. */
  readonly vague: readonly string[];
  /** Name no single person. */
  readonly teams: readonly string[];
}

const departments = [
  'engineering',
  'backend',
  'frontend',
  'platform',
  'ops',
  'devops',
  'qa',
  'security',
  'legal',
  'finance',
  'marketing',
  'sales',
  'design',
  'product',
  'support',
  'hr',
  'it',
];

export const defaultWords: ClarityWords = {
  vague: [
    'explore',
    'consider',
    'look into',
    'look at',
    'investigate',
    'make progress',
    'improve',
    'optimise',
    'optimize',
    'better',
    'faster',
    'easier',
    'support',
    'help with',
    'help out',
    'work on',
    'try to',
    'deal with',
    'sort out',
    'as soon as possible',
    'asap',
    'soon',
    'stretch',
    'if possible',
    'if time allows',
    'best effort',
    'figure it out later',
    'figure out later',
    'tbd',
    'to be decided',
    'to be defined',
    'and so on',
    'etc',
  ],
  teams: [
    'team',
    'squad',
    'tribe',
    'guild',
    'crew',
    'group',
    'department',
    'everyone',
    'everybody',
    'someone',
    'somebody',
    'anyone',
    'whoever',
    'all of us',
    'we',
    'us',
    'developers',
    'devs',
    'engineers',
    'designers',
    'testers',
    ...departments,
  ],
};

/** Clear enough when a number stands beside them: "improve the start-up to 300 ms". */
export const softWords: ReadonlySet<string> = new Set([
  'improve',
  'optimise',
  'optimize',
  'better',
  'faster',
  'easier',
  'support',
]);

/** Name nobody when they are all that is said, and are part of a name or of a role otherwise: "Will Support". */
export const departmentWords: ReadonlySet<string> = new Set(departments);

/** Something anybody could see without asking: what *done when* is made of, besides numbers and days. */
export const observableWords: readonly string[] = [
  'all',
  'every',
  'each',
  'both',
  'no',
  'none',
  'nobody',
  'nothing',
  'zero',
  'half',
  'twice',
  'pass',
  'green',
  'sign',
  'signed',
  'merge',
  'deploy',
  'release',
  'publish',
  'ship',
  'live',
  'launch',
  'in production',
  'close',
  'approve',
  'accept',
  'review',
  'sent',
  'send',
  'paid',
  'remove',
  'delete',
  'archive',
  'install',
  'migrate',
  'switched off',
  'turned off',
  'gone',
  'return',
  'show',
  'list',
  'answer',
  'can',
  'without',
  'demo',
  'filed',
  'hired',
  'booked',
  'documented',
  'written down',
  'rolled out',
  'logged',
  'invoice',
];

/** "March" and "may" are words besides, and so are some short ones; before them stands what makes them days. */
const beforeDays = ['by', 'on', 'of', 'in', 'until', 'before', 'next', 'this'];
const shortDays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'march', 'may'];
const shortMonths = ['jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'];

export const dayWords: readonly string[] = [
  ...beforeDays.flatMap((word) => [...shortDays, ...shortMonths].map((day) => `${word} ${day}`)),
  ...['today', 'tomorrow', 'end of the week', 'end of the month', 'end of the quarter', 'end of the year'],
  ...['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
  ...['january', 'february', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december'],
];
