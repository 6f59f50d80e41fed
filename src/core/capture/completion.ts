import { writeMention, writeTag } from './marks.ts';
import { compareTexts } from '../text/compareTexts.ts';
import { foldText } from '../text/fold.ts';
import { currentTurn, type Item } from '../items/item.ts';
import { noPeople, type PeopleNames } from '../people/people.ts';
import { nameKey } from '../text/names.ts';
import { nearest } from '../text/nearest.ts';
import type { Assignment } from '../assignments/assignment.ts';
import type { CaptureDraft } from './captureLine.ts';
import type { CaptureRemark } from './remarks.ts';

/** Names and tags used in the log, most frequent first. */
export interface KnownWords {
  readonly people: readonly string[];
  readonly tags: readonly string[];
  /** Other names of people, each with what they are called. */
  readonly otherNames?: readonly (readonly [string, string])[];
}

/** One completion of the word being typed. */
export interface Completion {
  /** The whole word: `@anna`, `@"Anna Lee"`, `#platform`, `!oneway`. */
  readonly word: string;
  readonly sort: 'person' | 'tag' | (typeof markNames)[number];
  /** The line with the typed part replaced by the word and a space. */
  readonly line: string;
  /** Whether it stands before saving the line as it is, which would name somebody new. */
  readonly comesFirst: boolean;
  /** Whether taking it saves the line: there is nothing more to type. */
  readonly saves?: true;
}

/** The words allowed after an exclamation mark. */
const markNames = ['decision', 'approval', 'dependency', 'oneway', 'twoway'] as const;

