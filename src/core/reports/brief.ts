import type { Day } from '../time/day.ts';
import type { Amendment } from '../assignments/assignment.ts';
import type { ClarityRule, Finding } from '../clarity/check.ts';
import { sayVagueness } from '../clarity/clarityText.ts';
import type { AssignmentRow } from '../assignments/workBoard.ts';
import type { Agreement, AgreementField } from '../entries/workFacts.ts';
import { sayAgreementField } from '../assignments/agreementText.ts';
import { sayDay, sayName } from '../text/days.ts';
import { escapeMarkdown } from '../text/markdown.ts';
import { counted, t } from '../text/translate.ts';

/**
 * The agreement and its later changes as one page of Markdown. People's words are escaped. Missing and vague answers are
 * marked.
 *
 * @param findings those of the clarity check on the agreement as it is now
 */
export function briefText(
  row: AssignmentRow,
  today: Day,
  titleOf: (id: string) => string,
  findings: readonly Finding[] = [],
): string {
  const { agreement } = row;
  const vague = (field: AgreementField, text: string | undefined): string[] =>
    text === undefined
      ? []
      : findings.filter((finding) => finding.field === field).flatMap(({ rule, text }) => sayVague(rule, text) ?? []);
  const section = (field: AgreementField, text: string | undefined): string[] => [
    `## ${sayAgreementField(field)}`,
    '',
    ...(text === undefined ? [`_${t('still open')}_`] : paragraphs(text)),
    ...vague(field, text).flatMap((mark) => [mark, '']),
    '',
  ];
  const owner = [escapeMarkdown(sayName(agreement.owner)), ...vague('owner', agreement.owner)];
  const depends = row.dependsOn.map(({ title, isOpen }) => (isOpen ? title : t('{0} (closed)', title)));
  return [
    `# ${escapeMarkdown(agreement.outcome)}`,
    '',
    ...vague('outcome', agreement.outcome).flatMap((mark) => [mark, '']),
    `${t('Owner')}: ${owner.join(' ')} · ${escapeMarkdown(dueOf(agreement, today))}`,
    '',
    ...section('excluded', agreement.excluded),
    ...section('deliverables', agreement.deliverables),
    ...section('doneWhen', agreement.doneWhen),
    `## ${sayAgreementField('dependsOn')}`,
    '',
    ...(depends.length === 0 ? [t('Nothing.')] : depends.map((title) => `- ${escapeMarkdown(title)}`)),
    '',
    `## ${sayAgreementField('serves')}`,
    '',
    escapeMarkdown(servesOf(row)),
    '',
    ...historyOf(row, today, titleOf),
  ].join('\n');
}

/** `_vague: “improve”_`; undefined where the page itself says what is missing. */
function sayVague(rule: ClarityRule, text: string): string | undefined {
  const what = sayVagueness(rule, text);
  return what === undefined ? undefined : `_${escapeMarkdown(t('vague: {0}', what))}_`;
}

function dueOf({ dueOn, isAgreed }: Agreement, today: Day): string {
  if (dueOn === undefined) return t('no day yet');
  const day = sayDay(dueOn, today);
  return isAgreed === true ? t('due {0}, agreed', day) : t('due {0}, not agreed yet', day);
}

function servesOf({ serves, agreement }: AssignmentRow): string {
  const parts = [
    ...(serves === undefined ? [] : [serves.isRetired ? t('{0} (retired)', serves.title) : serves.title]),
    ...(agreement.displaces === undefined ? [] : [t('Moves down or stops: {0}', agreement.displaces)]),
  ];
  return parts.length === 0 ? t('still open') : parts.join('. ');
}

function historyOf(row: AssignmentRow, today: Day, titleOf: (id: string) => string): string[] {
  const lines = [
    `${sayDay(row.madeOn, today)}: ${t('handed out')}`,
    ...row.amendments.map((amendment) => sayAmendment(amendment, today, titleOf)),
    ...(row.closing === undefined ? [] : [sayEnd(row.closing, today)]),
  ];
  return [`## ${t('Changes')}`, '', ...lines.map((line) => `- ${escapeMarkdown(line)}`), ''];
}

/** `Tue 10 Nov: Due from Fri 6 Nov to Fri 13 Nov, because …; costs 2 days`. */
export function sayAmendment(
  { how, on, fields, reason, costInDays }: Amendment,
  today: Day,
  titleOf: (id: string) => string,
): string {
  const changes = fields.map(({ field, from, to }) => {
    if (field === 'isAgreed') return to === true ? t('the day is agreed') : t('the day is no longer agreed');
    const [old, next] = [sayValue(field, from, today, titleOf), sayValue(field, to, today, titleOf)];
    if (to === undefined) return t('{0}: taken out, it was “{1}”', sayAgreementField(field), old);
    return from === undefined
      ? t('{0}: {1}', sayAgreementField(field), next)
      : t('{0}: from “{1}” to “{2}”', sayAgreementField(field), old, next);
  });
  const day = sayDay(on, today);
  if (how === 'filled') return t('{0}: filled in: {1}', day, changes.join('; '));
  const cost = counted(costInDays, 'costs {0} day', 'costs {0} days');
  return t('{0}: {1}, because {2}; {3}', day, changes.join('; '), reason ?? '', cost);
}

function sayEnd({ result, on, note, loggedOn }: NonNullable<AssignmentRow['closing']>, today: Day): string {
  const ended = result === 'met' ? t('met') : t('missed');
  const day = sayDay(on, today);
  const said = loggedOn === undefined ? ended : t('{0} (written down {1})', ended, sayDay(loggedOn, today));
  return note === undefined ? `${day}: ${said}` : `${day}: ${said}: ${note}`;
}

function sayValue(
  field: AgreementField,
  value: Agreement[AgreementField],
  today: Day,
  titleOf: (id: string) => string,
): string {
  if (value === undefined || typeof value === 'boolean') return '';
  if (typeof value !== 'string') return value.map(titleOf).join(', ');
  if (field === 'dueOn') return sayDay(value as Day, today);
  return field === 'serves' ? titleOf(value) : value;
}

function paragraphs(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [''] : [escapeMarkdown(line), '']));
}
