import { type DayContext, type DayReading, type Lean, impossibleDay, readDayPhrase } from '../time/phrase/dayPhrase.ts';
import type { Day } from '../time/day.ts';
import { type Door, type ItemKind, doors, capturedKinds } from '../entries/itemFacts.ts';

/** Fields with one value per item; the last mark wins. */
export interface SingleFields {
  readonly kind: ItemKind;
  readonly door: Door;
  readonly askedOn: Day;
  readonly askedBy: string;
  readonly promisedOn: Day;
  readonly owedBy: string;
  readonly link: string;
}

/** One such field. `words` is the typed text; `reading` is set when the value is a day. */
export type SingleFact = {
  [F in keyof SingleFields]: {
    readonly field: F;
    readonly value: SingleFields[F];
    readonly words: string;
    readonly reading?: DayReading;
  };
}[keyof SingleFields];

/** One element of a list field. */
export interface ListFact {
  readonly list: 'waiting' | 'tags';
  readonly value: string;
}

export type Fact = SingleFact | ListFact;

export interface Mark {
  /** Characters consumed from the line; 0 when the words stay in the title. */
  readonly length: number;
  readonly facts: readonly Fact[];
  /** Words that look like a date that does not exist. */
  readonly impossible?: string;
  /** An unknown `!word`. */
  readonly unknown?: string;
}

export interface MarkContext extends Omit<DayContext, 'lean'> {
  /** Whether part of the title precedes the mark. */
  readonly afterTitle: boolean;
  readonly hasLink: boolean;
}

type Reader = (rest: string, context: MarkContext) => Mark | undefined;

/** A plain name begins with a letter ("@2x" is a scale); any other name goes in quotes: `@"Anna Lee"`. */
const plainWord = String.raw`\p{L}[\p{L}\p{M}\p{N}._-]*(?<=[\p{L}\p{M}\p{N}_])`;
const name = `@(?:"(?<quoted>[^"]*)"|(?<plain>${plainWord}))`;
const tagWord = String.raw`(?=[\p{M}\p{N}_/-]*\p{L})[\p{L}\p{N}_][\p{L}\p{M}\p{N}_/-]*(?<=[\p{L}\p{M}\p{N}_])`;

/** A mark ends at the end of a word, or at a comma before the next mark. "@types/node" and "@anna's" are words. */
const end = '(?=[.,;:!?…]*(?:\\s|$)|[,;]+[@#!])';

