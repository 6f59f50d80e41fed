import type { DayOrder } from '../cells/dayCell.ts';
import { type Day, isDay } from '../../time/day.ts';
import { textOf } from './markdownText.ts';
import { daysIn } from './recordDay.ts';
import { findSection, type RecordParts } from './recordParts.ts';
import type { RecordRefusal } from './recordRefusal.ts';
import { textUnder } from './markdownSections.ts';

/** What stands in the place of the day and is none. */
export interface UnreadDay {
  readonly told: string;
}

export interface DayReading {
  readonly on: Day;
  /** Only the month is known, or only the day on which the record was changed last. */
  readonly isEstimated: boolean;
  /** The day it was proposed, where the record names one that is not later. */
  readonly createdOn: Day | undefined;
  /** The month as written, where the record names no day. */
  readonly month: string | undefined;
}

/** What a day in a record says, from the one that counts first. */
const meanings = ['decided', 'plain', 'created', 'named', 'changed'] as const;
type Meaning = (typeof meanings)[number];

interface Candidate {
  readonly meaning: Meaning;
  readonly day: Day | 'ambiguous' | 'impossible';
  readonly isMonth: boolean;
  readonly text: string;
}

/**
 * The day of the decision: from the front matter, the lines under the title, the status, a list of changes, or else the
 * name of the file. Undefined if there is none.
 *
 * @param isStatusDay whether a day in the status is that of the decision; not so where it says what superseded it
 */
export function decisionDayIn(
  parts: RecordParts,
  fileName: string,
  order: DayOrder | undefined,
  isStatusDay: boolean,
): DayReading | UnreadDay | RecordRefusal | undefined {
  const candidates = [...candidatesIn(parts, order, isStatusDay), ...daysInName(fileName)];
  const written = candidates.filter(({ day }) => isDay(day)) as (Candidate & { readonly day: Day })[];
  const first = meanings.flatMap((meaning) => written.filter((candidate) => candidate.meaning === meaning))[0];
  const unread = candidates.find(({ day, meaning }) => !isDay(day) && meaning !== 'changed');
  if (unread !== undefined && (first === undefined || first.meaning === 'named' || first.meaning === 'changed')) {
    return unread.day === 'ambiguous' ? { refused: 'ambiguousDay', told: unread.text } : { told: unread.text };
  }
  if (first === undefined) return unreadableIn(parts);
  const created = written.find(({ meaning, isMonth, day }) => meaning === 'created' && !isMonth && day <= first.day);
  return {
    on: first.day,
    isEstimated: first.isMonth || first.meaning === 'changed',
    createdOn: first.meaning === 'created' ? undefined : created?.day,
    month: first.isMonth ? first.text : undefined,
  };
}

/** A date that says something else than a day. Left empty, or as in the template, it says nothing. */
function unreadableIn({ values, pairs }: RecordParts): UnreadDay | undefined {
  const told = [...Object.entries(values).map(([name, value]) => ({ name, value })), ...pairs].find(
    ({ name, value }) =>
      meaningOf(name) === 'plain' && typeof value === 'string' && textOf(value).trim() !== '' && !hint.test(value),
  )?.value;
  return typeof told === 'string' ? { told: textOf(told) } : undefined;
}

