import type { Calendar } from '../time/calendar.ts';
import { type Fact, type Mark, type SingleFact, type SingleFields, readMark } from './marks.ts';
import type { Day } from '../time/day.ts';
import type { Door, ItemKind } from '../entries/itemFacts.ts';

/** A parsed capture line, before any rule has checked it. The title may be empty. */
export interface CaptureDraft {
  readonly title: string;
  /** Default: decision. Naming who owes it makes it a dependency. */
  readonly kind: ItemKind;
  readonly door?: Door;
  /** As typed, even in the future: the rule refuses that later. */
  readonly askedOn?: Day;
  readonly askedBy?: string;
  readonly promisedOn?: Day;
  /** Each name once, in the case of its first occurrence. */
  readonly waiting: readonly string[];
  readonly owedBy?: string;
  readonly tags: readonly string[];
  readonly link?: string;
  /** Shown to the person before they press Enter, in the order of the line. */
  readonly remarks: readonly CaptureRemark[];
}

export type CaptureRemark =
  /** The words are read as `day` and could mean `otherwise`. */
  | { readonly type: 'ambiguousDay'; readonly words: string; readonly day: Day; readonly otherwise: Day }
  /** The words look like a date that does not exist; they stay in the title. */
  | { readonly type: 'impossibleDay'; readonly words: string }
  /** An unknown `!word`; it stays in the title. */
  | { readonly type: 'unknownMark'; readonly words: string }
  /** A field given twice: `by` replaces `words`. */
  | { readonly type: 'replaced'; readonly words: string; readonly by: string };

/**
 * Parses `Pick on-call vendor by fri asked mon @anna @sam !oneway #platform`. Marks are optional and in any order; the
 * rest is the title. A false positive is worse than a miss: text that is not clearly a mark stays in the title.
 * A backslash before a mark (`\@home`, `\by`) or quotes around words keep them in the title. Never throws.
 */
export function readCaptureLine(
  line: string,
  { today, calendar }: { readonly today: Day; readonly calendar: Calendar },
): CaptureDraft {
  const title: string[] = [];
  const notes: (Fact | CaptureRemark)[] = [];
  let hasLink = false;
  let endsInMark = false;
  for (let at = 0; at < line.length;) {
    const rest = line.slice(at);
    const space = /^\s+/u.exec(rest)?.[0].length ?? 0;
    const literal = space > 0 ? undefined : literalAt(rest);
    const mark: Mark | undefined =
      space > 0 || literal ? undefined : readMark(rest, { today, calendar, afterTitle: title.length > 0, hasLink });
    if (mark?.unknown !== undefined) notes.push({ type: 'unknownMark', words: mark.unknown });
    if (mark?.impossible !== undefined) notes.push({ type: 'impossibleDay', words: mark.impossible });
    if (space > 0) at += space;
    else if (mark && mark.length > 0) {
      notes.push(...mark.facts);
      endsInMark = true;
      hasLink ||= mark.facts.some((fact) => 'field' in fact && fact.field === 'link');
      at += mark.length + consumePunctuation(title, rest.slice(mark.length));
    } else {
      const word = wordAt(rest);
      const { text, length } = literal ?? { text: word, length: word.length };
      title.push(text);
      endsInMark = false;
      at += length;
    }
  }
  // In "Buy icons, by fri" the comma belongs to the mark, which is removed.
  const text = title.join(' ');
  return draftOf(endsInMark ? text.replace(/[\s,;]+$/u, '') : text, notes);
}

/** Text that is never a mark: a word after a backslash, or words in quotes (the quotes stay). */
function literalAt(rest: string): Word | undefined {
  if (isEscaped(rest)) {
    const word = wordAt(rest);
    return { text: word.slice(1), length: word.length };
  }
  const quoted = quotedAt(rest);
  return quoted === undefined ? undefined : { text: quoted.replaceAll(/\s+/gu, ' '), length: quoted.length };
}

interface Word {
  readonly text: string;
  /** Characters taken from the line. */
  readonly length: number;
}

/** Whether the text begins with a backslash that escapes a possible mark. The one in `\\server\share` is plain text. */
export function isEscaped(rest: string): boolean {
  return /^\\(?=\\*(?:[@#!"]|https?:|(?:by|due|asked|from|owes|owed)(?![\p{L}\p{N}])))/iu.test(rest);
}

/** The quoted words at the start of the text, with the quotes and any characters attached to them. */
export function quotedAt(rest: string): string | undefined {
  return /^"[^"]*"\S*/u.exec(rest)?.[0];
}

export function wordAt(rest: string): string {
  return /^\S+/u.exec(rest)?.[0] ?? rest;
}

/**
 * Consumes the punctuation after a mark: `.`, `!`, `?` and `…` move to the end of the title, the rest is dropped.
 *
 * @returns how many characters were consumed
 */
function consumePunctuation(title: string[], rest: string): number {
  const marks = /^[.,;:!?…]+(?=\s|$)|^[,;]+/u.exec(rest)?.[0] ?? '';
  const last = title.at(-1);
  if (last !== undefined && /[\p{L}\p{N})"]$/u.test(last))
    title[title.length - 1] = last + marks.replaceAll(/[,;:]/gu, '');
  return marks.length;
}

function draftOf(title: string, notes: readonly (Fact | CaptureRemark)[]): CaptureDraft {
  const lists = { waiting: new Map<string, string>(), tags: new Map<string, string>() };
  const winners = winnersOf(notes.filter((note) => 'field' in note));
  const single: Partial<SingleFields> = Object.fromEntries(
    [...winners.values()].map((fact) => [fact.field, fact.value]),
  );
  const remarks: CaptureRemark[] = [];
  for (const note of notes) {
    if ('type' in note) remarks.push(note);
    else if ('list' in note) {
      const key = note.value.toLowerCase();
      if (!lists[note.list].has(key)) lists[note.list].set(key, note.value);
    } else remarks.push(...remarksOn(note, winners.get(note.field) ?? note));
  }
  const { kind = 'decision', ...others } = single;
  return { title, kind, ...others, waiting: [...lists.waiting.values()], tags: [...lists.tags.values()], remarks };
}

/** The last fact of each field wins, but "owes" makes it a dependency wherever it stands in the line. */
function winnersOf(facts: readonly SingleFact[]): ReadonlyMap<string, SingleFact> {
  const implied = (fact: SingleFact) => Number(fact.field === 'kind' && !fact.words.startsWith('!'));
  return new Map(facts.toSorted((a, b) => implied(a) - implied(b)).map((fact) => [fact.field, fact]));
}

function remarksOn(fact: SingleFact, winner: SingleFact): CaptureRemark[] {
  if (fact !== winner)
    return fact.value === winner.value ? [] : [{ type: 'replaced', words: fact.words, by: winner.words }];
  const { text = '', day, otherwise } = fact.reading ?? {};
  return day && otherwise ? [{ type: 'ambiguousDay', words: text, day, otherwise }] : [];
}
