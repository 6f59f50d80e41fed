import type { Day } from '../time/day.ts';
import { sayDay, sayName } from '../text/days.ts';
import { t } from '../text/translate.ts';

/** What the parser made of an unclear part of the line. */
export type CaptureRemark =
  /** The words are read as `day` and could mean `otherwise`. */
  | { readonly type: 'ambiguousDay'; readonly words: string; readonly day: Day; readonly otherwise: Day }
  /** The words name a time, and only the day is kept. */
  | { readonly type: 'dayOnly'; readonly words: string; readonly day: Day }
  /** The words look like a date that does not exist; they stay in the title. */
  | { readonly type: 'impossibleDay'; readonly words: string }
  /** The words stand where a day is expected and are none, or more than one; they stay in the title. */
  | { readonly type: 'noDay'; readonly words: string; readonly suggestion?: string }
  /** A `!word`, `@word` or `#word` that means nothing; it stays in the title. */
  | { readonly type: 'unknownMark'; readonly words: string }
  /** Ordinary words that begin like a mark; they stay in the title. The suggestion is the mark that may be meant. */
  | { readonly type: 'kept'; readonly words: string; readonly suggestion?: string }
  /** A field given twice: `by` replaces `words`. */
  | { readonly type: 'replaced'; readonly words: string; readonly by: string }
  /** A name that the log does not know and that is close to one it knows. */
  | { readonly type: 'newName'; readonly name: string; readonly known: string };

/** Says what the parser made of it, and how to write it unambiguously. */
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
    case 'dayOnly':
      return t('“{0}” is read as {1}; the time is not kept', remark.words, sayDay(remark.day, today));
    case 'impossibleDay':
      return t('There is no day “{0}”. Correct it, or put it in quotes to keep the words.', remark.words);
    case 'noDay':
      return remark.suggestion === undefined
        ? t('“{0}” is not read as a day and stays in the title', remark.words)
        : t('“{0}” is not a day and stays in the title; did you mean “{1}”?', remark.words, remark.suggestion);
    case 'unknownMark':
      return t('“{0}” means nothing here and stays in the title', remark.words);
    case 'kept':
      return remark.suggestion === undefined
        ? t('“{0}” stays in the title', remark.words)
        : t('“{0}” stays in the title; did you mean “{1}”?', remark.words, remark.suggestion);
    case 'replaced':
      return t('“{0}” is replaced by “{1}”', remark.words, remark.by);
    case 'newName':
      return t('{0} is new; did you mean {1}?', sayName(remark.name), sayName(remark.known));
    default:
      return remark satisfies never;
  }
}

/** Whether the line must be corrected before it is saved: a day that does not exist would end up in the title. */
export function blocksSaving(remark: CaptureRemark): boolean {
  return remark.type === 'impossibleDay';
}

/** Whether something may have been meant otherwise, and not only said for completeness. */
export function isWarning(remark: CaptureRemark): boolean {
  return remark.type === 'kept' ? remark.suggestion !== undefined : remark.type !== 'dayOnly';
}
