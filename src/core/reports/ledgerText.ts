import type { BoardRow } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import { type DaySpan, lastDays, type NamedSpan } from './daySpan.ts';
import type { DecidedRow, OwedItem, SharedLedger } from './ledger.ts';
import { initialsOf, type PeopleMode } from './people.ts';
import { nameKey } from '../text/names.ts';
import { sayDay, sayList, sayName, sayNumber, sayWorkingDays } from '../text/days.ts';
import { sayPersonDays } from '../figures/figureText.ts';
import { answerLine, boldTitle, changeLine, sayClosing, slipLine } from './activityText.ts';
import { bothHalvesLines, sayBothHalves } from './bothHalvesText.ts';
import type { NameOf, TitleOf } from './people.ts';
import { sayAge, sayDoor, sayKind, saySlip } from '../items/itemText.ts';
import { escapeMarkdown } from '../text/markdown.ts';
import { blockingSentences, defaultSentences, deliberationSentences, promiseSentence } from '../items/itemSentences.ts';
import { counted, t } from '../text/translate.ts';
import { wordsFor } from '../text/words.ts';

/**
 * The ledger as Markdown. Written to be shared, so it never says `you`. All text from the log is escaped.
 *
 * @param titleOf the title of an item or a priority, by id
 */
export function ledgerText(ledger: SharedLedger, people: PeopleMode, titleOf: TitleOf): string {
  if (people === 'shown') return write(ledger, people, (name) => escapeMarkdown(sayName(name)), titleOf);
  if (people === 'none') return write(ledger, people, () => undefined, titleOf);
  // Initials depend on all names in the text, so a first pass collects them.
  const named: string[] = [];
  write(ledger, people, (name) => String(named.push(name)), titleOf);
  const initials = initialsOf(named);
  return write(ledger, people, (name) => escapeMarkdown(initials.get(nameKey(name)) ?? ''), titleOf);
}

function write(ledger: SharedLedger, people: PeopleMode, nameOf: NameOf, titleOf: TitleOf): string {
  const { today, span, owed, theirMove, decided, withdrawn, slipped, reversed, clarity, changed } = ledger;
  const halves = bothHalvesLines(ledger.halves, 'ledger');
  return [
    `# ${t('Ledger, {0} to {1}', span.from, span.to)}`,
    '',
    t('Written {0}. {1}', today, sayPeopleMode(people)),
    '',
    sayTotals(ledger),
    '',
    ...section(t('Owed now'), owed, (item) => owedLines(item, today, nameOf)),
    ...(clarity.owed.length === 0
      ? []
      : section(t('Clarity owed'), clarity.owed, (item) => owedLines(item, today, nameOf))),
    ...(theirMove.length === 0 ? [] : section(t('Their move'), theirMove, (item) => owedLines(item, today, nameOf))),
    ...(ledger.handedOver === 0
      ? []
      : [
          counted(
            ledger.handedOver,
            '{0} more was handed over: somebody else decides it now.',
            '{0} more were handed over: somebody else decides them now.',
          ),
          '',
        ]),
    ...section(t('Decided'), decided, (item) => decidedLines(item, today, nameOf)),
    ...(clarity.settled.length === 0
      ? []
      : section(t('Clarity settled'), clarity.settled, (item) => decidedLines(item, today, nameOf))),
    ...(withdrawn.length === 0
      ? []
      : section(t('Withdrawn'), withdrawn, ({ title, closing }) => [
          `- ${boldTitle(title)} (${sayDay(closing.on, today)}): ${sayClosing(closing)}`,
        ])),
    ...section(t('Slipped'), slipped, (slip) => [`- ${slipLine(slip, today)}`]),
    ...section(t('Reversed'), reversed, (row) => [`- ${answerLine(row, today)}`]),
    ...section(t('Changed after it was agreed'), changed, (change) => [
      `- ${changeLine(change, today, nameOf, titleOf)}`,
    ]),
    ...(halves.length === 0 ? [] : [`## ${sayBothHalves()}`, '', ...halves.map((line) => `- ${line}`), '']),
  ].join('\n');
}

/** A heading with the number of its entries, and their lines. */
function section<T>(heading: string, entries: readonly T[], linesOf: (entry: T) => readonly string[]): string[] {
  if (entries.length === 0) return [`## ${heading}`, '', t('Nothing.'), ''];
  return [`## ${t('{0} ({1})', heading, sayNumber(entries.length))}`, '', ...entries.flatMap(linesOf), ''];
}

function sayTotals({ owed, theirMove, clarity, personDays, decided, slipped, reversed }: SharedLedger): string {
  return t(
    '{0} owed now. Their move: {1}. {2} of waiting. In these days {3} decided or cleared, {4}, {5} reversed.',
    counted(owed.length + clarity.owed.length, '{0} item', '{0} items'),
    theirMove.length,
    sayPersonDays(personDays),
    decided.length,
    counted(slipped.length, '{0} slip', '{0} slips'),
    reversed.length,
  );
}

const sayPeopleMode = wordsFor<PeopleMode>({
  shown: () => t('People are named.'),
  initials: () => t('People are written by their initials; titles, outcomes and reasons stand as they were written.'),
  none: () => t('People are left out; titles, outcomes and reasons stand as they were written.'),
});

