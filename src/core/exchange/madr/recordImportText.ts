import type { Day } from '../../time/day.ts';
import type { RecordImportPlan, RecordImportRefusal } from './planRecordImport.ts';
import type { RecordPlan } from './planRecords.ts';
import type { RecordRemark } from './recordRefusal.ts';
import { startOfText } from '../../text/clean.ts';
import { sayDay } from '../../text/days.ts';
import { sayFileFault } from '../fileText.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { sayRefusal } from '../../rules/refusalText.ts';
import { counted, t } from '../../text/translate.ts';

/** Why a file of the folder is not imported. */
export function sayRecordRefusal(reason: RecordImportRefusal, today: Day): string {
  switch (reason.refused) {
    case 'file':
      return sayFileFault(reason.fault, t('It'));
    case 'noTitle':
      return t('It has no title: a line that begins with “# ”.');
    case 'template':
      return t('It is a template: its title is not filled in.');
    case 'noDay':
      return t('Nothing says on which day it was decided. Write it as date: YYYY-MM-DD.');
    case 'unreadableDay':
      return t('“{0}” is not a day. Write it as YYYY-MM-DD.', startOfText(reason.told, 40));
    case 'ambiguousDay':
      return t('“{0}” can be two days, and no record of the folder says which. Write it as YYYY-MM-DD.', reason.told);
    case 'noOutcome':
      return t('Nothing stands under “Decision Outcome”.');
    case 'impossibleCheck':
      return t(
        'It cannot have been checked on {0}, before it was decided or on a day still to come.',
        sayDay(reason.on, today),
      );
    case 'notDecided':
      return t('It is “{0}”, so nothing was decided yet.', startOfText(reason.status, 40));
    case 'unknownStatus':
      if (reason.status === '') return t('Its status is left empty, so nothing says whether it was decided.');
      return t('Its status is “{0}”, which does not say whether it was decided.', startOfText(reason.status, 40));
    default:
      return sayRefusal(reason, today);
  }
}

/** What is unusual about a record that goes in. */
export function recordSays(file: string, remark: RecordRemark): string {
  return t('{0} {1}', file, sayRecordRemark(remark));
}

function sayRecordRemark(remark: RecordRemark): string {
  switch (remark.remark) {
    case 'noStatus':
      return t('says nothing of its status; what it decides goes in as decided');
    case 'frontMatter':
      return t('is read without “{0}” at its start, which is not YAML', startOfText(remark.line, 40));
    case 'monthOnly':
      return t('names only a month, “{0}”; its last day goes in, as estimated', startOfText(remark.told, 40));
    case 'unreadDay':
      return t('names “{0}”, which is not a day', startOfText(remark.told, 40));
    default:
      return remark satisfies never;
  }
}

/** Why a whole folder is refused. */
export function tooManyRecords(folder: string, limit: number): string {
  return t('{0} holds more than {1} Markdown files. Choose the folder of the records only.', folder, limit);
}

/** Why a folder without any record is refused: what it holds instead. */
export function noRecords(folder: string, others: ReadonlyMap<string, number>): string {
  const seen = [...others].toSorted(([, a], [, b]) => b - a).slice(0, 3);
  if (seen.length === 0) return t('{0} holds no decision records in Markdown (.md).', folder);
  const kinds = seen.map(([kind, count]) => t('{0} × {1}', count, kind)).join(', ');
  return t('{0} holds no decision records in Markdown (.md). It holds {1}.', folder, kinds);
}

export function sayRecordImportCounts(plan: RecordImportPlan): string {
  const { added, corrected, unchanged, left, refused, shortened, estimated } = plan;
  return [
    counted(added, '{0} decision goes in', '{0} decisions go in'),
    ...(estimated > 0 ? [counted(estimated, '{0} on an estimated day', '{0} on an estimated day')] : []),
    ...(corrected > 0 ? [counted(corrected, '{0} is corrected', '{0} are corrected')] : []),
    ...(left.length > 0
      ? [counted(left.length, '{0} was changed here and stays', '{0} were changed here and stay')]
      : []),
    ...(unchanged > 0 ? [counted(unchanged, '{0} is in already', '{0} are in already')] : []),
    ...(refused.length > 0 ? [counted(refused.length, '{0} is refused', '{0} are refused')] : []),
    ...(shortened.length > 0 ? [counted(shortened.length, '{0} is shortened', '{0} are shortened')] : []),
  ].join(' · ');
}

/** The dry run as a Markdown page. */
export function recordImportReport(folder: string, plan: RecordImportPlan, today: Day): string {
  const lines = [`# ${t('Import of {0}', escapeMarkdown(folder))}`, '', `${sayRecordImportCounts(plan)}.`, ''];
  lines.push(
    t(
      'Each goes in as decided. Asked is the day the record says it was asked, and where it says nothing, the day it was decided.',
    ),
  );
  if (plan.refused.length > 0) {
    lines.push('', `## ${t('Refused: these do not go in')}`, '');
    for (const { file, reason } of plan.refused) {
      lines.push(`- ${escapeMarkdown(file)}: ${escapeMarkdown(sayRecordRefusal(reason, today))}`);
    }
  }
  if (plan.estimated > 0) {
    lines.push(
      '',
      t(
        'A record that names no day goes in on the day on which it first came into version control, or on the day you gave for all of them. Such a day is marked as estimated.',
      ),
    );
  }
  if (plan.left.length > 0) {
    lines.push('', `## ${t('Left: these say something else, and were changed here since they came in')}`, '');
    for (const file of plan.left) lines.push(`- ${escapeMarkdown(file)}`);
  }
  if (plan.odd.length > 0) {
    lines.push('', `## ${t('Unusual: these go in')}`, '');
    for (const { file, remark } of plan.odd) {
      lines.push(`- ${escapeMarkdown(recordSays(file, remark))}`);
    }
  }
  if (plan.shortened.length > 0) {
    lines.push('', `## ${t('Shortened: a text of these is longer than an item takes')}`, '');
    for (const file of plan.shortened) lines.push(`- ${escapeMarkdown(file)}`);
  }
  return [...lines, ''].join('\n');
}

/** How many records were written, how many existed, and which of those are outdated. */
export function sayRecordsWritten({ files, existing, outdated }: RecordPlan, folder: string): string {
  return [
    counted(files.length, 'Wrote {0} decision record to {1}.', 'Wrote {0} decision records to {1}.', folder),
    ...(existing > 0 ? [counted(existing, '{0} was there already.', '{0} were there already.')] : []),
    ...(outdated.length > 0
      ? [
          counted(
            outdated.length,
            '{0} of them still says accepted though it was reversed since: {1}.',
            '{0} of them still say accepted though they were reversed since: {1}.',
            outdated.join(', '),
          ),
        ]
      : []),
  ].join(' ');
}
