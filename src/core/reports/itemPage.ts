import { titleOf as itemTitle } from '../items/codedText.ts';
import type { BoardRow } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import type { ItemEntry } from '../entries/entry.ts';
import type { Pace } from '../figures/pace.ts';
import type { Item } from '../items/item.ts';
import { sayDay, sayName, sayWorkingDays } from '../text/days.ts';
import { sayPace, sayPersonDays } from '../figures/figureText.ts';
import { sayEntry } from './historyText.ts';
import { sayAge, saySlip } from '../items/itemText.ts';
import { escapeMarkdown, escapeTableCell } from '../text/markdown.ts';
import { itemSentences } from '../items/itemSentences.ts';
import { t } from '../text/translate.ts';

/** The input of an item's page. */
export interface ItemPage {
  readonly item: Item;
  /** Undefined when the item is not on the board, because its asked day is in the future. */
  readonly row: BoardRow | undefined;
  /** Only for an open item. */
  readonly pace: Pace | undefined;
  readonly today: Day;
  /** The day an entry was logged, in the leader's time zone. */
  readonly dayOfLogging: (entry: ItemEntry) => Day;
  readonly titleOf: (id: string) => string;
}

/** The page of one item as Markdown: its state, figures, slips, and history in logging order. */
export function itemPageText({ item, row, pace, today, dayOfLogging, titleOf }: ItemPage): string {
  const [title = itemTitle(item), ...facts] = row === undefined ? [itemTitle(item)] : itemSentences(row, today);
  const slips = item.slips.map((slip) => saySlip(slip, today));
  const asked =
    item.askedBy === undefined
      ? t('{0}: asked', sayDay(item.askedOn, today))
      : t('{0}: asked by {1}', sayDay(item.askedOn, today), sayName(item.askedBy));
  const history = item.history.map(
    (entry) => `${sayDay(dayOfLogging(entry), today)}: ${sayEntry(entry, today, titleOf)}`,
  );
  return [
    `# ${escapeMarkdown(title)}`,
    '',
    ...facts.flatMap((fact) => [fact === row?.link ? sayLink(fact) : escapeMarkdown(fact), '']),
    ...(row === undefined ? [] : [...figureTable(row, pace), '']),
    ...section(t('Slips'), slips),
    ...section(t('History'), [asked, ...history]),
  ].join('\n');
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${heading}`, '', ...lines.map((line) => `- ${escapeMarkdown(line)}`), ''];
}

function figureTable(row: BoardRow, pace: Pace | undefined): string[] {
  const figures: [string, string | undefined][] = [
    [t('Age'), sayAge(row.ageInDays)],
    [row.closing === undefined ? t('Waited on you') : t('Decision time'), sayWorkingDays(row.workingDaysWaited)],
    [t('With whoever asked'), row.workingDaysWithAsker > 0 ? sayWorkingDays(row.workingDaysWithAsker) : undefined],
    [
      t('Response time'),
      row.responseInWorkingDays === undefined ? t('no answer yet') : sayWorkingDays(row.responseInWorkingDays),
    ],
    [t('Over the promise'), row.overdue ? sayWorkingDays(row.daysOver) : undefined],
    [t('Waiting'), row.personDays > 0 ? sayPersonDays(row.personDays) : undefined],
    [t('Pace'), pace && sayPace(pace)],
    [t('Logged late by'), row.logDelayInDays > 0 ? t('{0} d', row.logDelayInDays) : undefined],
  ];
  const shown = figures.filter(([, value]) => value !== undefined);
  return [
    `| ${t('Figures')} | |`,
    '|:--|:--|',
    ...shown.map(([name, value]) => `| ${name} | ${escapeTableCell(value ?? '')} |`),
  ];
}

/** A web address as an autolink, so that the whole address is visible; anything else as plain text. */
function sayLink(link: string): string {
  return webAddress.test(link) ? `<${link}>` : escapeMarkdown(link);
}
const webAddress = /^https?:\/\/[^\s<>\p{C}/?#][^\s<>\p{C}]*$/iu;