/** What a template says in the place of a day, or a person who has none. */
const hint = /^\s*["']?[[{<]|^\s*(?:y{2,4}[-/.]m{1,2}|tbd|tba|todo|n\/?a|unknown|none|-+|–|—|\?+)/i;

function candidatesIn(parts: RecordParts, order: DayOrder | undefined, isStatusDay: boolean): Candidate[] {
  const { values, pairs, preamble, sections } = parts;
  const found: Candidate[] = [];
  const take = (text: string, usual: Meaning): void => {
    for (const line of text.split('\n').slice(0, mostLines)) found.push(...labelled(line, usual, order));
  };
  for (const [name, value] of Object.entries(values)) {
    const meaning = meaningOf(name);
    // `{2026-01-05}` is a map in YAML, and `[2026-01-05]` a list.
    const text =
      typeof value === 'string'
        ? value
        : Object.values(value ?? {})
            .concat(Object.keys(value ?? {}))
            .join(' ');
    if (meaning !== undefined) take(text, meaning);
  }
  for (const { name, value } of pairs) {
    const meaning = meaningOf(name);
    if (meaning !== undefined) take(value, meaning);
    else if (isStatusDay && /^(?:status|state|estado|statut|stand)$/.test(name)) take(value, 'decided');
  }
  if (isStatusDay) take(typeof values['status'] === 'string' ? values['status'] : '', 'decided');
  for (const line of preamble.slice(0, mostLines)) {
    // A line that is only a day, and one such as "Accepted on 2026-01-05".
    const plain = line.length > 200 ? '' : textOf(line).replace(/^[^\p{L}\d]+/u, '');
    const days = plain === '' || plain.length > 80 ? [] : labelled(plain, 'plain', order);
    if (days.length > 0 && (startsWithDay(plain, days[0]!.text) || days.some(({ meaning }) => meaning !== 'plain'))) {
      // A name before a colon was read as such.
      if (!/^[^\d]*[:：]/.test(plain)) found.push(...days);
    }
  }
  const section = (name: RegExp, usual: Meaning): void => {
    const index = findSection(parts, name);
    if (index >= 0) take(textUnder(sections, index), usual);
  };
  for (const { heading } of sections) {
    const [, name = '', value] = /^([^:]{3,30}):\s*(.+)$/.exec(textOf(heading)) ?? [];
    const meaning = value === undefined ? undefined : meaningOf(name);
    if (meaning !== undefined) take(value!, meaning);
  }
  if (isStatusDay) section(/^(?:status|state|estado|statut|状态)$/, 'decided');
  section(/^(?:decision )?(?:date|datum|fecha|data|日期)(?: of decision)?$/, 'plain');
  section(
    /^(?:change ?log|changes|history|revisions?(?: history)?|record history|(?:document )?version history|änderungshistorie|historie|historique|historial|histórico)$/,
    'created',
  );
  return found;
}

/** How many lines of a part are looked through for days. */
const mostLines = 60;

function startsWithDay(line: string, day: string): boolean {
  const at = line.indexOf(day);
  return at >= 0 && at <= 12 && line.length - day.length <= 25;
}

/** In UTF-16 code units. */
const longestLine = 1_000;

/** The days of a line, each with what the words beside it say. */
function labelled(line: string, usual: Meaning, order: DayOrder | undefined): Candidate[] {
  const plain = line.slice(0, longestLine).replace(/[*_`]/g, '');
  const days = daysIn(plain, order);
  return days.map(({ day, isMonth, text, at }, index) => {
    const previous = days[index - 1];
    const before = plain.slice(previous === undefined ? 0 : previous.at + previous.text.length, at);
    const after = plain.slice(at + text.length, days[index + 1]?.at ?? plain.length);
    // Of several days the words before each count, unless the line begins with a day.
    const meaning =
      meaningIn(before) ?? (index === 0 || /^\W*$/.test(before) ? meaningIn(after.split(/[(;,]/)[0] ?? '') : undefined);
    return { day, isMonth, text, meaning: meaning ?? (index === 0 ? usual : 'changed') };
  });
}

function meaningIn(words: string): Meaning | undefined {
  const text = words.slice(-80).toLowerCase();
  if (/supersed|replac|ersetzt|remplac|sustitu|substitu/.test(text)) return 'changed';
  // The last word before a day counts.
  const found = labels.flatMap(([meaning, pattern]) =>
    [...text.matchAll(pattern)].map(({ index }) => [index, meaning] as const),
  );
  return found.toSorted(([a], [b]) => a - b).at(-1)?.[1];
}

const labels: readonly (readonly [Meaning, RegExp])[] = [
  [
    'changed',
    /updat|modif|chang|revis|amend|edit|supersed|supercede|deprecat|replac|review|retired|reject|geändert|aktualisiert|ersetzt|mise? à jour|remplac|actualiz|atualiz|alterad|sustitu|substitu|更新/g,
  ],
  [
    'created',
    /creat|propos|draft|initial|opened|start|written|erstellt|angelegt|vorgeschlagen|entwurf|créé|rédig|cread|criad|propuest|创建|提议/g,
  ],
  [
    'decided',
    /accept|approv|decid|adopt|agreed|ratif|decision|final|implement|angenommen|beschlossen|entschieden|genehmigt|akzeptiert|entscheidung|adopt|décid|approuv|décision|aceptad|aprobad|aprovad|aceit|decisi[oó]n|decisão|已接受|批准|决定/g,
  ],
];

/** What a field of this name says; undefined if it is not a day. */
function meaningOf(name: string): Meaning | undefined {
  const plain = name.toLowerCase().replaceAll(/[_-]/g, ' ').trim();
  if (/^(?:dates?|datum|fecha|data|日期|day|on)$/.test(plain)) return 'plain';
  if (isNoDay.test(plain)) return undefined;
  const isDayField =
    /(?:^|\s)(?:date|datum|fecha|data|on|at|am|le|el|em|since)(?:\s|$)|datum$/.test(plain) ||
    /^(?:last )?(?:created|updated|modified|accepted|approved|decided|proposed|adopted|agreed|ratified|drafted|written|started|opened|revised|changed|erstellt|angenommen|beschlossen|entschieden|geändert|créée?|acceptée?|décidée?|cread[oa]|aceptad[oa]|decidid[oa]|criad[oa]|aceit[oa]|aprovad[oa]|创建|更新)(?:\s(?:on|am|le|el|em))?$/.test(
      plain,
    );
  return isDayField ? (meaningIn(plain) ?? 'plain') : undefined;
}

const isNoDay = /\bby\b|due|deadline|review|target|expir|end date/;

/** A day at the start of the name of the file. */
function daysInName(fileName: string): Candidate[] {
  const [text, year, month, day] = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(fileName) ?? [];
  const named = `${year}-${month}-${day}`;
  return text !== undefined && isDay(named) ? [{ meaning: 'named', day: named, isMonth: false, text }] : [];
}
