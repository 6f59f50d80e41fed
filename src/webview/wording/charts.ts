import type { Day } from '../../core/time/day.ts';
import type { FrictionReport } from '../../core/figures/friction.ts';
import type { TrendWeek } from '../../core/figures/trend.ts';
import type { Band, ClosedPoint, OpenRow, Snapshot, Verdict } from '../../core/panel/protocol.ts';
import { sayDay, sayWorkingDays } from '../../core/text/days.ts';
import { sayPersonDays, sayRecurring, saySpread, sayTargetKind } from '../../core/figures/figureText.ts';
import { sayDrawn } from './counts.ts';
import { sayPaceOf } from './panel.ts';
import { counted, t } from '../../core/text/translate.ts';
import { wordsFor } from '../../core/text/words.ts';

/**
 * Summary of the ageing chart: how many of the items that wait on the leader, or are sent back, are drawn, and why others
 * that the filter shows are not.
 *
 * @param rows those that the filter shows
 */
export function sayAgeing(rows: readonly OpenRow[], { open, cycle }: Pick<Snapshot, 'open' | 'cycle'>): string {
  const drawn = rows.filter(({ play }) => play !== undefined);
  const away = rows.filter(({ state }) => state === 'handedOver').length;
  const closed = rows.length - drawn.length - away;
  const notDrawn = [
    ...(away === 0 ? [] : [t('{0} handed over', away)]),
    ...(closed === 0 ? [] : [t('{0} closed', closed)]),
  ];
  return [
    sayDrawn(rows, open),
    ...sayOldest(drawn, cycle),
    ...(notDrawn.length === 0 ? [] : [t('Not drawn: {0}.', notDrawn.join(', '))]),
  ].join(' ');
}

function sayOldest(drawn: readonly OpenRow[], cycle: Snapshot['cycle']): string[] {
  let oldest: OpenRow | undefined;
  for (const row of drawn) if (oldest === undefined || row.ageInDays > oldest.ageInDays) oldest = row;
  if (oldest === undefined) return [];
  const band = cycle.bands.find(({ percent }) => percent === 85);
  const beyond = band === undefined ? 0 : drawn.filter(({ ageInDays }) => ageInDays > band.ageInDays).length;
  return [
    cycle.closed === 0
      ? t('The oldest is “{0}”: {1} d.', oldest.title, oldest.ageInDays)
      : t('The oldest is “{0}”: {1} d, {2}.', oldest.title, oldest.ageInDays, sayPaceOf(oldest, cycle.closed)),
    band === undefined
      ? t('Nothing is closed yet to compare it with.')
      : counted(
          beyond,
          '{0} is older than 85 % of what you closed ({1} d).',
          '{0} are older than 85 % of what you closed ({1} d).',
          band.ageInDays,
        ),
  ];
}

/** `85 % · 8 d`: the label of a band in the ageing chart. */
export function sayBand({ percent, ageInDays }: Band): string {
  return t('{0} % · {1} d', percent, ageInDays);
}

/** `85 %`, for narrow charts. */
export function sayBandShortly({ percent }: Band): string {
  return t('{0} %', percent);
}

/** `you ask 2 wd`: the label of the target line. */
export function sayAskedLine(target: number): string {
  return target === 0 ? t('you ask: same day') : t('you ask {0} wd', target);
}

export function sayAgeAxis(isLogarithmic: boolean): string {
  return isLogarithmic ? t('Age in days, logarithmic') : t('Age in days, square-root scale');
}

export const sayVerdict = wordsFor<Verdict>({
  held: () => t('Stood'),
  reversed: () => t('Reversed'),
  silence: () => t('By silence'),
  unchecked: () => t('Not checked'),
});

/** Summary of the scatterplot of closed items. */
export function sayClosed({ closed, closedEarlier, scorecard }: Snapshot): string {
  if (closed.length === 0) return t('Nothing closed yet.');
  const count = (verdict: Verdict) => closed.filter((point) => point.verdict === verdict).length;
  return [
    counted(closed.length, '{0} closed.', '{0} closed.'),
    ...(closedEarlier === 0 ? [] : [t('The latest {0} are drawn; {1} are older.', closed.length, closedEarlier)]),
    scorecard.decisionTime.n === 0
      ? t('None of them in the last {0} days.', scorecard.windowInDays)
      : t('In the last {0} days {1}.', scorecard.windowInDays, saySpread(scorecard.decisionTime)),
    t(
      '{0} stood, {1} reversed, {2} by silence, {3} not checked.',
      count('held'),
      count('reversed'),
      count('silence'),
      count('unchecked'),
    ),
  ].join(' ');
}

export function sayClosedPoint(
  { title, targetKind, closedOn, decisionTime, verdict }: ClosedPoint,
  today: Day,
): string {
  return [
    title,
    sayTargetKind(targetKind),
    sayDay(closedOn, today),
    sayWorkingDays(decisionTime),
    sayVerdict(verdict),
  ].join('; ');
}

/** Summary of the trend: now compared with thirteen weeks ago, if the log is that old. */
export function sayTrend(weeks: readonly TrendWeek[], logBeginsOn: Day | undefined, today: Day): string {
  const [then, now] = [weeks.at(-14), weeks.at(-1)];
  if (then === undefined || now === undefined || logBeginsOn === undefined) return t('No weeks to show.');
  if (logBeginsOn > then.endsOn) {
    return t(
      '{0} open now, {1}. The log begins on {2}; what is shown before that was recorded later.',
      now.open,
      sayPersonDays(now.personDays),
      sayDay(logBeginsOn, today),
    );
  }
  return t(
    '{0} open now, {1} thirteen weeks ago. {2} now, {3} then.',
    now.open,
    then.open,
    sayPersonDays(now.personDays),
    sayPersonDays(then.personDays),
  );
}

export function sayWeek({ endsOn, open, personDays }: TrendWeek, today: Day): string {
  return t('Week to {0}: {1} open, {2}', sayDay(endsOn, today), open, sayPersonDays(personDays));
}

/** Summary of friction: the kind that recurs, if any, and the kind that costs most. */
export function sayFrictionSummary(report: FrictionReport): string {
  const [most] = report.byKind;
  if (most === undefined) return t('Nothing waited on you in the last {0} days.', report.windowInDays);
  const waiting = most.personDays > 0 ? sayPersonDays(most.personDays) : sayWorkingDays(most.workingDaysWaited);
  const costsMost =
    most.key === report.recurring?.key
      ? t('They cost most in the last {0} days: {1} of waiting.', report.windowInDays, waiting)
      : t('{0} cost most in the last {1} days: {2} of waiting.', sayTargetKind(most.key), report.windowInDays, waiting);
  return `${sayRecurring(report)} ${costsMost}`;
}

/** `7 of 12 late`. */
export function sayLate(late: number, items: number): string {
  return t('{0} of {1} late', late, items);
}
