import type { Day } from '../../core/time/day.ts';
import { impossibleDay, readDayPhrase } from '../../core/time/phrase/dayPhrase.ts';
import { unreadDay } from '../../core/time/phrase/unread.ts';
import { sayDay } from '../../core/text/days.ts';
import { t } from '../../core/text/translate.ts';
import type { CommandContext } from '../commandContext.ts';
import type { Answer } from './askIn.ts';
import { askText, type TextQuestion } from './askText.ts';

export interface DayQuestion extends Pick<
  TextQuestion,
  'title' | 'prompt' | 'step' | 'canGoBack' | 'value' | 'isKeptElsewhere'
> {
  /** How an ambiguous day is read: a promise in the future, an asked day in the past. */
  readonly lean: 'future' | 'past';
  /** What else the person should know about the day before Enter. */
  readonly remark?: (day: Day) => string | undefined;
  /** Why the day is refused: shown while it is typed, and on Enter. */
  readonly objection?: (day: Day) => string | undefined;
  readonly accept: (day: Day) => Promise<string | undefined>;
  /** Performs the action without a day. Undefined if a day is required. */
  readonly acceptNone?: () => Promise<string | undefined>;
}

/** Asks for a day in words (`fri`, `+3wd`, `12-01`) and shows the day it means before Enter. */
export function askDay(context: CommandContext, question: DayQuestion): Promise<Answer<string>> {
  const read = (text: string): { day?: Day; sentence: string; sure: boolean } => {
    const today = context.store.today.day;
    const words = text.trim();
    const phraseContext = { today, calendar: context.settings.policy.calendar, lean: question.lean };
    const reading = readDayPhrase(words, phraseContext);
    if (reading === undefined || reading.text.length < words.length) {
      const impossible = impossibleDay(words);
      if (impossible !== undefined) return { sentence: t('There is no {0}.', impossible), sure: false };
      const suggestion = reading === undefined ? unreadDay(words, phraseContext)?.suggestion : undefined;
      return {
        sentence:
          suggestion === undefined
            ? t('Not a day yet. Write fri, +3wd, 12-01 or 2026-12-01.')
            : t('Not a day yet. Did you mean {0}?', suggestion),
        sure: false,
      };
    }
    const { day, otherwise, hasTime } = reading;
    const said = sayDay(day, today);
    const other = otherwise && t('{0}; if you mean {1}, write {2}', said, sayDay(otherwise, today), otherwise);
    const sentence = other ?? (hasTime ? t('{0}; the time is not kept', said) : said);
    return { day, sentence, sure: otherwise === undefined };
  };
  return askText({
    ...question,
    placeholder: t('fri, +3wd, end of month, 2026-12-01'),
    preview: (text) => {
      if (text.trim() === '') return undefined;
      const { day, sentence, sure } = read(text);
      if (day === undefined) return { type: 'error', sentence };
      // The day that stands there at first is no mistake of the person.
      const refused = text === question.value ? undefined : question.objection?.(day);
      if (refused !== undefined) return { type: 'error', sentence: refused };
      const remark = question.remark?.(day);
      return remark === undefined
        ? { type: sure ? 'info' : 'warning', sentence }
        : { type: 'warning', sentence: `${sentence} — ${remark}` };
    },
    accept: async (text) => {
      if (text.trim() === '' && question.acceptNone !== undefined) return question.acceptNone();
      const { day, sentence } = read(text);
      return day === undefined ? sentence : (question.objection?.(day) ?? question.accept(day));
    },
  });
}
