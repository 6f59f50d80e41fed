import type { BothHalves, KeptShare, Spells } from '../figures/bothHalves.ts';
import { windowInDays } from '../policy.ts';
import { sayLateBy, sayNumber, sayWorkingDays } from '../text/days.ts';
import { counted, t } from '../text/translate.ts';

/** How a report speaks of the leader: a ledger is read by others, a look-back by the leader. */
export type Voice = 'ledger' | 'lookBack';

/** The heading of both halves in a report. */
export function sayBothHalves(): string {
  return t('Both halves, over the last {0} days', windowInDays);
}

/** Both halves in a few lines; none where nothing was asked and nothing handed out. */
export function bothHalvesLines({ turnaround, promises, changes, sendBacks }: BothHalves, voice: Voice): string[] {
  const { you, team } = turnaround;
  if (you.n + you.running + changes.assignments === 0) return [];
  const isLedger = voice === 'ledger';
  const kept = [sayKept(promises.you), sayKept(promises.team)] as const;
  return [
    isLedger ? t('The leader’s moves: {0}', saySpells(you)) : t('Your moves: {0}', saySpells(you)),
    t('The team’s moves: {0}', saySpells(team)),
    isLedger
      ? t('Promises kept by the leader: {0}; by the team: {1}', ...kept)
      : t('Promises kept by you: {0}; by the team: {1}', ...kept),
    t(
      'Changes of mind: {0} and {1}, over {2}',
      counted(changes.requirementChanges, '{0} requirement change', '{0} requirement changes'),
      counted(changes.rerankings, '{0} priority change', '{0} priority changes'),
      counted(changes.assignments, '{0} assignment', '{0} assignments'),
    ),
    t('Sent back: {0}, beside {1} closed', sayNumber(sendBacks.count), sayNumber(sendBacks.closed)),
  ];
}

/** `85 % within 3 working days, of 12; 2 running, the oldest 9 working days`. */
function saySpells({ n, needed, p85, running, oldestRunningInDays }: Spells): string {
  const ended =
    p85 === undefined
      ? t('not enough yet ({0} of {1})', n, needed)
      : p85 === 0
        ? t('85 % on the same day, of {0}', sayNumber(n))
        : t('85 % within {0}, of {1}', sayWorkingDays(p85), sayNumber(n));
  if (oldestRunningInDays === undefined) return ended;
  return t('{0}; {1} running, the oldest {2}', ended, sayNumber(running), sayLateBy(oldestRunningInDays));
}

function sayKept({ count, of, needed }: KeptShare): string {
  return of < needed ? t('not enough yet ({0} of {1})', of, needed) : t('{0} of {1}', count, of);
}