function owedLines({ row, slips }: OwedItem, today: Day, nameOf: NameOf): string[] {
  const escaped = escapeRow(row);
  const details = [
    sayWaiting(row, nameOf),
    promiseSentence(escaped, today),
    ...turnLine(row, today, nameOf),
    ...deliberationSentences(escaped, today),
    ...blockingSentences(escaped, today),
    ...defaultSentences(escaped, today),
    ...slips.map((slip) =>
      t('Slip on {0}', saySlip({ ...slip, reason: slip.reason && escapeMarkdown(slip.reason) }, today)),
    ),
  ];
  return [
    `- ${boldTitle(row.title)}: ${askedWords(row, today, nameOf)}; ${sayAge(row.ageInDays)}`,
    ...details.map((line) => `  - ${line}`),
  ];
}

/** The row with all text that appears in its sentences escaped for Markdown. */
function escapeRow(row: BoardRow): BoardRow {
  const escapeTitles = <T extends { readonly title: string }>(named: readonly T[]): T[] =>
    named.map((one) => ({ ...one, title: escapeMarkdown(one.title) }));
  return {
    ...row,
    deliberation: row.deliberation && { ...row.deliberation, question: escapeMarkdown(row.deliberation.question) },
    default: row.default && { ...row.default, outcome: escapeMarkdown(row.default.outcome) },
    blockedBy: escapeTitles(row.blockedBy),
    blocks: escapeTitles(row.blocks),
    circle: escapeTitles(row.circle),
  };
}

/** `Decision, one-way, asked Mon 2 Nov by Lee`. */
function askedWords(row: BoardRow, today: Day, nameOf: NameOf): string {
  const owedBy = row.owedBy && nameOf(row.owedBy);
  const askedBy = row.askedBy && nameOf(row.askedBy);
  const on = sayDay(row.askedOn, today);
  return [
    sayKind(row.kind),
    ...(row.door === undefined ? [] : [sayDoor(row.door)]),
    ...(owedBy === undefined ? [] : [t('owed by {0}', owedBy)]),
    askedBy === undefined ? t('asked {0}', on) : t('asked {0} by {1}', on, askedBy),
  ].join(', ');
}

/** `Anna and Sam have waited 9 working days: 18 person-days.` */
function sayWaiting({ waiting, workingDaysWaited, personDays }: BoardRow, nameOf: NameOf): string {
  const days = sayWorkingDays(workingDaysWaited);
  if (waiting.length === 0) return t('It has waited {0}; nobody is named as waiting.', days);
  const names = waiting.map(nameOf).filter((name) => name !== undefined);
  const people = names.length > 0 ? sayList(names) : counted(waiting.length, '{0} person', '{0} people');
  if (personDays !== waiting.length * workingDaysWaited) {
    return t(
      'It has waited {0}. Waiting: {1}, counted from the day each was named: {2}.',
      days,
      people,
      sayPersonDays(personDays),
    );
  }
  return waiting.length === 1
    ? t('{0} has waited {1}: {2}.', people, days, sayPersonDays(personDays))
    : t('{0} have waited {1}: {2}.', people, days, sayPersonDays(personDays));
}

function turnLine({ ball, turns }: BoardRow, today: Day, nameOf: NameOf): string[] {
  const turn = ball === 'leader' ? undefined : turns.at(-1);
  if (turn === undefined) return [];
  const to = turn.name && nameOf(turn.name);
  const on = sayDay(turn.from, today);
  const back = to === undefined ? t('Sent back {0}', on) : t('Sent back to {0} {1}', to, on);
  return [turn.words === undefined ? back : t('{0}: {1}', back, escapeMarkdown(turn.words))];
}

function decidedLines({ row, target }: DecidedRow, today: Day, nameOf: NameOf): string[] {
  const { closing } = row;
  const because = closing.how === 'decided' ? closing.because : undefined;
  return [
    `- ${boldTitle(row.title)} (${sayDay(closing.on, today)}): ${sayClosing(closing)}`,
    ...(because === undefined ? [] : [`  - ${t('Because {0}', escapeMarkdown(because))}`]),
    `  - ${tookLine(row, target, nameOf)}`,
  ];
}

function tookLine(row: BoardRow, target: number, nameOf: NameOf): string {
  if (row.ball === 'decider') {
    const decider = row.turns.at(-1)?.name;
    const by = decider && nameOf(decider);
    return by === undefined ? t('Decided after it was handed over.') : t('Handed over to {0}, who decided it.', by);
  }
  const took = sayWorkingDays(row.workingDaysWaited);
  return target === 0
    ? t('Took {0}; the same day is asked for.', took)
    : t('Took {0}; {1} asked for.', took, sayWorkingDays(target));
}

/** The label of a predefined span. */
export const sayNamedSpan = wordsFor<NamedSpan>({
  lastDays: () => t('The last {0} days', lastDays),
  thisMonth: () => t('This month'),
  lastMonth: () => t('Last month'),
  thisQuarter: () => t('This quarter'),
});

/** The label of a people mode, with an example. */
export function sayPeopleChoice(people: PeopleMode): { readonly label: string; readonly description: string } {
  switch (people) {
    case 'shown':
      return { label: t('By name'), description: t('Anna and Sam have waited') };
    case 'initials':
      return { label: t('By initials'), description: t('A and S have waited') };
    case 'none':
      return { label: t('Left out'), description: t('2 people have waited') };
    default:
      return people satisfies never;
  }
}

export function spanBackwards({ from, to }: DaySpan, today: Day): string {
  return t('{0} is before {1}, the first day.', sayDay(to, today), sayDay(from, today));
}
