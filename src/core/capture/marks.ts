import { type DayContext, type DayReading, type Lean, impossibleDay, readDayPhrase } from '../time/phrase/dayPhrase.ts';
import type { Day } from '../time/day.ts';
import { unnamed } from '../time/phrase/grammar.ts';
import { unreadDay } from '../time/phrase/unread.ts';
import { type Door, type ItemKind, doors, capturedKinds } from '../entries/itemFacts.ts';
import { at, bang, hash, markEnd, quoted, stop, wideStop } from './punctuation.ts';
import type { CaptureRemark } from './remarks.ts';

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
  /** Characters consumed from the line. */
  readonly length: number;
  /** Empty when the words stay in the title; then the remark says so. */
  readonly facts: readonly Fact[];
  readonly remark?: CaptureRemark;
}

export interface MarkContext extends Omit<DayContext, 'lean'> {
  /** The title so far. */
  readonly title: string;
  readonly hasLink: boolean;
}

type Reader = (rest: string, context: MarkContext) => Mark | undefined;

/** What a plain name may hold inside, but not at its end: dots, hyphens and apostrophes of every script. */
const inner = String.raw`[\p{L}\p{M}\p{N}._'’‘‛ʹʻʼʽ′´＇՚׳״·・־‐‑\u200c\u200d-]`;
/**
 * A plain name begins with a letter ("@2x" is a scale) and can end in a Hebrew geresh, and "anna's" is no name; any other
 * goes in quotes: `@"Anna Lee"`.
 */
const plainWord = String.raw`\p{L}(?:${inner}*[\p{L}\p{M}\p{N}_׳])?(?<!['’]s)`;
const name = `${at}(?:(?<quoted>${quoted})|(?<plain>${plainWord}))`;
const anyName = `${at}(?:${quoted}|${plainWord})`;
const tagWord = String.raw`(?=[\p{M}\p{N}_/-]*\p{L})[\p{L}\p{N}_][\p{L}\p{M}\p{N}_/-]*(?<=[\p{L}\p{M}\p{N}_])`;

/** Between two people: "@anna and @sam". */
const and = String.raw`(?:\s+(?:and|&|\+)(?=\s+${anyName}${markEnd}))?`;
const mention = new RegExp(`^(?:cc:?\\s+)?${name}${markEnd}${and}`, 'iu');
const asker = new RegExp(`^from\\s+${name}${markEnd}`, 'iu');
const ower = new RegExp(`^(?:owes|owed\\s+by)\\s+${name}${markEnd}`, 'iu');
const byAsker = new RegExp(`^by\\s+${name}${markEnd}`, 'iu');
const tag = new RegExp(`^${hash}(?<tag>${tagWord})${markEnd}`, 'u');
const bangWord = new RegExp(`^${bang}(?<word>\\p{L}[\\p{L}\\p{M}\\p{N}-]*)${markEnd}`, 'u');
const link = new RegExp(`^https?://[\\p{L}\\p{N}[](?:(?!${wideStop}|(?![!-~])[\\p{Ps}\\p{Pi}])[^\\s\\p{C}<>"])*`, 'iu');
const promiseOpening = /^(?:by|(?:(?:is|are)\s+)?due(?:\s+(?:by|on))?)(?:[:：=＝]\s*|\s+)/iu;
const askedOpening = /^asked(?:[:：=＝]\s*|\s+)/iu;
/** Words before a day that are rather about the work than a promise, but might be one. */
const limitOpening = /^(?:until|till?|before|(?:no|not)\s+later\s+than|deadline)(?:[:：=＝]\s*|\s+)/iu;
/** "@ anna", but not "@ home" and "@ the office". */
const looseName = new RegExp(
  `^${at}\\s+(?!(?:the|an?|our|my|home|work|lunch|noon|midday|night|midnight|once|least|most|all)(?![\\p{L}\\p{N}]))(?<plain>${plainWord})${markEnd}`,
  'iu',
);
const endOfMark = new RegExp(`^${markEnd}`, 'u');
const stopsAtEnd = new RegExp(`${stop}+$`, 'u');

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
  readLimit,
  readLooseName,
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
  return (groups?.['quoted']?.slice(1, -1) ?? groups?.['plain'])?.replaceAll(/\s+/gu, ' ').trim() || undefined;
}

