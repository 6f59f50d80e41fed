import type { Day } from '../../time/day.ts';
import type { Slip } from '../../board/promise.ts';
import type { Check, Expectation, Item } from '../../items/item.ts';
import { sayName, sayWorkingDays } from '../../text/days.ts';
import { t } from '../../text/translate.ts';

/** What was expected of a decision, its check, and the answer. Days as YYYY-MM-DD, because a record is read for years. */
export function sayCheckOfRecord(check: Check, expectation: Expectation | undefined): string {
  const said = sayAnswer(check);
  return expectation === undefined
    ? said
    : `${t('Expected, {0} % sure: {1}', expectation.sureness, expectation.expect)}\n${said}`;
}

function sayAnswer({ on, answer }: Check): string {
  if (answer === undefined) return t('To be checked on {0}.', on ?? '');
  if (answer.how === 'held') {
    return answer.note === undefined
      ? t('Checked on {0}: it stood.', answer.on)
      : t('Checked on {0}: it stood. {1}', answer.on, answer.note);
  }
  const reversed = t('It did not stand: reversed on {0}, because {1}', answer.on, answer.reason);
  return answer.reworkInDays === undefined
    ? reversed
    : t('{0}; {1} of rework', reversed, sayWorkingDays(answer.reworkInDays));
}

/** Further facts about a decided item, one line each. */
export function sayRecordNotes(
  { askedOn, askedBy, firstPromisedOn, link, default: stated, closing }: Item,
  decidedOn: Day,
  slips: readonly Slip[],
): string[] {
  const first =
    askedBy === undefined
      ? t('Asked on {0}, promised for {1}, decided on {2}.', askedOn, firstPromisedOn, decidedOn)
      : t(
          'Asked on {0} by {3}, promised for {1}, decided on {2}.',
          askedOn,
          firstPromisedOn,
          decidedOn,
          sayName(askedBy),
        );
  return [
    first,
    ...slips.map(({ from, to, reason }) =>
      t('The day slipped from {0} to {1}: {2}', from, to, reason ?? t('no reason given')),
    ),
    ...(stated === undefined ? [] : [t('Stated default, had nobody decided by {0}: {1}', stated.on, stated.outcome)]),
    ...(closing?.how === 'silence' ? [t('Nobody decided; the stated default took effect.')] : []),
    ...(link === undefined ? [] : [link]),
  ];
}
