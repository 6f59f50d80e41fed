import type { LogImportPlan } from './planLogImport.ts';
import type { EntryRefusal, ExportFault } from './readLogExport.ts';
import { escapeMarkdown } from '../../text/markdown.ts';
import { counted, t } from '../../text/translate.ts';

/** Why a file cannot be imported as an exported log. */
export function sayExportFault(fault: ExportFault, file: string): string {
  switch (fault) {
    case 'notJson':
      return t('{0} is not JSON. Choose a file that Export as JSON has written.', file);
    case 'notAnExport':
      return t('{0} is JSON, but no log of Pacesetter. Choose a file that Export as JSON has written.', file);
    case 'newerFormat':
      return t('{0} was written by a newer Pacesetter. Update this one to import it.', file);
    case 'tooDeep':
      return t('{0} is nested deeper than any log of Pacesetter is, so it was not read.', file);
    case 'tooMany':
      return t('{0} holds more than 1,000,000 entries, which no log of ours does.', file);
    default:
      return fault satisfies never;
  }
}

export function sayEntryRefusal(reason: EntryRefusal): string {
  switch (reason.refused) {
    case 'wrongShape':
      return t('It is not a valid entry.');
    case 'tooLong':
      return Number.isFinite(reason.length)
        ? t('It has {0} characters; the limit is {1}.', reason.length, reason.limit)
        : t('It is nested too deeply to be read.');
    case 'clockAhead':
      return t('Its clock says {0}, more than a day from now.', reason.clockAt.slice(0, 10));
    case 'idTaken':
      return reason.where === 'file'
        ? t('An earlier entry of the file has its id and says something else.')
        : t('The log has an entry with its id that says something else; that one stays.');
    default:
      return reason satisfies never;
  }
}

/** `312 entries go in (40 items) · 4 are in already · 1 is refused`. */
export function sayLogImportCounts({ added, items, unchanged, refused, newer, undoneActs }: LogImportPlan): string {
  const captured = counted(items, '{0} item', '{0} items');
  return [
    counted(added, '{0} entry goes in ({1})', '{0} entries go in ({1})', captured),
    ...(unchanged > 0 ? [counted(unchanged, '{0} is in already', '{0} are in already')] : []),
    ...(refused.length > 0 ? [counted(refused.length, '{0} is refused', '{0} are refused')] : []),
    ...(newer > 0 ? [counted(newer, '{0} of a newer Pacesetter stays out', '{0} of a newer Pacesetter stay out')] : []),
    ...(undoneActs > 0 ? [counted(undoneActs, '{0} act of yours is undone', '{0} acts of yours are undone')] : []),
  ].join(' · ');
}

/** Most refusals listed on the page; the counts above include all of them. */
const longestList = 1_000;

/** The dry run as a Markdown page. */
export function logImportReport(fileName: string, plan: LogImportPlan): string {
  const lines = [`# ${t('Import of {0}', escapeMarkdown(fileName))}`, '', `${sayLogImportCounts(plan)}.`];
  if (plan.newer > 0) {
    lines.push('', t('Entries that a newer Pacesetter wrote cannot be read by this one. Update it and import again.'));
  }
  if (plan.undoneActs > 0) {
    lines.push('', t('The file holds undos of acts that count in this log; these acts are then undone here too.'));
  }
  if (plan.refused.length > 0) {
    lines.push('', `## ${t('Refused: these do not go in')}`, '');
    for (const { row, reason } of plan.refused.slice(0, longestList)) {
      lines.push(`- ${t('Entry {0}: {1}', row, escapeMarkdown(sayEntryRefusal(reason)))}`);
    }
  }
  return [...lines, ''].join('\n');
}