const mention = new RegExp(`^${name}${end}`, 'u');
const asker = new RegExp(`^from\\s+${name}${end}`, 'iu');
const ower = new RegExp(`^(?:owes|owed\\s+by)\\s+${name}${end}`, 'iu');
const byAsker = new RegExp(`^by\\s+${name}${end}`, 'iu');
const tag = new RegExp(`^#(?<tag>${tagWord})${end}`, 'u');
const bang = new RegExp(`^!(?<word>\\p{L}[\\p{L}\\p{M}\\p{N}-]*)${end}`, 'u');
const link = /^https?:\/\/[\p{L}\p{N}[][^\s\p{C}<>"]*/iu;
const promiseOpening = /^(?:by|due(?:\s+(?:by|on))?)(?::\s*|\s+)/iu;
const askedOpening = /^asked(?::\s*|\s+)/iu;
const markEnd = new RegExp(`^${end}`, 'u');

// Maps, because a person types the words: a plain object would also contain `constructor`.
const kindNamed = new Map<string, ItemKind>(capturedKinds.map((kind) => [kind, kind]));
const doorNamed = new Map<string, Door>(
  doors.flatMap((door) => [
    [door, door],
    [door.replace('-', ''), door],
  ]),
);

const wholeName = new RegExp(`^${plainWord}$`, 'u');
const wholeTag = new RegExp(`^${tagWord}$`, 'u');

/** The mark that parses back to this name; undefined when no mark can express it. */
export function writeMention(name: string): string | undefined {
  if (wholeName.test(name)) return `@${name}`;
  return /["\n]/u.test(name) || name.trim() === '' ? undefined : `@"${name}"`;
}

/** The mark that parses back to this tag; undefined when no mark can express it. */
export function writeTag(tag: string): string | undefined {
  return wholeTag.test(tag) ? `#${tag}` : undefined;
}

/** Tried in this order; the first match wins. */
const readers: readonly Reader[] = [
  (rest) => readNamed(mention, rest, (value) => [{ list: 'waiting', value }]),
  (rest) => readNamed(asker, rest, (value, words) => [{ field: 'askedBy', value, words }]),
  (rest) =>
    readNamed(ower, rest, (value, words) => [
      { field: 'owedBy', value, words },
      { field: 'kind', value: 'dependency', words },
    ]),
  readTag,
  readBang,
  readLink,
  readPromise,
  readAsked,
];

/** Parses a mark at the start of the text; undefined when it starts with an ordinary word. */
export function readMark(rest: string, context: MarkContext): Mark | undefined {
  for (const read of readers) {
    const mark = read(rest, context);
    if (mark) return mark;
  }
  return undefined;
}

function readNamed(
  pattern: RegExp,
  rest: string,
  facts: (name: string, words: string) => readonly Fact[],
): Mark | undefined {
  const match = pattern.exec(rest);
  const found = match && nameIn(match);
  return found ? { length: match[0].length, facts: facts(found, match[0]) } : undefined;
}

function nameIn({ groups }: RegExpExecArray): string | undefined {
  return (groups?.['quoted'] ?? groups?.['plain'])?.replaceAll(/\s+/gu, ' ').trim() || undefined;
}

function readTag(rest: string): Mark | undefined {
  const match = tag.exec(rest);
  const value = match?.groups?.['tag'];
  return value === undefined ? undefined : { length: value.length + 1, facts: [{ list: 'tags', value }] };
}

function readBang(rest: string): Mark | undefined {
  const match = bang.exec(rest);
  if (!match) return undefined;
  const words = match[0];
  const word = match.groups?.['word']?.toLowerCase() ?? '';
  const [kind, door] = [kindNamed.get(word), doorNamed.get(word)];
  if (kind) return { length: words.length, facts: [{ field: 'kind', value: kind, words }] };
  if (door) return { length: words.length, facts: [{ field: 'door', value: door, words }] };
  return { length: 0, facts: [], unknown: words };
}

/** Only the first link is a field; further links stay in the title. */
function readLink(rest: string, { hasLink }: MarkContext): Mark | undefined {
  if (hasLink) return undefined;
  let value = link.exec(rest)?.[0].replace(/[.,;:!?…'’]+$/u, '') ?? '';
  // A closing bracket belongs to the text around the link unless the link contains an opening one.
  if (value.endsWith(')') && !value.includes('(')) value = value.replace(/[).,;:!?]+$/u, '');
  if (!/^https?:\/\/./iu.test(value)) return undefined;
  return { length: value.length, facts: [{ field: 'link', value, words: value }] };
}

function readPromise(rest: string, context: MarkContext): Mark | undefined {
  const from = promiseOpening.exec(rest)?.[0].length;
  if (from === undefined) return undefined;
  const reading = dayAt(rest.slice(from), 'future', context);
  if (reading === undefined || typeof reading === 'string') return impossibleMark(reading);
  const length = from + reading.text.length;
  const words = rest.slice(0, length);
  return { length, facts: [{ field: 'promisedOn', value: reading.day, words, reading }] };
}

/** Parses `asked mon`, `asked by @anna`, or both in either order: `asked mon by @anna`. */
function readAsked(rest: string, context: MarkContext): Mark | undefined {
  const opening = askedOpening.exec(rest)?.[0];
  if (opening === undefined) return undefined;
  let length = 0;
  let at = opening.length;
  const facts: SingleFact[] = [];
  for (let turn = 0; turn < 2; turn++) {
    const tail = rest.slice(at);
    const by = byAsker.exec(tail);
    const value = by ? nameIn(by) : undefined;
    const on = /^on\s+/iu.exec(tail)?.[0].length ?? 0;
    const reading = by ? undefined : dayAt(tail.slice(on), 'past', context);
    if (value !== undefined && by && !facts.some(({ field }) => field === 'askedBy')) {
      length = at + by[0].length;
      facts.push({ field: 'askedBy', value, words: by[0] });
    } else if (typeof reading === 'object' && !facts.some(({ field }) => field === 'askedOn')) {
      length = at + on + reading.text.length;
      const words = turn === 0 ? rest.slice(0, length) : rest.slice(at, length);
      facts.push({ field: 'askedOn', value: reading.day, words, reading });
    } else if (turn === 0) return impossibleMark(typeof reading === 'string' ? reading : undefined);
    else break;
    const space = /^\s+/u.exec(rest.slice(length))?.[0].length;
    if (space === undefined) break;
    at = length + space;
  }
  return { length, facts };
}

function impossibleMark(impossible: string | undefined): Mark | undefined {
  return impossible === undefined ? undefined : { length: 0, facts: [], impossible };
}

/** The day at the start of the text, or the words of an impossible one. */
function dayAt(
  text: string,
  lean: Lean,
  { today, calendar, afterTitle }: MarkContext,
): DayReading | string | undefined {
  const reading = readDayPhrase(text, { today, calendar, lean });
  const words = reading?.text ?? impossibleDay(text);
  if (words === undefined || !markEnd.test(text.slice(words.length))) return undefined;
  if (afterTitle && ambiguousPhrase.test(words) && wordFollows.test(text.slice(words.length))) return undefined;
  return reading ?? words;
}

/** Phrases that belong to the title when a word follows: "the 3rd party", "10-12 people", "3d printers". */
const ambiguousPhrase = /^(?:(?:the\s+)?\d{1,2}(?:st|nd|rd|th)|\d{1,2}[-/]\d{1,2}|\d{1,3}\p{L}{1,2}|sat|sun|tom)$/iu;

/** A following word that belongs to the phrase; words that start a new clause or mark are excluded. */
const wordFollows =
  /^\s+(?!(?:by|due|asked|from|owes|owed|the|an?|and|or|for|so|to|with|if|when|because|https?)(?![\p{L}\p{N}]))\p{L}/iu;
