import type { BoardRow } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import type { KindSpeed, LookBack, Waited } from './lookBack.ts';
import { percentile } from '../figures/percentile.ts';
import { sayDay, sayName, sayWorkingDays } from '../text/days.ts';
import { sayPersonDays, sayTargetKind } from '../figures/figureText.ts';
import { answerLine, boldTitle, changeLine, sayClosing, slipLine } from './activityText.ts';
import { bothHalvesLines, sayBothHalves } from './bothHalvesText.ts';
import type { TitleOf } from './initials.ts';
import { escapeMarkdown } from '../text/markdown.ts';
import { counted, t } from '../text/translate.ts';

/** Most lines per list, to keep the page short; the rest is only counted. */
const maxListed = 8;

/** The week as one page of Markdown. Empty sections are left out. */
export function lookBackText(lookBack: LookBack, titleOf: TitleOf): string {
  const { today, week, isUnderWay, slipped, held, reversed, changed, clarity } = lookBack;
  const sections = [
    ...waitedSection(lookBack),
    ...peopleSection(lookBack),
    ...decidedSection(lookBack),
    ...section(
      t('Slips'),
      slipped.map((slip) => slipLine(slip, today)),
    ),
    ...section(
      t('Did it stand?'),
      [...held, ...reversed].map((row) => answerLine(row, today)),
    ),
    ...section(
      t('Changes to agreements'),
      changed.map((change) => changeLine(change, today, (name) => escapeMarkdown(sayName(name)), titleOf)),
    ),
    ...section(
      t('Clarity owed'),
      clarity.map(({ title }) => escapeMarkdown(title)),
    ),
  ];
  return [
    `# ${t('Look-back, {0} to {1}', week.from, week.to)}`,
    '',
    ...(isUnderWay ? [t('The week is under way.'), ''] : []),
    ...(sections.length === 0
      ? [t('Nothing waited on you, and nothing was decided, moved or changed.'), '']
      : sections),
    ...section(sayBothHalves(), bothHalvesLines(lookBack.halves, 'lookBack')),
  ].join('\n');
}

function section(heading: string, lines: readonly string[], intro: readonly string[] = []): string[] {
  if (lines.length === 0 && intro.length === 0) return [];
  const more = lines.length - maxListed;
  return [
    `## ${heading}`,
    '',
    ...intro.flatMap((sentence) => [sentence, '']),
    ...lines.slice(0, maxListed).map((line) => `- ${line}`),
    ...(more > 0 ? [`- ${counted(more, 'and {0} more', 'and {0} more')}`] : []),
    ...(lines.length > 0 ? [''] : []),
  ];
}

function waitedSection({ waited, before, onLeader, isUnderWay, today }: LookBack): string[] {
  if ([waited, before].every((then) => then.onLeader + then.sentBack === 0)) return [];
  const items = sayItems(waited);
  const cost = sayPersonDays(waited.personDays);
  return section(t('What waited on you'), onLeader.map(waitedLine), [
    isUnderWay ? t('Now: {0}, {1}.', items, cost) : t('At the end of the week: {0}, {1}.', items, cost),
    t(
      'At the end of the week before, {0}: {1}, {2}.',
      sayDay(before.on, today),
      sayItems(before),
      sayPersonDays(before.personDays),
    ),
  ]);
}

/** `21 items, and 1 sent back`. */
function sayItems({ onLeader, sentBack }: Waited): string {
  const items = counted(onLeader, '{0} item', '{0} items');
  return sentBack === 0 ? items : t('{0}, and {1} sent back', items, sentBack);
}

function waitedLine({ title, workingDaysWaited, waiting }: BoardRow): string {
  const days = sayWorkingDays(workingDaysWaited);
  const words = boldTitle(title);
  return waiting.length === 0
    ? t('{0}: {1}; nobody is named as waiting', words, days)
    : counted(waiting.length, '{1}: {2}, {0} waiting', '{1}: {2}, {0} waiting', words, days);
}

function peopleSection({ people }: LookBack): string[] {
  return section(
    t('Who waited'),
    people.map(({ name, items, personDays }) =>
      t(
        '{0}: {1}, {2}',
        escapeMarkdown(sayName(name)),
        counted(items, '{0} item', '{0} items'),
        sayPersonDays(personDays),
      ),
    ),
  );
}

function decidedSection({ speeds, decided, decidedByOthers, withdrawn }: LookBack): string[] {
  return section(
    t('Decided'),
    [
      ...decided.map(({ title, closing, workingDaysWaited }) =>
        t('{0}: {1} ({2})', boldTitle(title), sayClosing(closing), sayWorkingDays(workingDaysWaited)),
      ),
      ...withdrawn.map(({ title, closing }) => t('{0}: {1}', boldTitle(title), sayClosing(closing))),
    ],
    [
      ...speeds.map(saySpeed),
      ...(decidedByOthers === 0
        ? []
        : [
            counted(
              decidedByOthers,
              '{0} more was decided by somebody you had handed it over to.',
              '{0} more were decided by people you had handed them over to.',
            ),
          ]),
    ],
  );
}

/** `Approvals: 3 closed, 2 of them within the 1 working day you ask; half within 1, the longest 4 working days.` */
function saySpeed({ kind, target, took, withinTarget }: KindSpeed): string {
  const asked = target === 0 ? t('the same day, as you ask') : t('the {0} you ask', sayWorkingDays(target));
  const longest = took.at(-1) ?? 0;
  return took.length === 1
    ? t('{0}: 1 closed, in {1}; you ask {2}.', sayTargetKind(kind), sayWorkingDays(longest), sayWorkingDays(target))
    : t(
        '{0}: {1} closed, {2} of them within {3}; half within {4}, the longest {5}.',
        sayTargetKind(kind),
        took.length,
        withinTarget,
        asked,
        percentile(took, 50) ?? longest,
        sayWorkingDays(longest),
      );
}

export function weekNotBegun(day: Day): string {
  return t('The week of {0} has not begun.', day);
}
