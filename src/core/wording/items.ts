import type { Board, BoardRow, Totals } from '../board.ts';
import type { Day } from '../day.ts';
import { type Door, type ItemKind, itemKinds } from '../entries.ts';
import { sayDay, sayName, sayNearDay, sayNumber, sayPeople, sayWorkingDays } from './days.ts';
import { counted, t } from './translate.ts';

export function sayKind(kind: ItemKind): string {
  switch (kind) {
    case 'decision':
      return t('Decision');
    case 'approval':
      return t('Approval');
    case 'dependency':
      return t('Dependency');
    default:
      return kind satisfies never;
  }
}

export function sayDoor(door: Door): string {
  return door === 'one-way' ? t('one-way') : t('two-way');
}

/** An age in two characters, rounded down: `9d`, `6w`, `8m`, `2y`; what does not fit is the greatest that does. */
export function shortAge(ageInDays: number): string {
  if (ageInDays < 10) return t('{0}d', ageInDays);
  if (ageInDays < 70) return t('{0}w', Math.floor(ageInDays / 7));
  if (ageInDays < 365) return t('{0}m', Math.min(9, Math.floor(ageInDays / 30)));
  return t('{0}y', Math.min(9, Math.floor(ageInDays / 365)));
}

export function sayAge(ageInDays: number): string {
  return counted(ageInDays, '{0} day old', '{0} days old');
}

/** The short facts beside a title in the tree: `9d · 2 waiting · 4 over`. */
export function rowDescription(row: BoardRow, today: Day): string {
  if (row.closing !== undefined) return t('{0} {1}', sayClosing(row), sayNearDay(row.closing.on, today));
  const facts = [t('{0}d', row.ageInDays)];
  if (row.waiting.length > 0) facts.push(t('{0} waiting', row.waiting.length));
  if (row.overdue) facts.push(row.daysOver > 0 ? t('{0} over', row.daysOver) : t('over'));
  else facts.push(t('by {0}', sayNearDay(row.promisedOn, today)));
  return facts.join(' · ');
}

function sayClosing(row: BoardRow): string {
  const how = row.closing?.how;
  switch (how) {
    case 'decided':
      return t('decided');
    case 'cleared':
      return t('cleared');
    case 'withdrawn':
      return t('withdrawn');
    case undefined:
      return t('open');
    default:
      return how satisfies never;
  }
}

/** Plain lines that tell the whole story of an item; the first is its title. */
export function rowStory(row: BoardRow, today: Day): string[] {
  const lines = [row.title, kindLine(row)];
  lines.push(
    row.askedBy === undefined
      ? t('Asked {0}', sayDay(row.askedOn, today))
      : t('Asked {0} by {1}', sayDay(row.askedOn, today), sayName(row.askedBy)),
  );
  if (row.logDelayInDays > 0) lines.push(counted(row.logDelayInDays, 'Logged {0} day later', 'Logged {0} days later'));
  lines.push(waitLine(row), promiseLine(row, today));
  if (row.closing !== undefined) lines.push(...closingLines(row, today));
  if (row.tags.length > 0) lines.push(row.tags.map((tag) => `#${tag}`).join(' '));
  if (row.link !== undefined) lines.push(row.link);
  if (row.note !== undefined) lines.push(row.note);
  if (row.readOnly) lines.push(t('A newer Pacesetter wrote about this item, so it can only be read here.'));
  return lines;
}

function kindLine(row: BoardRow): string {
  const kind = row.door === undefined ? sayKind(row.kind) : `${sayKind(row.kind)} · ${sayDoor(row.door)}`;
  return row.owedBy === undefined ? kind : t('{0} · owed by {1}', kind, sayName(row.owedBy));
}

function waitLine(row: BoardRow): string {
  const days = sayWorkingDays(row.workingDaysWaited);
  if (row.closing !== undefined) return t('Waited {0}', days);
  return row.waiting.length === 0
    ? t('Waiting {0}; nobody is named', days)
    : t('Waiting {0}: {1} ({2})', days, sayPeople(row.waiting), sayPersonDays(row.personDays));
}

function promiseLine(row: BoardRow, today: Day): string {
  const promised = t('Promised {0}', sayDay(row.promisedOn, today));
  const moved =
    row.slips === 0
      ? promised
      : counted(
          row.slips,
          '{1}, moved once; first promised {2}',
          '{1}, moved {0} times; first promised {2}',
          promised,
          sayDay(row.firstPromisedOn, today),
        );
  return row.daysOver > 0 ? t('{0}, {1} over', moved, sayWorkingDays(row.daysOver)) : moved;
}

function closingLines(row: BoardRow, today: Day): string[] {
  const { closing } = row;
  if (closing === undefined) return [];
  const on = sayDay(closing.on, today);
  switch (closing.how) {
    case 'decided':
      return [
        t('Decided {0}: {1}', on, closing.outcome),
        ...(closing.because === undefined ? [] : [t('Because {0}', closing.because)]),
      ];
    case 'cleared':
      return [closing.note === undefined ? t('Cleared {0}', on) : t('Cleared {0}: {1}', on, closing.note)];
    case 'withdrawn':
      return [t('Withdrawn {0}: {1}', on, closing.reason)];
    default:
      return closing satisfies never;
  }
}

function sayPersonDays(count: number): string {
  return count === 1 ? t('1 person-day') : t('{0} person-days', sayNumber(count));
}

/** `3 overdue · 11 person-days`. */
export function statusText(totals: Totals): string {
  return t('{0} overdue · {1}', totals.overdue, sayPersonDays(totals.personDays));
}

/** `3 overdue: 2 decisions, 1 dependency`. */
export function overdueSentence(totals: Totals): string {
  if (totals.overdue === 0) return t('Nothing overdue');
  const parts = itemKinds
    .filter((kind) => totals.overdueByKind[kind] > 0)
    .map((kind) => sayCountOf(kind, totals.overdueByKind[kind]));
  return t('{0} overdue: {1}', totals.overdue, parts.join(', '));
}

function sayCountOf(kind: ItemKind, count: number): string {
  switch (kind) {
    case 'decision':
      return counted(count, '{0} decision', '{0} decisions');
    case 'approval':
      return counted(count, '{0} approval', '{0} approvals');
    case 'dependency':
      return counted(count, '{0} dependency', '{0} dependencies');
    default:
      return kind satisfies never;
  }
}

/** One spoken sentence for the status bar. */
export function statusLabel({ totals }: Board): string {
  return t(
    'Pacesetter: {0}. {1} open, {2} of waiting.',
    overdueSentence(totals),
    totals.open,
    sayPersonDays(totals.personDays),
  );
}