function readTag(rest: string): Mark | undefined {
  const match = tag.exec(rest);
  const value = match?.groups?.['tag'];
  return match && value !== undefined ? { length: match[0].length, facts: [{ list: 'tags', value }] } : undefined;
}

function readBang(rest: string): Mark | undefined {
  const match = bangWord.exec(rest);
  if (!match) return undefined;
  const words = match[0];
  const { length } = words;
  const word = match.groups?.['word']?.toLowerCase() ?? '';
  const [kind, door] = [kindNamed.get(word), doorNamed.get(word)];
  if (kind) return { length, facts: [{ field: 'kind', value: kind, words }] };
  if (door) return { length, facts: [{ field: 'door', value: door, words }] };
  return { length, facts: [], remark: { type: 'unknownMark', words } };
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
  const opening = promiseOpening.exec(rest)?.[0];
  if (opening === undefined) return undefined;
  const reading = dayAt(rest.slice(opening.length), 'future', context);
  if (reading === undefined) return unread(rest, opening, 'future', context);
  const length = opening.length + reading.text.length;
  return { length, facts: [{ field: 'promisedOn', value: reading.day, words: rest.slice(0, length), reading }] };
}

/** Parses `asked mon`, `asked by @anna`, or both in either order: `asked mon by @anna`. */
function readAsked(rest: string, context: MarkContext): Mark | undefined {
  const opening = askedOpening.exec(rest)?.[0];
  if (opening === undefined) return undefined;
  let length = 0;
  let from = opening.length;
  const facts: SingleFact[] = [];
  for (let turn = 0; turn < 2; turn++) {
    const tail = rest.slice(from);
    const by = byAsker.exec(tail);
    const value = by ? nameIn(by) : undefined;
    const on = /^(?:on|in|at)\s+/iu.exec(tail)?.[0].length ?? 0;
    const reading = by ? undefined : dayAt(tail.slice(on), 'past', context);
    if (value !== undefined && by && !facts.some(({ field }) => field === 'askedBy')) {
      length = from + by[0].length;
      facts.push({ field: 'askedBy', value, words: by[0] });
    } else if (reading !== undefined && !facts.some(({ field }) => field === 'askedOn')) {
      length = from + on + reading.text.length;
      const words = turn === 0 ? rest.slice(0, length) : rest.slice(from, length);
      facts.push({ field: 'askedOn', value: reading.day, words, reading });
    } else if (turn === 0) return unread(rest, rest.slice(0, from + on), 'past', context);
    else break;
    const space = /^\s+/u.exec(rest.slice(length))?.[0].length;
    if (space === undefined) break;
    from = length + space;
  }
  const isVerb = !facts.some(({ field }) => field === 'askedBy') && isSentence(context.title, rest.slice(length));
  return isVerb ? kept(rest, length, length) : { length, facts };
}

/** `until fri` stays in the title, and the remark says how to write a promise. */
function readLimit(rest: string, context: MarkContext): Mark | undefined {
  const opening = limitOpening.exec(rest)?.[0];
  const reading = opening === undefined ? undefined : dayAt(rest.slice(opening.length), 'future', context);
  if (opening === undefined || reading === undefined) return undefined;
  const length = opening.length + reading.text.length;
  return {
    length,
    facts: [],
    remark: { type: 'kept', words: rest.slice(0, length), suggestion: `by ${reading.text}` },
  };
}

/** `@ anna` stays in the title, as in "meet @ noon", and the remark says how to write a name. */
function readLooseName(rest: string): Mark | undefined {
  const match = looseName.exec(rest);
  const suggestion = match?.groups?.['plain'];
  return match && suggestion !== undefined
    ? { length: match[0].length, facts: [], remark: { type: 'kept', words: match[0], suggestion: `@${suggestion}` } }
    : undefined;
}

