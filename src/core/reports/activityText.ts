import { answerOf } from '../items/codedText.ts';
import { reasonOf } from '../items/reasonText.ts';
import type { NameOf, TitleOf } from './initials.ts';
import type { BoardRow } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import type { ChangedAssignment, SlippedItem } from './activity.ts';
import type { Closing } from '../items/item.ts';
import type { FieldChange } from '../assignments/assignment.ts';
import { sayAmendment } from './brief.ts';
import { sayDay } from '../text/days.ts';
import { saySlip } from '../items/itemText.ts';
import { escapeMarkdown } from '../text/markdown.ts';
import { t } from '../text/translate.ts';

/** Activity as lines of Markdown for shared documents. People's words are escaped. */

export function boldTitle(title: string): string {
  return `**${escapeMarkdown(title)}**`;
}

/** How an item was closed, and the words recorded with it. */
export function sayClosing(closing: Closing): string {
  switch (closing.how) {
    case 'decided':
      return escapeMarkdown(closing.outcome);
    case 'silence':
      return t('decided by silence: {0}', escapeMarkdown(closing.outcome));
    case 'cleared':
      return closing.note === undefined ? t('cleared') : t('cleared: {0}', escapeMarkdown(closing.note));
    case 'settled':
      return t('settled: {0}', escapeMarkdown(answerOf(closing)));
    case 'withdrawn':
      return t('withdrawn: {0}', escapeMarkdown(reasonOf(closing)));
    default:
      return closing satisfies never;
  }
}

export function slipLine({ item, slip }: SlippedItem, today: Day): string {
  return `${boldTitle(item.title)}: ${saySlip({ ...slip, reason: slip.reason && escapeMarkdown(slip.reason) }, today)}`;
}

/** `**Pick a vendor**: reversed Wed 4 Mar: the price doubled — It went on as “Pick another vendor”.` */
export function answerLine({ title, check, reversedBy }: BoardRow, today: Day): string {
  const answer = check?.answer;
  if (answer === undefined) return boldTitle(title);
  const on = sayDay(answer.on, today);
  if (answer.how === 'held') {
    const stood =
      answer.note === undefined ? t('stood ({0})', on) : t('stood ({0}): {1}', on, escapeMarkdown(answer.note));
    return `${boldTitle(title)}: ${stood}`;
  }
  const reversed = t('reversed {0}: {1}', on, escapeMarkdown(answer.reason));
  const successor = reversedBy && t('It went on as “{0}”.', escapeMarkdown(reversedBy.title));
  return `${boldTitle(title)}: ${[reversed, ...(successor === undefined ? [] : [successor])].join(' — ')}`;
}

/** `**Customers can pay by invoice** (Anna): Tue 10 Mar: Due: from “…” to “…”, because …; costs 2 days` */
export function changeLine(
  { assignment, amendment }: ChangedAssignment,
  today: Day,
  nameOf: NameOf,
  titleOf: TitleOf,
): string {
  const { outcome, owner } = assignment.agreement;
  const escaped = {
    ...amendment,
    fields: amendment.fields.map((change) => escapeChange(change, nameOf)),
    reason: amendment.reason && escapeMarkdown(amendment.reason),
  };
  const change = sayAmendment(escaped, today, (id) => escapeMarkdown(titleOf(id)));
  const holder = nameOf(owner);
  return holder === undefined ? `${boldTitle(outcome)}: ${change}` : `${boldTitle(outcome)} (${holder}): ${change}`;
}

function escapeChange({ field, from, to }: FieldChange, nameOf: NameOf): FieldChange {
  if (field === 'owner') {
    return { field, from: nameOf(String(from)) ?? t('one person'), to: nameOf(String(to)) ?? t('another person') };
  }
  // Days and ids need no escaping; the title of an id is escaped after the lookup.
  if (field === 'dueOn' || field === 'serves') return { field, from, to };
  const escape = (value: FieldChange['from']) => (typeof value === 'string' ? escapeMarkdown(value) : value);
  return { field, from: escape(from), to: escape(to) };
}
