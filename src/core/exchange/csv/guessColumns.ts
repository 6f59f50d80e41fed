import { listed } from '../../text/listed.ts';
import { type Columns, type ImportField, importFields } from './columns.ts';
import { type ColumnContent, contentOf } from './columnContent.ts';
import { normalizedHeader } from './header.ts';
import type { CsvTable } from './table.ts';
import { trackerOf } from './trackers.ts';

/**
 * Guesses the column of each field; the person can correct it before the import. The export of a known tool is read by
 * its headers alone. Else each header is used once, and only where its cells can be what the field needs: whole headers
 * are matched first, then headers that contain a known phrase, the longest phrase first. Without a match for the title it
 * is left out, and the person must name it.
 */
export function guessColumns(table: Pick<CsvTable, 'headers' | 'rows'>): Partial<Columns> {
  if (table.headers.includes('pacesetterId' satisfies ImportField)) return ownColumns(table.headers);
  const columns = columnsIn(table);
  const tracker = trackerOf(table.headers);
  if (tracker === undefined) return guessByPhrases(columns);
  const guessed: Partial<Record<ImportField, string>> = {};
  for (const field of importFields) {
    const known = listed(tracker.columns[field] ?? '').flatMap((name) => columns.filter(({ text }) => text === name));
    const best = known.find(({ content }) => !content.isEmpty) ?? known[0];
    if (best !== undefined && (field === 'sourceKey' || fits(field, best))) guessed[field] = best.header;
  }
  return guessed;
}

/** Our own export, whatever its cells hold. */
function ownColumns(headers: readonly string[]): Partial<Columns> {
  return Object.fromEntries(importFields.filter((field) => headers.includes(field)).map((field) => [field, field]));
}

interface Column {
  readonly header: string;
  /** The header, normalized. */
  readonly text: string;
  /** The same without the words that say it is a day: `created` of `Created Date` and `Date created (UTC)`. */
  readonly dayStem: string | undefined;
  readonly content: ColumnContent;
}

function columnsIn(table: Pick<CsvTable, 'headers' | 'rows'>): Column[] {
  const columns = new Map<string, Column>();
  for (const [index, header] of table.headers.entries()) {
    const text = normalizedHeader(header);
    if (columns.has(text)) continue;
    columns.set(text, { header, text, dayStem: dayStemOf(text), content: contentOf(table, index) });
  }
  return [...columns.values()];
}

function guessByPhrases(columns: readonly Column[]): Partial<Columns> {
  const guessed: Partial<Record<ImportField, string>> = {};
  const unused = new Set(columns);
  const take = (field: ImportField, column: Column | undefined) => {
    if (column === undefined) return;
    guessed[field] = column.header;
    unused.delete(column);
  };
  const first = (field: ImportField, textOf: (column: Column) => string | undefined, more: readonly string[] = []) => {
    const fitting = [...unused].filter((column) => fits(field, column));
    const wanted = [...phrasesFor[field], ...more];
    return wanted.map((phrase) => fitting.find((column) => textOf(column) === phrase)).find(Boolean);
  };
  for (const field of importFields) {
    // Of `Completed` and `Completed At` the second is surely a day.
    const marked = dayFields.has(field) ? first(field, ({ dayStem }) => dayStem, stems[field]) : undefined;
    take(field, marked ?? first(field, ({ text }) => text));
  }
  const claims = [...unused].map((column) => ({ column, ...longestPhraseIn(column) }));
  for (const { field, column } of claims.toSorted((a, b) => b.length - a.length)) {
    if (field !== undefined && guessed[field] === undefined) take(field, column);
  }
  return guessed;
}

/** Whether the cells of a column can be what the field needs. */
function fits(field: ImportField, { text, content }: Column): boolean {
  if (dayFields.has(field)) return content.isEmpty || content.hasDays;
  if (content.hasDays) return false;
  switch (field) {
    case 'title':
      return !content.hasIds && !content.hasLinks && !content.hasTicks;
    case 'status':
      return !statusTicks.has(text) || content.hasTicks || content.isEmpty;
    case 'sourceKey':
      return text === 'source key' || (content.isUnique && content.hasKeys);
    case 'waiting':
    case 'tags':
      return !content.hasTicks;
    default:
      return true;
  }
}

const dayFields: ReadonlySet<ImportField> = new Set(['askedOn', 'promisedOn', 'closedOn', 'withdrawnOn']);

