import { titleOf as itemTitle } from '../items/codedText.ts';
import type { BoardRow } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import type { Pace } from '../figures/pace.ts';
import type { Item } from '../items/item.ts';
import { namedPeople } from '../items/namedPeople.ts';
import type { ItemPage } from '../panel/protocol.ts';
import { sayDay, sayName, sayLateBy, sayWorkingDays } from '../text/days.ts';
import { sayPace, sayPersonDays } from '../figures/figureText.ts';
import { slipsOf } from '../board/promise.ts';
import type { Calendar } from '../time/calendar.ts';
import { historyLines } from './historyText.ts';
import { sayAge, saySlip } from '../items/itemText.ts';
import { escapeMarkdown, escapeTableCell } from '../text/markdown.ts';
import { pageSentences } from '../items/itemSentences.ts';
import { isWebAddress } from '../text/webAddress.ts';
import { counted, t } from '../text/translate.ts';

/** What the page of an item is built from. */
export interface ItemPageSource {
  readonly item: Item;
  /** Undefined when the item is not on the board, because its asked day is in the future. */
  readonly row: BoardRow | undefined;
  /** Only for an open item. */
  readonly pace: Pace | undefined;
  readonly today: Day;
  readonly calendar: Calendar;
  readonly titleOf: (id: string) => string;
}

/** Builds the page of one item: its state, figures, slips, and history in the order of the clock. */
export function buildItemPage({ item, row, pace, today, calendar, titleOf }: ItemPageSource): ItemPage {
  const asked = item.askedBy === undefined ? t('asked') : t('asked by {0}', sayName(item.askedBy));
  return {
    title: itemTitle(item),
    sentences:
      row === undefined ? [] : pageSentences(row, today, isByTarget(item, row, calendar) ? item.target : undefined),
    note: row?.note,
    link: row?.link === undefined ? undefined : { text: row.link, isWebAddress: isWebAddress(row.link) },
    figures: row === undefined ? [] : figuresOf(row, pace),
    slips: slipsOf(item, calendar).map((slip) => saySlip(slip, today)),
    people: namedPeople(item),
    history: [{ day: sayDay(item.askedOn, today), text: asked }, ...historyLines(item, today, calendar, titleOf)],
  };
}

/** Whether the promise is still the one that the target set, and still follows from it: days and weeks get corrected. */
function isByTarget({ target }: Item, { askedOn, promisedOn, slips }: BoardRow, calendar: Calendar): boolean {
  return target !== undefined && slips === 0 && promisedOn === calendar.addWorkingDays(askedOn, target);
}

/** The page as Markdown. */
export function itemPageText({ title, sentences, note, link, figures, slips, history }: ItemPage): string {
  return [
    `# ${escapeMarkdown(title)}`,
    '',
    ...sentences.flatMap((sentence) => [escapeMarkdown(sentence), '']),
    ...(link === undefined ? [] : [link.isWebAddress ? `<${link.text}>` : escapeMarkdown(link.text), '']),
    ...(note === undefined ? [] : [escapeMarkdown(note), '']),
    ...(figures.length === 0 ? [] : [...figureTable(figures), '']),
    ...section(t('Slips'), slips),
    ...section(
      t('History'),
      history.map(({ day, text }) => `${day}: ${text}`),
    ),
  ].join('\n');
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${heading}`, '', ...lines.map((line) => `- ${escapeMarkdown(line)}`), ''];
}

function figuresOf(row: BoardRow, pace: Pace | undefined): ItemPage['figures'] {
  const figures: [string, string | undefined][] = [
    row.closing === undefined
      ? [t('Age'), sayAge(row.ageInDays)]
      : [t('Took'), counted(row.ageInDays, '{0} day', '{0} days')],
    [row.closing === undefined ? t('Waited on you') : t('Decision time'), sayWorkingDays(row.workingDaysWaited)],
    [t('With whoever asked'), row.workingDaysWithAsker > 0 ? sayWorkingDays(row.workingDaysWithAsker) : undefined],
    [
      t('Response time'),
      row.responseInWorkingDays === undefined ? t('no answer yet') : sayWorkingDays(row.responseInWorkingDays),
    ],
    [t('Over the promise'), row.overdue ? sayLateBy(row.daysOver) : undefined],
    [t('Waiting'), row.personDays > 0 ? sayPersonDays(row.personDays) : undefined],
    [t('Pace'), pace && sayPace(pace)],
    [t('Logged late by'), row.logDelayInDays > 0 ? counted(row.logDelayInDays, '{0} day', '{0} days') : undefined],
  ];
  return figures.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

function figureTable(figures: ItemPage['figures']): string[] {
  return [
    `| ${t('Figures')} | |`,
    '|:--|:--|',
    ...figures.map(({ name, value }) => `| ${name} | ${escapeTableCell(value)} |`),
  ];
}
