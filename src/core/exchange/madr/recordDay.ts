import { type DayOrder, readDay } from '../cells/dayCell.ts';
import { type Day, isDay } from '../../time/day.ts';

/** A day as it stands in a text. */
export interface FoundDay {
  /** `ambiguous`: 05/02/2026, whose order nothing in the folder proves. `impossible`: a date that does not exist. */
  readonly day: Day | 'ambiguous' | 'impossible';
  /** Only the month is known; the day is its last one. */
  readonly isMonth: boolean;
  /** As written. */
  readonly text: string;
  readonly at: number;
}

/** Every day in a line, in the forms that people write in English, German, French, Spanish, Portuguese and Italian. */
export function daysIn(line: string, order: DayOrder | undefined): FoundDay[] {
  return [...line.slice(0, longestLine).matchAll(anyDay)].flatMap((match) => {
    const { short, month = '', day = '', name = '', numbers } = match.groups ?? {};
    const year = match.groups?.['year'] ?? (short === undefined ? '' : `20${short}`);
    const at = match.index;
    const text = match[0];
    const found = (value: FoundDay['day'], isMonth = false): FoundDay[] => [{ day: value, isMonth, text, at }];
    if (numbers !== undefined) {
      const read = readDay(numbers.replace(/([/-])(\d{2})$/, '$120$2'), order);
      return found(isDay(read) ? read : read === 'ambiguousDay' ? 'ambiguous' : 'impossible');
    }
    const number = name === '' ? Number(month) : monthOf(name);
    if (number === undefined) return [];
    if (number < 1 || number > 12) return found('impossible');
    const start = `${year}-${String(number).padStart(2, '0')}`;
    if (day === '') return found(lastDayOf(Number(year), number), true);
    const written = `${start}-${day.padStart(2, '0')}`;
    return found(isDay(written) ? written : 'impossible');
  });
}

/** The numeric dates of a line whose order of day and month is not plain. */
export function orderlessDaysIn(line: string): string[] {
  return [...line.slice(0, longestLine).matchAll(orderless)].map(([date]) => date);
}

/** In UTF-16 code units. */
const longestLine = 1_000;

const separator = String.raw`(?:[\s.,/-]|\sde[l]?\s|\sof\s){1,4}`;
/** How the names of the months begin. */
const letters = String.raw`(?:jan|jän|fe[bv]|fév|ma[ryiegä]|mär|a[pvb]r|ju[ni]|jul|giu|lug|ao[uû]|aug|ago|sep|set|o[ck]t|out|ott|nov|d[eéi][cz]|ene|gen)\p{L}{0,9}\.?`;
const numeric = String.raw`\d{1,2}(?<sign>[/-])\d{1,2}\k<sign>(?:\d{4}|\d{2})`;
const orderless = new RegExp(String.raw`(?<!\d[/-]?)${numeric}(?![/-]?\d)`, 'g');
const anyDay = new RegExp(
  [
    String.raw`(?<year>\d{4})(?<mark>[-/.])(?<month>\d{1,2})\k<mark>(?<day>\d{1,2})(?!\d)`,
    String.raw`(?<year>\d{4})\s?年\s?(?<month>\d{1,2})\s?月(?:\s?(?<day>\d{1,2})\s?日)?`,
    String.raw`(?<numbers>${numeric})(?![\d/-])`,
    String.raw`(?<year>20\d{2})(?<month>0[1-9]|1[0-2])(?<day>[0-3]\d)(?!\d)`,
    String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<short>\d{2})(?![\d.])`,
    String.raw`(?<year>\d{4})${separator}(?<name>${letters})${separator}(?<day>\d{1,2})(?!\d)`,
    String.raw`(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})(?!\d)`,
    String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|ª|°)?${separator}(?<name>${letters})${separator}(?<year>\d{4})(?![\d/.-]*\d)`,
    String.raw`(?<name>${letters})${separator}(?<day>\d{1,2})(?:st|nd|rd|th)?${separator}(?<year>\d{4})(?!\d)`,
    String.raw`(?<name>${letters})${separator}(?<year>\d{4})(?![\d/.-]*\d)`,
    String.raw`(?<year>\d{4})-(?<month>\d{1,2})(?![\d-])`,
  ]
    // A number before it belongs to something else, such as a version. Only one form of a date can match.
    .map((form) => String.raw`(?<![\d./-])(?:${form})`)
    .join('|'),
  'giu',
);

const months = [
  'january janvier januar enero janeiro gennaio jänner',
  'february fevrier februar febrero fevereiro febbraio',
  'march mars marz marzo marco maerz',
  'april avril abril aprile',
  'may mai mayo maio maggio',
  'june juin juni junio junho giugno',
  'july juillet juli julio julho luglio',
  'august aout agosto',
  'september septembre septiembre setembro settembre',
  'october octobre oktober octubre outubro ottobre',
  'november novembre noviembre novembro',
  'december decembre dezember diciembre dezembro dicembre',
].map((names) => names.split(' '));

/** The month that a name or the start of one means; undefined if none, or if it could be two. */
function monthOf(name: string): number | undefined {
  const plain = name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
  const found = months.flatMap((names, index) => (names.some((full) => full.startsWith(plain)) ? [index + 1] : []));
  return found.length === 1 ? found[0] : undefined;
}

function lastDayOf(year: number, month: number): Day {
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${days[month - 1]}` as Day;
}
