import type { BothHalves, KeptShare, Spells } from '../../core/figures/bothHalves.ts';
import { sayLateBy, sayWorkingDays } from '../../core/text/days.ts';
import { counted, t } from '../../core/text/translate.ts';

/** `not enough yet (3 of 5)`, or the count where this side has enough and the other has not. */
export function sayEnough(count: number, needed: number): string {
  return count < needed ? t('not enough yet ({0} of {1})', count, needed) : t('{0}, enough', count);
}

/** `Of your moves, 85 % were made within 8 working days; of your team’s, within 3 working days.` Moves are what has ended. */
export function sayTurnaround({ you, team }: BothHalves['turnaround']): string {
  if (you.p85 !== undefined && team.p85 !== undefined) {
    return t('Of your moves, 85 % were made {0}; of your team’s, {1}.', sayWithin(you.p85), sayWithin(team.p85));
  }
  const yours =
    you.p85 === undefined
      ? sayYouMissing(you.n, you.needed)
      : t('Of your moves, 85 % were made {0}.', sayWithin(you.p85));
  const theirs =
    team.p85 === undefined
      ? sayTeamMissing(team.n, team.needed)
      : t('Of your team’s moves, 85 % were made {0}.', sayWithin(team.p85));
  return `${yours} ${theirs}`;
}

function sayWithin(workingDays: number): string {
  return workingDays === 0 ? t('on the same day') : t('within {0}', sayWorkingDays(workingDays));
}

/** What stands beside a turnaround: `24 moves` and `3 running, the oldest 9 working days`. */
export function saySpells({ n, running, oldestRunningInDays }: Spells): string[] {
  return [
    counted(n, '{0} move', '{0} moves'),
    oldestRunningInDays === undefined
      ? t('nothing running')
      : t('{0} running, the oldest {1}', running, sayLateBy(oldestRunningInDays)),
  ];
}

/** `9 for 24 closed`. */
export function saySendBacks({ count, closed }: BothHalves['sendBacks']): string {
  return t('{0} for {1} closed', count, closed);
}

/** `You kept 5 of 8 promises, your team 7 of 9.` */
export function sayPromises({ you, team }: BothHalves['promises']): string {
  if (isEnough(you) && isEnough(team)) {
    return t('You kept {0} of {1} promises, your team {2} of {3}.', you.count, you.of, team.count, team.of);
  }
  const yours = isEnough(you)
    ? t('You kept {0} of {1} promises.', you.count, you.of)
    : sayYouMissing(you.of, you.needed);
  const theirs = isEnough(team)
    ? t('Your team kept {0} of {1} promises.', team.count, team.of)
    : sayTeamMissing(team.of, team.needed);
  return `${yours} ${theirs}`;
}

export function isEnough({ of, needed }: KeptShare): boolean {
  return of >= needed;
}

function sayYouMissing(count: number, needed: number): string {
  return t('You: not enough yet ({0} of {1}).', count, needed);
}

function sayTeamMissing(count: number, needed: number): string {
  return t('Your team: not enough yet ({0} of {1}).', count, needed);
}

/** `4 requirement changes and 2 priority changes over 6 assignments.` */
export function sayChanges(
  { requirementChanges, rerankings, assignments }: BothHalves['changes'],
  days: number,
): string {
  if (assignments === 0) return t('No assignment was open in the last {0} days.', days);
  return t(
    '{0} and {1} over {2}.',
    counted(requirementChanges, '{0} requirement change', '{0} requirement changes'),
    counted(rerankings, '{0} priority change', '{0} priority changes'),
    counted(assignments, '{0} assignment', '{0} assignments'),
  );
}

/** `0.7 per assignment`. */
export function sayPerAssignment(count: number, assignments: number): string {
  return t('{0} per assignment', rounded(count / assignments));
}

/** To one place, as far as counts say anything. */
export function rounded(ratio: number): number {
  return Math.round(ratio * 10) / 10;
}