/** The mark being typed: the last word of the line. A quoted name may contain spaces. */
const lastMark =
  /(?:^|[\s\p{Ps}、，،])(?<mark>[@＠]"(?<quoted>[^"]*)|(?<sign>[@#!＠＃！])(?<typed>[^\s@#!＠＃！"]*))$/u;

/** Most completions offered at once; typing another letter narrows them. */
const maxCompletions = 20;

/** Completions of the last word of the line; none when it is not a mark or is already complete. Never throws. */
export function completionsOf(line: string, known: KnownWords): readonly Completion[] {
  const groups = lastMark.exec(line)?.groups;
  const mark = groups?.['mark'];
  if (mark === undefined) return [];
  const sign = (groups?.['sign'] ?? '@').normalize('NFKC');
  const written = groups?.['quoted'] ?? groups?.['typed'] ?? '';
  const typed = foldText(written);
  const isNewName = sign === '@' && typed !== '' && !keysOf(known).has(nameKey(written));
  const before = line.slice(0, -mark.length);
  const isInQuotes = (before.match(/"/gu)?.length ?? 0) % 2 === 1;
  const completions: Completion[] = [];
  for (const { name, word, sort } of wordsAfter(sign, known)) {
    if (completions.length === maxCompletions) break;
    if (word === undefined || word === mark || !matchesPrefix(name, typed)) continue;
    if (completions.some((completion) => completion.word === word)) continue;
    // A quote in the word would close the quotation that is open in the line.
    if (isInQuotes && word.includes('"')) continue;
    completions.push({ word, sort, line: `${before}${word} `, comesFirst: isNewName });
  }
  return completions;
}

/**
 * Completes the first name in the line that nobody has and that only one known name begins with: "@an" in the middle of
 * a line too. None when that could be several people, or nobody.
 */
export function nameCompletion(line: string, draft: Names, known: KnownWords): Completion | undefined {
  const keys = keysOf(known);
  for (const name of namesOf(draft)) {
    if (keys.has(nameKey(name))) continue;
    const key = foldText(name);
    const begun = namedPeople(known).flatMap(([each, person]) => (matchesPrefix(each, key) ? [person] : []));
    const [person, ...others] = new Set(begun);
    const word = person === undefined || others.length > 0 ? undefined : writeMention(person);
    const typed = name.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
    const mention = new RegExp(String.raw`(?<![\p{L}\p{N}])[@＠]"?${typed}"?(?![\p{L}\p{M}\p{N}_])`, 'u');
    if (word !== undefined && mention.test(line))
      return { word, sort: 'person', line: line.replace(mention, () => word), comesFirst: true };
  }
  return undefined;
}

/** Offers to save "Approve the budget" as an approval; none when the line says what it is. */
export function kindCompletion(line: string): Completion | undefined {
  if (!/^\s*(?:approve|authori[sz]e|green-?light|sign[ -]off)\s/iu.test(line) || kindMark.test(line)) return undefined;
  return { word: '!approval', sort: 'approval', line: `${line.trimEnd()} !approval`, comesFirst: false, saves: true };
}

const kindMark = /(?:^|\s)[!！](?:decision|approval|dependency)(?![\p{L}\p{N}])/iu;

/**
 * Remarks on the names of a draft that nobody in the log has, and that are close to one somebody has.
 *
 * @param known called only if the draft names somebody
 */
export function newNames(draft: Names, known: () => KnownWords): CaptureRemark[] {
  const names = namesOf(draft);
  const words = names.length === 0 ? noWords : known();
  const people = namedPeople(words);
  const keys = keysOf(words);
  const folded = new Map(people.toReversed().map(([name, person]) => [foldText(name), person]));
  return names.flatMap((name) => {
    if (keys.has(nameKey(name))) return [];
    const key = foldText(name);
    const begun = people.find(([each]) => matchesPrefix(each, key))?.[1];
    // Names of two letters are all near each other.
    const close = key.length > 2 ? nearest(key, folded.keys()) : undefined;
    const similar = folded.get(key) ?? begun ?? (close === undefined ? undefined : folded.get(close));
    return similar === undefined ? [] : [{ type: 'newName', name, known: similar }];
  });
}

const noWords: KnownWords = { people: [], tags: [] };

/** The keys of all names that somebody has. */
function keysOf(known: KnownWords): ReadonlySet<string> {
  return new Set(namedPeople(known).map(([name]) => nameKey(name)));
}

/** Every name that somebody has, with what they are called. */
function namedPeople({ people, otherNames = [] }: KnownWords): readonly (readonly [string, string])[] {
  return [...people.map((name) => [name, name] as const), ...otherNames];
}

type Names = Pick<CaptureDraft, 'askedBy' | 'waiting' | 'owedBy'>;

function namesOf({ askedBy, waiting, owedBy }: Names): string[] {
  return [askedBy, ...waiting, owedBy].filter((name) => name !== undefined);
}

interface Word {
  readonly name: string;
  /** Undefined when no mark can express the name. */
  readonly word: string | undefined;
  readonly sort: Completion['sort'];
}

function wordsAfter(sign: string, known: KnownWords): readonly Word[] {
  if (sign === '@') {
    return namedPeople(known).map(([name, person]) => ({ name, word: writeMention(person), sort: 'person' }));
  }
  if (sign === '#') return known.tags.map((name) => ({ name, word: writeTag(name), sort: 'tag' }));
  return markNames.map((name) => ({ name, word: `!${name}`, sort: name }));
}

/** Whether the name, or a later word of it, starts with the typed text, which is folded. */
function matchesPrefix(name: string, typed: string): boolean {
  const key = foldText(name);
  return key.startsWith(typed) || key.split(/[\s._/-]+/u).some((word) => word.startsWith(typed));
}

/** The people and tags named most often in items and assignments, most frequent first; a tie-break by text. */
export function knownWords(
  items: Iterable<Item>,
  assignments: Iterable<Assignment>,
  { namesOf }: PeopleNames = noPeople,
): KnownWords {
  const people = new Tally();
  const tags = new Tally();
  for (const item of items) {
    for (const name of [...item.waiting, item.askedBy, item.owedBy, currentTurn(item)?.name]) people.count(name);
    for (const tag of item.tags) tags.count(tag);
  }
  for (const { agreement } of assignments) people.count(agreement.owner);
  const otherNames = [...new Set(namesOf.values())].flatMap(([person = '', ...others]) =>
    others.map((name) => [name, person] as const),
  );
  return { people: people.names, tags: tags.names, ...(otherNames.length > 0 && { otherNames }) };
}

/** How many of each are known, which are compared with what is typed at every key. */
const mostWords = 1_000;

/** Counts names, ignoring case; keeps the first spelling of each. */
class Tally {
  readonly #seen = new Map<string, { readonly name: string; times: number }>();

  count(name: string | undefined): void {
    if (name === undefined) return;
    const seen = this.#seen.get(nameKey(name));
    if (seen === undefined) this.#seen.set(nameKey(name), { name, times: 1 });
    else seen.times++;
  }

  get names(): string[] {
    return [...this.#seen.values()]
      .toSorted((a, b) => b.times - a.times || compareTexts(a.name, b.name))
      .slice(0, mostWords)
      .map(({ name }) => name);
  }
}
