import { listed } from '../../text/listed.ts';
import { type Columns, type ImportField, importFields } from './columns.ts';
import { type ColumnContent, contentOf } from './columnContent.ts';
import { normalizedHeader } from './header.ts';
import type { CsvTable } from './table.ts';
import { type Tracker, trackerOf } from './trackers.ts';

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
  if (tracker === undefined) return new Guesses(columns).byPhrases();
  return new Guesses(columns).ofTracker(tracker);
}

/** The fields that a row names in so many words: headers do, and the cells of a row below them do not. */
export function namedFields(cells: readonly string[]): ReadonlySet<string> {
  const named = new Guesses(columnsIn({ headers: cells, rows: [] }));
  named.takeWhole(importFields);
  return new Set(Object.keys(named.guessed));
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

class Guesses {
  readonly guessed: Partial<Record<ImportField, string>> = {};
  readonly #columns: readonly Column[];
  readonly #unused: Set<Column>;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#unused = new Set(columns);
  }

  /** The columns that a known tool writes; what a version of it calls otherwise is found by its whole name. */
  ofTracker({ columns }: Tracker): Partial<Columns> {
    const fields = importFields.filter((field) => columns[field] !== undefined);
    for (const field of fields) {
      const known = listed(columns[field] ?? '').flatMap((name) => this.#columns.filter(({ text }) => text === name));
      const best = known.find(({ content }) => !content.isEmpty) ?? known[0];
      // The key of a known tool is one, whatever it looks like.
      if (best !== undefined && (field === 'sourceKey' || fits(field, best))) this.#take(field, best);
    }
    this.takeWhole(fields.filter((field) => this.guessed[field] === undefined && field !== 'sourceKey'));
    return this.guessed;
  }

  byPhrases(): Partial<Columns> {
    this.takeWhole(importFields);
    const claims = [...this.#unused].map((column) => ({ column, ...longestPhraseIn(column) }));
    for (const { field, column } of claims.toSorted((a, b) => b.length - a.length)) {
      if (field !== undefined && this.guessed[field] === undefined) this.#take(field, column);
    }
    const { title, note } = this.guessed;
    // Where nothing has a name, what it is about is in the description.
    if (title !== undefined || note === undefined || !descriptions.has(normalizedHeader(note))) return this.guessed;
    const { note: _, ...others } = this.guessed;
    return { ...others, title: note };
  }

  /** Takes the columns whose whole header names one of these fields. */
  takeWhole(fields: readonly ImportField[]): void {
    for (const field of fields) {
      // Of `Completed` and `Completed At` the second is surely a day.
      const marked = dayFields.has(field) ? this.#first(field, ({ dayStem }) => dayStem, stems[field]) : undefined;
      this.#take(field, marked ?? this.#first(field, ({ text }) => text));
    }
  }

  #first(field: ImportField, textOf: (column: Column) => string | undefined, more: readonly string[] = []) {
    const fitting = [...this.#unused].filter((column) => fits(field, column));
    const wanted = [...phrasesFor[field], ...more];
    return wanted.map((phrase) => fitting.find((column) => textOf(column) === phrase)).find(Boolean);
  }

  #take(field: ImportField, column: Column | undefined): void {
    if (column === undefined) return;
    this.guessed[field] = column.header;
    this.#unused.delete(column);
  }
}

const descriptions = new Set(['description', 'details', 'beschreibung', 'descripción', 'descrição']);

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
      return text === 'source key' || content.hasKeys;
    case 'note':
    case 'because':
      return !content.hasIds;
    case 'askedBy':
    case 'owedBy':
      return !notName.test(text);
    case 'waiting':
      return !content.hasTicks && !notName.test(text);
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
    request title, ticket title, user story, story, action item, topic, what, item, question, issue, request, task, decision, content, short description,
    titel, betreff,
    aufgabe, entscheidung, titre, sujet, tâche, décision, título, asunto, tarea, decisión, assunto, tarefa, decisão
  `),
  kind: ['kind'],
  door: ['door', 'reversibility', 'reversible'],
  askedOn: listed(`
    asked, requested, created, opened, reported, raised, submitted, received, filed, logged, added, published, since,
    date, timestamp, erstellt, erstellt am, angefragt am, datum, créé, créé le, demandé le, creado, creado el, fecha,
    criado, criado em, data
  `),
  askedBy: [
    'requested by',
    'who asked',
    'requester',
    'requestor',
    'reported by',
    'reporter',
    'created by',
    'raised by',
    'author',
  ],
  promisedOn: listed(`
    promised, promise, needed by, need by, decide by, answer by, respond by, due, deadline, target date, fällig, fällig am, frist, échéance, vencimiento,
    fecha límite, vencimento, prazo
  `),
  closedOn: listed(`
    closed, decided, resolved, done, completed, finished, cleared, resolutiondate, erledigt, erledigt am, geschlossen am,
    entschieden am, abgeschlossen am, fermé le, clôturé le, décidé le, terminé le, cerrado el, resuelto el, fechado em,
    concluído em, resolvido em
  `),
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

/** What a header ends in that holds something about a person rather than the name. */
const notName = /(?:^| )(?:id|ids|key|e ?mail|mail|url|avatar|count)$/;

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
    // In a longer header, other words than these say something else: `closed issues` is no status.
    for (const phrase of field === 'status' ? ['status', 'state'] : phrasesFor[field]) consider(field, phrase);
  }
  return longest;
}

/** Fields that a longer header never means. */
const wholeOnly: ReadonlySet<ImportField> = new Set(['sourceKey', 'sourceSystem', 'closedAs', 'withdrawnOn']);
