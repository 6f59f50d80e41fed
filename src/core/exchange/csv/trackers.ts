import { type Day, dayOf } from '../../time/day.ts';
import type { Columns } from './columns.ts';
import { listed } from '../../text/listed.ts';
import { normalizedHeader } from './header.ts';

/** A tool whose exports are known by their headers. */
export interface Tracker {
  /** As it is written to the log in `sourceSystem`. */
  readonly system: string;
  /** Headers that only this tool writes together, normalized. */
  readonly marks: string;
  /** The header of each field, normalized; of several the first that has something in it. */
  readonly columns: { readonly [F in keyof Columns]?: string };
  /** The status is a list or a section that people drag things to, and a closing day says more. */
  readonly statusIsList?: true;
  /** Only rows with this word in this column are items; a to-do list has headings and comments between them. */
  readonly itemRows?: { readonly column: string; readonly word: string };
  /** The day on which an item was made, where its key tells. */
  readonly createdOn?: (key: string) => Day | undefined;
  /** A tag without what the tool writes beside it. */
  readonly plainTag?: (tag: string) => string;
}

/** The tool that wrote these headers, if it is known. */
export function trackerOf(headers: readonly string[]): Tracker | undefined {
  const known = new Set(headers.map(normalizedHeader));
  return trackers.find(({ marks }) => listed(marks).every((mark) => known.has(mark)));
}

/** Of a view of a project, and of lists that `gh` and the API give. */
const githubColumns: Tracker['columns'] = {
  title: 'title',
  askedOn: 'created at, created',
  askedBy: 'author, user, creator',
  promisedOn: 'due date, target date, end date',
  closedOn: 'closed at, closed, merged at',
  status: 'status, state',
  outcome: 'state reason',
  tags: 'labels',
  link: 'url, html url',
  note: 'body',
  sourceKey: 'url, html url',
};

/**
 * The headers as the tools write them, in the order in which they are tried. Assignees are left out: who works on a
 * ticket is not who waits.
 */
const trackers: readonly Tracker[] = [
  {
    system: 'jira',
    marks: 'issue key, summary',
    columns: {
      title: 'summary',
      askedOn: 'created',
      askedBy: 'reporter, creator',
      promisedOn: 'due date',
      closedOn: 'resolved, resolution date',
      status: 'status',
      outcome: 'resolution',
      tags: 'labels',
      note: 'description',
      sourceKey: 'issue key',
    },
  },
  {
    system: 'jira',
    marks: 'vorgangsschlüssel, zusammenfassung',
    columns: {
      title: 'zusammenfassung',
      askedOn: 'erstellt',
      askedBy: 'autor, ersteller',
      promisedOn: 'fälligkeitsdatum, fällig',
      closedOn: 'erledigt, gelöst',
      status: 'status',
      outcome: 'lösung',
      tags: 'stichwörter, labels',
      note: 'beschreibung',
      sourceKey: 'vorgangsschlüssel',
    },
  },
  {
    system: 'linear',
    marks: 'id, team, title, cycle number',
    columns: {
      title: 'title',
      askedOn: 'created',
      askedBy: 'creator',
      promisedOn: 'due date',
      closedOn: 'completed',
      withdrawnOn: 'canceled',
      status: 'status',
      tags: 'labels',
      note: 'description',
      sourceKey: 'id',
    },
  },
  {
    system: 'asana',
    statusIsList: true,
    marks: 'task id, name, section column',
    columns: {
      title: 'name',
      askedOn: 'created at',
      promisedOn: 'due date',
      closedOn: 'completed at',
      status: 'section column',
      tags: 'tags',
      note: 'notes',
      sourceKey: 'task id',
    },
  },
  {
    system: 'trello',
    statusIsList: true,
    marks: 'card id, card name',
    columns: {
      title: 'card name',
      promisedOn: 'due date',
      status: 'list name',
      tags: 'labels',
      link: 'card url',
      note: 'card description',
      sourceKey: 'card id',
    },
    // The first eight digits of a card's id are the second it was made in; there is no column for it.
    createdOn: (key) =>
      /^[0-9a-f]{24}$/.test(key) ? dayOf(new Date(Number.parseInt(key.slice(0, 8), 16) * 1000)) : undefined,
    plainTag: (tag) => tag.replace(/ \((?:black|blue|green|lime|orange|pink|purple|red|sky|yellow)(?:_\w+)?\)$/, ''),
  },
  {
    system: 'todoist',
    marks: 'type, content, indent',
    columns: { title: 'content', askedBy: 'author', promisedOn: 'deadline, date', note: 'description' },
    itemRows: { column: 'type', word: 'task' },
  },
  {
    system: 'azure-devops',
    marks: 'id, work item type, state',
    columns: {
      title: 'title, title 1',
      askedOn: 'created date',
      askedBy: 'created by',
      promisedOn: 'due date, target date',
      closedOn: 'closed date, resolved date',
      status: 'state',
      outcome: 'reason, resolved reason',
      tags: 'tags',
      note: 'description',
      sourceKey: 'id',
    },
  },
  // A view of a project has no numbers: the address tells the issues apart.
  { system: 'github', marks: 'title, url, assignees', columns: githubColumns, statusIsList: true },
  { system: 'github', marks: 'number, title, created at, closed at', columns: githubColumns },
  {
    system: 'notion',
    marks: 'name, created time',
    columns: {
      title: 'name',
      askedOn: 'asked, requested, date asked, created time',
      askedBy: 'requested by, created by',
      promisedOn: 'due, due date, deadline, date',
      closedOn: 'closed, decided, completed, date decided, closed on, decided on, completed on, completed at',
      status: 'status, done',
      outcome: 'outcome, decision',
      tags: 'tags, labels',
      link: 'url, link',
      note: 'notes, note, description',
    },
  },
];