/** Most likely first. `decision` is the title when no better header exists, else the outcome. */
const phrases: Readonly<Record<ImportField, readonly string[]>> = {
  // Only our own ids: an id column of another tool does not hold item ids.
  pacesetterId: ['pacesetter id'],
  sourceSystem: ['source system'],
  sourceKey: listed(`
    source key, issue key, ticket key, ticket id, ticket, key, issue, issue id, task id, decision id, request id, id,
    reference, ref, number
  `),
  title: listed(`
    title, summary, subject, name, task name, issue title, decision name, decision title, item name, card name,
    request title, ticket title, topic, what, item, question, issue, request, task, decision, content
  `),
  kind: ['kind'],
  door: ['door', 'reversibility', 'reversible'],
  askedOn: ['asked', 'requested', 'created', 'opened', 'reported', 'raised', 'submitted', 'since', 'date'],
  askedBy: ['requested by', 'requester', 'requestor', 'reported by', 'reporter', 'created by', 'raised by', 'author'],
  promisedOn: ['promised', 'promise', 'needed by', 'need by', 'due', 'deadline', 'target date'],
  closedOn: ['closed', 'decided', 'resolved', 'done', 'completed', 'finished', 'cleared'],
  closedAs: ['closed as'],
  withdrawnOn: ['withdrawn', 'canceled', 'cancelled'],
  outcome: [
    'outcome',
    'decision',
    'final decision',
    'decision made',
    'decision taken',
    'resolution',
    'answer',
    'result',
  ],
  status: ['status', 'state', 'done', 'completed', 'closed', 'resolved'],
  because: ['because', 'rationale', 'reason', 'justification', 'why'],
  waiting: ['waiting', 'waiting for', 'who waits', 'who is waiting', 'people waiting', 'blocking', 'stakeholders'],
  owedBy: ['owed by', 'who owes', 'owes', 'vendor', 'supplier'],
  tags: ['tags', 'tag', 'labels', 'label'],
  link: ['link', 'url', 'permalink', 'href', 'web link'],
  note: ['note', 'notes', 'description', 'details', 'comment', 'comments'],
};

/** Words that mean a day only beside one that says so, as in `Decision date`. */
const stems: { readonly [F in ImportField]?: readonly string[] } = {
  askedOn: ['creation', 'request', 'submission', 'opening'],
  promisedOn: ['target', 'needed', 'required', 'expected'],
  closedOn: ['decision', 'resolution', 'closing', 'close', 'completion', 'approval'],
  withdrawnOn: ['cancellation'],
};

/** Statuses only where the cells are ticked: _Completed_ of hours or days is none. */
const statusTicks = new Set(['done', 'completed', 'closed', 'resolved']);

/** Phrases that contain a known phrase but mean something else: `closed by` names a person, not a day. */
const otherMeanings = listed(`
  closed by, decided by, resolved by, completed by, approved by, updated, blocked by, blocking dependencies, issue type,
  issue id, item id, parent issue, linked issues, project name, user name, file name, due complete, status category
`);

/** What a header ends in that holds an id, a kind, a number or a person rather than a title. */
const notTitle =
  /(?:^| )(?:id|ids|key|no|nr|number|code|uuid|guid|type|count|url|link|status|state|by|owner|priority)$/;

/** Too general to match inside a longer header. */
const onlyWhole = new Set([
  ...['date', 'since', 'what', 'why', 'state', 'name', 'item', 'due', 'key', 'content', 'done', 'decision'],
]);

/** Words that say that a column holds days. */
const dayWord = /^(?:date|day|time|datetime|timestamp|on|at|of|utc|gmt|when)$/;

function dayStemOf(text: string): string | undefined {
  const words = text.split(' ');
  const stem = words.filter((word) => !dayWord.test(word));
  return stem.length === words.length || stem.length === 0 ? undefined : stem.join(' ');
}

/** The field's own name, such as `askedOn` in our export, is the best match. */
const phrasesFor = Object.fromEntries(
  importFields.map((field) => [field, [normalizedHeader(field), ...phrases[field]]]),
) as unknown as Readonly<Record<ImportField, readonly string[]>>;

interface Claim {
  readonly field: ImportField | undefined;
  readonly length: number;
}

function longestPhraseIn(column: Column): Claim {
  const { text, dayStem, content } = column;
  let longest: Claim = { field: undefined, length: 0 };
  const consider = (field: ImportField | undefined, phrase: string) => {
    if (phrase.length > longest.length && !onlyWhole.has(phrase) && ` ${text} `.includes(` ${phrase} `)) {
      longest = { field, length: phrase.length };
    }
  };
  for (const phrase of otherMeanings) consider(undefined, phrase);
  for (const field of importFields) {
    if (!fits(field, column) || wholeOnly.has(field) || (field === 'title' && notTitle.test(text))) continue;
    // A word in a longer header is weak evidence: without days in the cells a header must say that it is a day.
    if (dayFields.has(field) && content.isEmpty && dayStem === undefined) continue;
    for (const phrase of phrasesFor[field]) consider(field, phrase);
  }
  return longest;
}

/** Fields that a longer header never means. */
const wholeOnly: ReadonlySet<ImportField> = new Set(['sourceKey', 'sourceSystem', 'closedAs', 'withdrawnOn']);
