import type { Day } from '../../time/day.ts';
import type { RecordImportPlan, RecordImportRefusal } from './planRecordImport.ts';
import type { RecordPlan } from './planRecords.ts';
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
    case 'frontMatter':
      return t('What stands between the dashes at its start is not YAML.');
    case 'noTitle':
      return t('It has no title: a line that begins with “# ”.');
    case 'noDay':
      return t('Nothing says on which day it was decided. Write it as date: YYYY-MM-DD.');
    case 'unreadableDay':
      return t('“{0}” is not a day. Write it as YYYY-MM-DD.', startOfText(reason.told, 40));
    case 'noOutcome':
      return t('Nothing stands under “Decision Outcome”.');
    case 'impossibleCheck':
      return t('Checked {0} is before it was decided, or later than today.', sayDay(reason.on, today));
    case 'notDecided':
      return t('It is “{0}”, so nothing was decided yet.', startOfText(reason.status, 40));
    default:
      return sayRefusal(reason, today);
  }
}

/** Why a whole folder is refused. */
export function tooManyRecords(folder: string, limit: number): string {
  return t('{0} holds more than {1} Markdown files. Choose the folder of the records only.', folder, limit);
}

export function sayRecordImportCounts({ added, unchanged, refused, shortened }: RecordImportPlan): string {
  return [
    counted(added, '{0} decision goes in', '{0} decisions go in'),
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
