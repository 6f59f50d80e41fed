import type { BoardRow } from '../board.ts';
import type { Day } from '../day.ts';
import type { ItemEntry } from '../entries.ts';
import type { Item } from '../item.ts';
import { sayDay, sayName, sayPeople } from './days.ts';
import { rowStory } from './items.ts';
import { escapeMarkdown } from './markdown.ts';
import { t } from './translate.ts';

/** The page of one item: how it stands, then everything that was said about it, in the order it was logged. */
export function itemPageText(
  item: Item,
  row: BoardRow | undefined,
  today: Day,
  dayOfLogging: (entry: ItemEntry) => Day,
): string {
  const [title = item.title, ...facts] = row === undefined ? [item.title] : rowStory(row, today);
  const history = item.history.map(
    (entry) => `- ${escapeMarkdown(sayDay(dayOfLogging(entry), today))}: ${escapeMarkdown(sayEntry(entry, today))}`,
  );
  return [
    `# ${escapeMarkdown(title)}`,
    '',
    ...facts.map((fact) => `- ${fact === row?.link ? sayLink(fact) : escapeMarkdown(fact)}`),
    '',
    `## ${t('History')}`,
    '',
    ...history,
    '',
  ].join('\n');
}

/** A web address as a link with every letter of it to be seen; anything else stays the text it is. */
function sayLink(link: string): string {
  return webAddress.test(link) ? `<${link}>` : escapeMarkdown(link);
}
const webAddress = /^https?:\/\/[^\s<>\p{C}/?#][^\s<>\p{C}]*$/iu;

function sayEntry(entry: ItemEntry, today: Day): string {
  switch (entry.type) {
    case 'itemCaptured':
      return entry.importedFrom === undefined
        ? t('captured, promised {0}', sayDay(entry.promisedOn, today))
        : t('imported from {0}, promised {1}', entry.importedFrom, sayDay(entry.promisedOn, today));
    case 'itemEdited':
      return t('edited: {0}', sayChanges(entry));
    case 'promiseMoved':
      return t('promise moved to {0}: {1}', sayDay(entry.promisedOn, today), entry.reason);
    case 'waitingChanged':
      return [
        ...(entry.added === undefined ? [] : [t('now waiting: {0}', sayPeople(entry.added))]),
        ...(entry.removed === undefined ? [] : [t('no longer waiting: {0}', sayPeople(entry.removed))]),
      ].join('; ');
    case 'itemDecided':
      return entry.because === undefined
        ? t('decided on {0}: {1}', sayDay(entry.decidedOn, today), entry.outcome)
        : t('decided on {0}: {1}, because {2}', sayDay(entry.decidedOn, today), entry.outcome, entry.because);
    case 'itemCleared':
      return entry.note === undefined
        ? t('cleared on {0}', sayDay(entry.clearedOn, today))
        : t('cleared on {0}: {1}', sayDay(entry.clearedOn, today), entry.note);
    case 'itemWithdrawn':
      return t('withdrawn: {0}', entry.reason);
    case 'itemReopened':
      return t('reopened: {0}', entry.reason);
    default:
      return entry satisfies never;
  }
}

function sayChanges(entry: Extract<ItemEntry, { type: 'itemEdited' }>): string {
  const parts = [
    entry.title && t('title “{0}”', entry.title),
    entry.kind && t('kind {0}', entry.kind),
    entry.askedOn && t('asked {0}', entry.askedOn),
    entry.door !== undefined && t('door {0}', entry.door ?? t('none')),
    entry.askedBy !== undefined && t('asked by {0}', entry.askedBy === null ? t('nobody') : sayName(entry.askedBy)),
    entry.owedBy !== undefined && t('owed by {0}', entry.owedBy === null ? t('nobody') : sayName(entry.owedBy)),
    entry.tags && t('tags {0}', entry.tags.join(', ')),
    entry.link !== undefined && t('link {0}', entry.link ?? t('none')),
    entry.note !== undefined && t('note {0}', entry.note ?? t('none')),
  ];
  return parts.filter((part) => typeof part === 'string').join('; ');
}