/** Words that begin like a mark and are none. Whatever looks like a day stays in the title as a whole. */
function unread(rest: string, opening: string, lean: Lean, context: MarkContext): Mark | undefined {
  const text = rest.slice(opening.length);
  const impossible = impossibleDay(text);
  if (impossible !== undefined && isWhole(text, impossible, context))
    return {
      length: opening.length + impossible.length,
      facts: [],
      remark: { type: 'impossibleDay', words: impossible },
    };
  const day = unreadDay(text, { ...context, lean });
  if (day !== undefined && isWhole(text, day.words, context))
    return { length: opening.length + day.words.length, facts: [], remark: { type: 'noDay', ...day } };
  if (day === undefined && (lean === 'past' ? notAsked : notDue).test(text)) return undefined;
  const next = day?.words ?? /^[\p{L}\p{N}]/u.exec(text)?.[0];
  if (next === undefined) return undefined;
  // The rest of the word: of "friday-ish", not only "friday".
  const said = opening.length + next.length + (/^[^\s@#]*/u.exec(text.slice(next.length))?.[0].length ?? 0);
  return kept(rest, opening.trimEnd().length, said);
}

/** @param said characters that the remark names */
function kept(rest: string, length: number, said: number): Mark {
  const words = rest.slice(0, said).replace(stopsAtEnd, '');
  return { length, facts: [], remark: { type: 'kept', words } };
}

function dayAt(text: string, lean: Lean, context: MarkContext): DayReading | undefined {
  const reading = readDayPhrase(text, { ...context, lean });
  // In a title, "tom" is a person.
  if (reading?.text === 'tom') return undefined;
  return reading !== undefined && isWhole(text, reading.text, context) ? reading : undefined;
}

/** Whether the words end where a mark ends, and are not part of the title: "by the 3rd party". */
function isWhole(text: string, words: string, { title }: MarkContext): boolean {
  const after = text.slice(words.length);
  return endOfMark.test(after) && !(title !== '' && ambiguousPhrase.test(words) && wordFollows.test(after));
}

/** Phrases that belong to the title when a word follows: "the 3rd party", "10-12 people", "May Smith", "Q1 results". */
const ambiguousPhrase = new RegExp(
  unnamed('^(?:(?:the )?\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}[-/]\\d{1,2}|sat|sun|q[1-4]|{month})$'),
  'iu',
);

/** A following word that belongs to the phrase; words that start a new clause or mark are excluded. */
const wordFollows =
  /^\s+(?!(?:by|due|asked|from|owes|owed|cc|the|an?|and|or|for|so|to|with|if|when|because|https?)(?![\p{L}\p{N}]))\p{L}/iu;

/** Whether "asked" is a verb there: somebody asked something, or what they asked follows. */
function isSentence(title: string, after: string): boolean {
  return askedSubject.test(title) || clauseWord.test(after.trimStart()) || (title !== '' && clauseAfter.test(after));
}

/** Before "asked" these words make it a verb: "I was asked", "Anna's asked". */
export const askedSubject =
  /(?:^|[^\p{L}\p{N}!@#])(?:I|we|you|he|she|they|it|who|was|were|is|are|am|be|been|being|get|gets|got|have|has|had|\p{L}+['’](?:s|re|ve|d|m|ll))$/iu;
/** After these words, "asked" is a verb: "asked me", "asked last week whether". */
export const clauseWord =
  /^(?:if|whether|for|to|about|after|because|why|how|what|when|where|who|which|that|us|me|him|her|them|again|twice|can|could|should|will|I|we|you|he|she|they)(?![\p{L}\p{N}])/iu;
/** After these, "asked", and "by" or "due", never open a mark. */
const notAsked = new RegExp(`${clauseWord.source}|^by\\s`, 'iu');
const notDue = /^(?:me|us|him|her|them|it|to)(?![\p{L}\p{N}])/iu;
/** A comma, a colon or a dash, and then words rather than a mark. */
const clauseAfter = /^\s*[,:;—–-]\s*(?!(?:by|due|from|owes|owed|cc|https?)(?![\p{L}\p{N}]))\p{L}/iu;
