import type { BoardRow } from '../board/row.ts';
import type { Day } from '../time/day.ts';
import type { Slip } from '../board/promise.ts';
import type { Door, ItemKind } from '../entries/itemFacts.ts';
import { sayDay, sayName, sayNearDay } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';
import { wordsFor } from '../text/words.ts';

export const sayKind = wordsFor<ItemKind>({
  decision: () => t('Decision'),
  approval: () => t('Approval'),
  dependency: () => t('Dependency'),
  clarity: () => t('Clarity'),
});

export function sayDoor(door: Door): string {
  return door === 'one-way' ? t('one-way') : t('two-way');
}

/** An age in two characters, rounded down: `9d`, `6w`, `8m`, `2y`. At most `9m` or `9y`. */
export function shortAge(ageInDays: number): string {
  if (ageInDays < 10) return t('{0}d', ageInDays);
  if (ageInDays < 70) return t('{0}w', Math.floor(ageInDays / 7));
  if (ageInDays < 365) return t('{0}m', Math.min(9, Math.floor(ageInDays / 30)));
  return t('{0}y', Math.min(9, Math.floor(ageInDays / 365)));
}

export function sayAge(ageInDays: number): string {
  return counted(ageInDays, '{0} day old', '{0} days old');
}

/** `Tue 3 Mar: from Wed 4 Mar to Tue 10 Mar: no price yet`. */
export function saySlip({ on, from, to, reason }: Slip, today: Day): string {
  return t('{0}: from {1} to {2}: {3}', sayDay(on, today), sayDay(from, today), sayDay(to, today), reason);
}

/** The short facts after a title in the tree: `9d · 2 waiting · 4 over`. */
export function rowDescription(row: BoardRow, today: Day): string {
  if (row.closing !== undefined) return describeClosed(row, row.closing.on, today);
  const facts = [t('{0}d', row.ageInDays)];
  if (row.waiting.length > 0) facts.push(t('{0} waiting', row.waiting.length));
  const turn = row.ball === 'leader' ? undefined : row.turns.at(-1);
  if (turn !== undefined) {
    const since = sayNearDay(turn.from, today);
    if (turn.name === undefined) facts.push(t('sent back {0}', since));
    else if (turn.holder === 'asker') facts.push(t('with {0} since {1}', sayName(turn.name), since));
    else facts.push(t('handed to {0} {1}', sayName(turn.name), since));
    if (row.isDefaultDue) facts.push(t('did the default take effect?'));
    return facts.join(' · ');
  }
  if (row.overdue) facts.push(row.daysOver > 0 ? t('{0} over', row.daysOver) : t('over'));
  if (row.state === 'deliberating' && row.deliberation !== undefined) {
    facts.push(t('held until {0}', sayNearDay(row.deliberation.until, today)));
  } else if (!row.overdue) facts.push(t('by {0}', sayNearDay(row.dueOn, today)));
  const [blocker, ...others] = row.blockedBy;
  if (blocker !== undefined) {
    facts.push(others.length === 0 ? t('after “{0}”', blocker.title) : t('after {0} others', row.blockedBy.length));
  }
  if (row.isDefaultDue) facts.push(t('did the default take effect?'));
  return facts.join(' · ');
}

function describeClosed(row: BoardRow, closedOn: Day, today: Day): string {
  const closed = t('{0} {1}', sayClosing(row), sayNearDay(closedOn, today));
  if (row.disagreement !== undefined) return t('{0} · twice, on two machines', closed);
  if (row.state === 'checkDue') return t('{0} · did it hold?', closed);
  if (row.check?.answer?.how === 'reversed') return t('{0} · reversed', closed);
  if (row.check?.answer?.how === 'held') return t('{0} · held', closed);
  return row.check?.on === undefined ? closed : t('{0} · check {1}', closed, sayNearDay(row.check.on, today));
}

function sayClosing(row: BoardRow): string {
  const how = row.closing?.how;
  switch (how) {
    case 'decided':
      return t('decided');
    case 'silence':
      return t('decided by silence');
    case 'cleared':
      return t('cleared');
    case 'settled':
      return t('settled');
    case 'withdrawn':
      return t('withdrawn');
    case undefined:
      return t('open');
    default:
      return how satisfies never;
  }
}
