import { type FrontMatter, frontMatterOf } from './frontMatter.ts';
import { textOf } from './markdownText.ts';
import { type Section, sectionsOf, textUnder } from './markdownSections.ts';

/** The raw parts of a Markdown record, not interpreted yet. */
export interface RecordParts extends FrontMatter {
  /** As written; undefined if nothing can be one. */
  readonly title: string | undefined;
  /** What stands before the first section as name and value: `Status: …`, in a list or a table; names in lower case. */
  readonly pairs: readonly Pair[];
  /** The lines before the first section. */
  readonly preamble: readonly string[];
  readonly sections: readonly Section[];
}

export interface Pair {
  readonly name: string;
  readonly value: string;
}

/** Splits a record into its parts, in linear time. */
export function splitRecord(record: string): RecordParts {
  const front = frontMatterOf(
    record
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .trimStart(),
  );
  const sections = sectionsOf(front.body);
  // The title is a heading of the first level, else what the front matter says, else the first heading that is no section.
  const at = sections.findIndex(({ level }) => level === 1);
  const named = firstText(front.values, ['title']);
  const first = at > 0 ? at : named === undefined && !isSectionName(sections[1]) ? 1 : -1;
  const title = first > 0 ? sections[first]?.heading : named;
  const preamble = [...sections[0]!.lines, ...(first > 0 ? (sections[first]?.lines ?? []) : [])];
  return {
    ...front,
    title,
    sections: sections.filter((_, index) => index !== first),
    preamble,
    pairs: pairsIn(preamble),
  };
}

/** The text of the first section with such a name that is not empty; an empty text if there is none. */
export function sectionOf(parts: RecordParts, ...names: readonly RegExp[]): string {
  const index = findSection(parts, ...names);
  return index < 0 ? '' : ownText(parts, index);
}

/** Where the first section with such a name is that is not empty; the first name counts first. -1 if there is none. */
export function findSection({ sections }: RecordParts, ...names: readonly RegExp[]): number {
  for (const name of names) {
    const found = sections.findIndex(
      ({ level, heading }, index) => level > 0 && name.test(plainHeading(heading)) && textUnder(sections, index) !== '',
    );
    if (found >= 0) return found;
  }
  return -1;
}

/** What stands right under a heading; if nothing does, everything down to the next heading of its level. */
export function ownText({ sections }: RecordParts, index: number): string {
  const own = sections[index]!.lines.join('\n').trim();
  return own.replace(/^[-*_\s]{3,}$/, '') === '' ? textUnder(sections, index) : own;
}

/** A heading in lower case, without its number, marks of emphasis, pictures and colon. */
export function plainHeading(heading: string): string {
  return textOf(heading.slice(0, longestHeading))
    .toLowerCase()
    .replace(/^[^\p{L}\d]+/u, '')
    .replace(/^(?:\d{1,3}(?:\.\d{1,3})*[.):]?|[ivx]{1,5}[.)])\s+/, '')
    .replace(/[^\p{L}\p{N})?]+$/u, '')
    .trim();
}

/** In UTF-16 code units. What is longer is no name of a section. */
const longestHeading = 200;

/** The first of the keys that has a text that is not empty. */
function firstText(values: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  for (const [key, value] of Object.entries(values)) {
    if (keys.includes(key.toLowerCase()) && typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

/** A first heading that is one of these is a section, and the record has no title. */
function isSectionName(section: Section | undefined): boolean {
  return (
    section === undefined ||
    /^(?:status|context|decision|kontext|entscheidung|contexte|décision|contexto|decisi[oó]n|decisão|summary|date)\b/.test(
      plainHeading(section.heading),
    )
  );
}

/** Lines and rows of tables that are a name and a value. */
export function pairsIn(all: readonly string[]): Pair[] {
  const lines = withoutCode(all.slice(0, mostLines));
  const pairs: Pair[] = [];
  let heads: readonly string[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trimStart().startsWith('|')) {
      const cells = line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map(plainCell);
      if (isRule(line)) continue;
      const [name = '', value = ''] = cells;
      // The first row of a table of names and values can stand in the place of the heads.
      const isHead = isRule(lines[index + 1] ?? '') && (cells.length !== 2 || fieldName.test(value));
      if (isHead) heads = cells;
      else if (heads.length === cells.length) {
        for (const [at, cell] of cells.entries()) pairs.push({ name: nameOf(heads[at]!), value: cell });
      }
      if (!isHead && cells.length === 2) pairs.push({ name: nameOf(name), value });
      continue;
    }
    heads = [];
    for (const part of line.slice(0, longestPair).split(/\s[|·•]\s/)) {
      const [, name, value] = pairLine.exec(part) ?? otherPair.exec(part) ?? [];
      if (name !== undefined && value !== undefined) pairs.push({ name: nameOf(name), value: value.trim() });
    }
  }
  return pairs;
}

/** Lines outside of fenced code: a sample of a front matter says nothing of the record it stands in. */
export function withoutCode(lines: readonly string[]): string[] {
  let isCode = false;
  return lines.filter((line) => {
    const isFence = /^[\s>]*(?:```|~~~)/.test(line);
    if (isFence) isCode = !isCode;
    return !isCode && !isFence && !/^(?: {4}|\t)/.test(line);
  });
}

/** The line of dashes under the heads of a table. */
function isRule(line: string): boolean {
  return /^[\s:|-]+$/.test(line) && line.includes('|') && line.includes('-');
}

/** What else than a value stands beside a name. */
const fieldName =
  /^(?:status|state|date|value|decision[- ]?makers?|deciders?|authors?|owners?|datum|statut|estado|fecha|data|version|notes?|comments?)\b(?!.*\d)/i;

/** `* **Status:** accepted`, in a list, a quotation or emphasised. */
const pairLine =
  /^[\s>*_+`-]{0,12}(?:\d{1,3}[.)]\s)?(?:\[[ xX]?\]\s)?[*_`]{0,3}([\p{L}][\p{L}\p{M} /-]{1,40}?)\s?[*_`]{0,3}\s?[:：][*_`]{0,3}(.*)$/u;

/** `Status - proposed`: other marks than a colon are read behind few words. */
const otherPair =
  /^[\s>*_+-]{0,12}[*_]{0,3}(status|state|estado|statut|date|datum|fecha|data)[*_]{0,3}\s{0,3}(?:=|->|→|–|—|-|\|)\s{1,3}(\S.*)$/iu;

/** How many lines of a part are looked through: names and values stand at its beginning. */
const mostLines = 300;
/** In UTF-16 code units: a line that is longer is prose. */
const longestPair = 2_000;

function nameOf(text: string): string {
  return plainHeading(text);
}

function plainCell(cell: string): string {
  return textOf(cell.trim());
}
