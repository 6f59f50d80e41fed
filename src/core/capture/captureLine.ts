import type { Calendar } from '../time/calendar.ts';
import type { Fact, SingleFact, SingleFields } from './marks.ts';
import type { Day } from '../time/day.ts';
import type { Door, ItemKind } from '../entries/itemFacts.ts';
import { pieceAt } from './pieces.ts';
import { afterMark } from './punctuation.ts';
import { nameKey } from '../text/names.ts';
import type { CaptureRemark } from './remarks.ts';

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

/**
 * Parses `Pick on-call vendor by fri asked mon @anna @sam !oneway #platform`. Marks are optional and in any order; the
 * rest is the title. What begins like a mark and is not read stays in the title, and a remark names it. A backslash
 * before a mark (`\@home`, `\by`) or quotes around words keep them in the title. A line longer than any title with its
 * marks is all title, so that it is refused as too long. Never throws.
 */
export function readCaptureLine(
  line: string,
  { today, calendar }: { readonly today: Day; readonly calendar: Calendar },
): CaptureDraft {
  const notes: (Fact | CaptureRemark)[] = [];
  let title = '';
  let isApart = false;
  let hasLink = false;
  let endsInMark = false;
  // Characters that only control the direction of text would stick to names.
  const text = line.replaceAll(/\p{Bidi_Control}/gu, '').replaceAll(/\p{Cc}+/gu, ' ');
  if (text.length > longestLine) return draftOf(text, []);
  for (let at = 0; at < text.length;) {
    const rest = text.slice(at);
    const piece = pieceAt(rest, { today, calendar, title, hasLink });
    at += piece.length;
    if (piece.type === 'space') isApart = true;
    else if (piece.type === 'text' && endsInMark && title.endsWith(brackets.get(piece.text) ?? '\n'))
      title = withPunctuation(title, piece.text);
    else if (piece.type === 'text') {
      title += isApart && title !== '' ? ` ${piece.text}` : piece.text;
      if (piece.remark !== undefined) notes.push(piece.remark);
      isApart = false;
      endsInMark = false;
    } else {
      notes.push(...piece.facts);
      hasLink ||= piece.facts.some((fact) => 'field' in fact && fact.field === 'link');
      const punctuation = afterMark.exec(rest.slice(piece.length))?.[0] ?? '';
      title = withPunctuation(title, punctuation);
      at += punctuation.length;
      isApart = true;
      endsInMark = true;
    }
  }
  // In "Buy icons, by fri" and "Buy icons — by fri" the comma and the dash belong to the mark, which is removed.
  return draftOf(endsInMark ? title.replace(/(?:[\s,;、，،؛；]|\s[-–—|])+$/u, '') : title, notes);
}

/** In UTF-16 code units. The time to find the marks grows with the square of the length. */
const longestLine = 3_000;

/**
 * The title with the punctuation that follows a mark: the end of a sentence moves to the end of the title, a bracket that
 * held nothing but marks goes, and commas are dropped.
 */
function withPunctuation(title: string, punctuation: string): string {
  let text = title;
  let canEnd = endsInWord.test(text);
  for (const sign of punctuation) {
    const opening = brackets.get(sign);
    if (opening !== undefined && text.endsWith(opening)) {
      text = text.slice(0, -opening.length).trimEnd();
      canEnd = endsInWord.test(text);
    } else if (/[\p{Pe}\p{Pf}"＂]/u.test(sign) || (canEnd && /[\p{Sentence_Terminal}…]/u.test(sign))) text += sign;
  }
  return text;
}

const endsInWord = /[\p{L}\p{M}\p{N}\p{Pe}\p{Pf}"]$/u;

/** Opening brackets by their closing ones. */
const brackets = new Map(
  ['()', '[]', '{}', '<>', '（）', '［］', '【】', '〔〕', '〈〉', '《》', '｛｝'].map((pair) => [pair[1], pair[0]]),
);

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
      const key = nameKey(note.value);
      if (!lists[note.list].has(key)) lists[note.list].set(key, note.value);
    } else remarks.push(...remarksOn(note, winners.get(note.field) ?? note));
  }
  const { kind = 'decision', ...others } = single;
  return { title, kind, ...others, waiting: [...lists.waiting.values()], tags: [...lists.tags.values()], remarks };
}

/** The last fact of each field wins, but "owes" makes it a dependency wherever it stands in the line. */
function winnersOf(facts: readonly SingleFact[]): ReadonlyMap<string, SingleFact> {
  const implied = (fact: SingleFact) => Number(fact.field === 'kind' && !/^[!！]/u.test(fact.words));
  return new Map(facts.toSorted((a, b) => implied(a) - implied(b)).map((fact) => [fact.field, fact]));
}

function remarksOn(fact: SingleFact, winner: SingleFact): CaptureRemark[] {
  if (fact !== winner)
    return fact.value === winner.value ? [] : [{ type: 'replaced', words: fact.words, by: winner.words }];
  const { text: words = '', day, otherwise, hasTime } = fact.reading ?? {};
  if (day === undefined) return [];
  if (otherwise !== undefined) return [{ type: 'ambiguousDay', words, day, otherwise }];
  return hasTime ? [{ type: 'dayOnly', words, day }] : [];
}
