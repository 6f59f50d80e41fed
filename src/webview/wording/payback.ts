import type { Calibration, SurenessBand } from '../../core/figures/calibration.ts';
import type { Payback } from '../../core/figures/payback.ts';
import { counted, t } from '../../core/text/translate.ts';

/** Whether each of the counts suffices for a comparison. */
export function areEnough(needed: number, ...counts: readonly number[]): boolean {
  return counts.every((count) => count >= needed);
}

export function sayClearOrAnyway({ clear, anyway, needed }: Payback): string {
  if (clear.medianChanges === undefined || anyway.medianChanges === undefined) {
    return t(
      'Closed so far: {0} handed out clear, {1} with holes. {2} of each are needed to compare them.',
      clear.n,
      anyway.n,
      needed,
    );
  }
  return t(
    'Median requirement changes: {0} for work handed out clear, {1} for work handed out anyway.',
    clear.medianChanges,
    anyway.medianChanges,
  );
}

export function sayHeldOrNot({ held, notHeld, needed }: Payback): string {
  return areEnough(needed, held.answered, notHeld.answered)
    ? t(
        '{0} of {1} decisions that you held stood, and {2} of {3} of the others.',
        held.stood,
        held.answered,
        notHeld.stood,
        notHeld.answered,
      )
    : t(
        'Checked so far: {0} that you held, {1} that you did not. {2} of each are needed to compare them.',
        held.answered,
        notHeld.answered,
        needed,
      );
}

/** `You said 80–89 % and were right 6 of 10 times.`: of the band with the most answers, of equal ones the surest. */
export function sayCalibration({ answered, needed, brier, bands, unanswered }: Calibration): string {
  const [most] = bands.toSorted((a, b) => b.n - a.n || b.from - a.from);
  return [
    brier === undefined || most === undefined
      ? t(
          'Not enough yet: {0} of {1} answered. When you set a check day, you are asked what you expect.',
          answered,
          needed,
        )
      : t('You said {0} and were right {1} of {2} times.', sayBand(most), most.stood, most.n),
    ...(unanswered === 0
      ? []
      : [
          counted(
            unanswered,
            '{0} check day has passed without an answer.',
            '{0} check days have passed without an answer.',
          ),
        ]),
  ].join(' ');
}

/** `80–89 %`. */
export function sayBand({ from, to }: SurenessBand): string {
  return t('{0}–{1} %', from, to);
}
