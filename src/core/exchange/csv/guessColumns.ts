import { type Columns, type ImportField, importFields } from './columns.ts';

/**
 * What the headers suggest, to be shown and corrected before anything is imported. Each header is used once. First
 * whole headers are compared, then headers that contain a known phrase: the longest phrase says what it is about.
 * A title that nothing suggests is left out; the person must name it.
 */
export function guessColumns(headers: readonly string[]): Partial<Columns> {
  const guessed: Partial<Record<ImportField, string>> = {};
  const free = new Map<string, string>();
  for (const header of headers) if (!free.has(plain(header))) free.set(plain(header), header);

  for (const field of importFields) {
    const match = phrasesFor[field].find((phrase) => free.has(phrase));
    if (match === undefined) continue;
    guessed[field] = free.get(match)!;
    free.delete(match);
  }

  const claims = [...free].map(([text, header]) => ({ header, ...longestPhraseIn(text) }));
  for (const { field, header } of claims.toSorted((a, b) => b.length - a.length)) {
    if (field !== undefined) guessed[field] ??= header;
  }
  return guessed;
}

/** The likeliest first. `decision` heads a list of decisions when there is no better title, else it is the outcome. */
const phrases: Readonly<Record<ImportField, readonly string[]>> = {
  // Ids of ours only: what others call an id is no id of an item.
  pacesetterId: ['pacesetter id'],
  title: ['title', 'summary', 'subject', 'name', 'what', 'item', 'question', 'issue', 'request', 'task', 'decision'],
  kind: ['kind'],
  door: ['door', 'reversibility', 'reversible'],
  askedOn: [
    'asked',
    'requested',
    'created',
    'opened',
    'reported',
    'raised',
    'submitted',
    'requested on',
    'created on',
    'created at',
    'opened on',
    'opened at',
    'since',
    'date',
  ],
  askedBy: ['requested by', 'requester', 'requestor', 'reported by', 'reporter', 'created by', 'raised by', 'author'],
  promisedOn: ['promised', 'promise', 'needed by', 'need by', 'due', 'due date', 'due on', 'deadline', 'target date'],
  closedOn: [
    'closed',
    'decided',
    'resolved',
    'done',
    'completed',
    'finished',
    'cleared',
    'decided on',
    'closed at',
    'resolved at',
    'resolved on',
    'decision date',
    'date of decision',
    'resolution date',
    'closing day',
  ],
  closedAs: ['closed as'],
  outcome: ['outcome', 'decision', 'resolution', 'answer', 'result', 'status', 'state'],
  because: ['because', 'rationale', 'reason', 'justification', 'why'],
  waiting: ['waiting', 'waiting for', 'who waits', 'who is waiting', 'people waiting', 'blocking', 'stakeholders'],
  owedBy: ['owed by', 'who owes', 'owes', 'vendor', 'supplier'],
  tags: ['tags', 'tag', 'labels', 'label'],
  link: ['link', 'url', 'permalink', 'href', 'web link'],
  note: ['note', 'notes', 'description', 'details', 'comment', 'comments'],
};

/** Phrases that contain a known one and mean something else: a person who closed it is not a day, and so on. */
const notOurs = [
  'closed by',
  'decided by',
  'resolved by',
  'completed by',
  'approved by',
  'updated',
  'blocked by',
  'issue type',
  'issue key',
  'issue id',
  'item id',
  'parent issue',
  'linked issues',
  'project name',
  'user name',
  'file name',
];

/** Too general to be found within a longer header. */
const onlyWhole = new Set(['date', 'since', 'what', 'why', 'state', 'name', 'item', 'due']);

/** A field's own name, as `askedOn` is written by an export, is the surest phrase for it. */
const phrasesFor = Object.fromEntries(
  importFields.map((field) => [field, [plain(field), ...phrases[field]]]),
) as unknown as Readonly<Record<ImportField, readonly string[]>>;

interface Claim {
  readonly field: ImportField | undefined;
  readonly length: number;
}

function longestPhraseIn(header: string): Claim {
  let longest: Claim = { field: undefined, length: 0 };
  const weigh = (field: ImportField | undefined, phrase: string) => {
    if (phrase.length > longest.length && !onlyWhole.has(phrase) && ` ${header} `.includes(` ${phrase} `)) {
      longest = { field, length: phrase.length };
    }
  };
  for (const phrase of notOurs) weigh(undefined, phrase);
  for (const field of importFields) for (const phrase of phrasesFor[field]) weigh(field, phrase);
  return longest;
}

/** `createdAt`, `Created_at` and `created at` are one phrase. */
function plain(header: string): string {
  return header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
