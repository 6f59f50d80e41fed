import type { CaptureRemark } from './captureLine.ts';
import type { Day } from '../time/day.ts';
import { sayDay } from '../text/days.ts';
import { t } from '../text/translate.ts';

/** Says what the parser made of an unclear part of the line, and how to write it unambiguously. */
export function sayRemark(remark: CaptureRemark, today: Day): string {
  switch (remark.type) {
    case 'ambiguousDay':
      return t(
        '“{0}” is read as {1}; for {2} write {3}',
        remark.words,
        sayDay(remark.day, today),
        sayDay(remark.otherwise, today),
        remark.otherwise,
      );
    case 'impossibleDay':
      return t('There is no day “{0}”. Correct it, or put it in quotes to keep the words.', remark.words);
    case 'unknownMark':
      return t('“{0}” means nothing here and stays in the title', remark.words);
    case 'replaced':
      return t('“{0}” gives way to “{1}”', remark.words, remark.by);
    default:
      return remark satisfies never;
  }
}

/** Whether the line must be corrected before it is saved: a day that does not exist would end up in the title. */
export function blocksSaving(remark: CaptureRemark): boolean {
  return remark.type === 'impossibleDay';
}
