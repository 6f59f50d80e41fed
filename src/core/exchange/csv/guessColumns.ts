import { startOfText } from '../../text/clean.ts';
import { listed } from '../../text/listed.ts';
import { type Columns, type ImportField, importFields } from './columns.ts';

/**
 * Guesses the column of each field from the headers; the person can correct it before the import. Each header is used
 * once. Whole headers are matched first, then headers that contain a known phrase, the longest phrase first. Without a
 * match for the title it is left out, and the person must name it.
 */
export function guessColumns(headers: readonly string[]): Partial<Columns> {
  const guessed: Partial<Record<ImportField, string>> = {};
  const unused = new Map<string, string>();
  for (const header of headers) if (!unused.has(normalized(header))) unused.set(normalized(header), header);

  for (const field of importFields) {
    const match = phrasesFor[field].find((phrase) => unused.has(phrase));
    if (match === undefined) continue;
    guessed[field] = unused.get(match)!;
    unused.delete(match);
  }

  const claims = [...unused].map(([text, header]) => ({ header, ...longestPhraseIn(text) }));
  for (const { field, header } of claims.toSorted((a, b) => b.length - a.length)) {
    if (field !== undefined) guessed[field] ??= header;
  }
  return guessed;
}

/** How much of a header is compared with the phrases, in UTF-16 code units. */
const longestHeader = 200;

/** Most likely first. `decision` is the title when no better header exists, else the outcome. */
const phrases: Readonly<Record<ImportField, readonly string[]>> = {
  // Only our own ids: an id column of another tool does not hold item ids.
  pacesetterId: ['pacesetter id'],
  title: ['title', 'summary', 'subject', 'name', 'what', 'item', 'question', 'issue', 'request', 'task', 'decision'],
  kind: ['kind'],
  door: ['door', 'reversibility', 'reversible'],
  askedOn: listed(`
    asked, requested, created, opened, reported, raised, submitted, requested on, created on, created at, opened on,
    opened at, since, date
  `),
  askedBy: ['requested by', 'requester', 'requestor', 'reported by', 'reporter', 'created by', 'raised by', 'author'],
  promisedOn: ['promised', 'promise', 'needed by', 'need by', 'due', 'due date', 'due on', 'deadline', 'target date'],
  closedOn: listed(`
    closed, decided, resolved, done, completed, finished, cleared, decided on, closed at, resolved at, resolved on,
    decision date, date of decision, resolution date, closing day
  `),
  closedAs: ['closed as'],
  outcome: ['outcome', 'decision', 'resolution', 'answer', 'result', 'status', 'state'],
  because: ['because', 'rationale', 'reason', 'justification', 'why'],
  waiting: ['waiting', 'waiting for', 'who waits', 'who is waiting', 'people waiting', 'blocking', 'stakeholders'],
  owedBy: ['owed by', 'who owes', 'owes', 'vendor', 'supplier'],
  tags: ['tags', 'tag', 'labels', 'label'],
  link: ['link', 'url', 'permalink', 'href', 'web link'],
  note: ['note', 'notes', 'description', 'details', 'comment', 'comments'],
};

/** Phrases that contain a known phrase but mean something else: `closed by` names a person, not a day. */
const otherMeanings = listed(`
  closed by, decided by, resolved by, completed by, approved by, updated, blocked by, issue type, issue key, issue id,
  item id, parent issue, linked issues, project name, user name, file name
`);

/** Too general to match inside a longer header. */
const onlyWhole = new Set(['date', 'since', 'what', 'why', 'state', 'name', 'item', 'due']);

/** The field's own name, such as `askedOn` in our export, is the best match. */
const phrasesFor = Object.fromEntries(
  importFields.map((field) => [field, [normalized(field), ...phrases[field]]]),
) as unknown as Readonly<Record<ImportField, readonly string[]>>;

interface Claim {
  readonly field: ImportField | undefined;
  readonly length: number;
}

function longestPhraseIn(header: string): Claim {
  let longest: Claim = { field: undefined, length: 0 };
  const consider = (field: ImportField | undefined, phrase: string) => {
    if (phrase.length > longest.length && !onlyWhole.has(phrase) && ` ${header} `.includes(` ${phrase} `)) {
      longest = { field, length: phrase.length };
    }
  };
  for (const phrase of otherMeanings) consider(undefined, phrase);
  for (const field of importFields) for (const phrase of phrasesFor[field]) consider(field, phrase);
  return longest;
}

/** Normalises a header: `createdAt`, `Created_at` and `created at` are equal. */
function normalized(header: string): string {
  return startOfText(header, longestHeader)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
