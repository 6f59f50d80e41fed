import { opening, unnamed, wholePattern } from './grammar.ts';

/** A time of the day before the day: "5pm on friday", "eod friday". */
export const timeBefore = opening('(?:{endOfDay}|{time})(?: on)?,?');

/** A time of the day after the day: "friday at 5pm", "fri eod", "monday lunch", "friday noon at the latest". */
export const timeAfter = wholePattern(
  '(?:(?:,? |,)(?:(?:at|before|by|around) |@\\s*)?(?:{time}|{endOfDay})|,? at (?<hour>\\d{1,2}))?' +
    '(?:,? (?:at )?(?:the )?(?:very )?latest)?',
);

/** Words that are, or could be, a day or a part of one. */
const dayWord = unnamed(
  `(?:${[
    // "week 49" and "fri 3" have their number; in "fri 3 vendors" it belongs to the vendors.
    '(?:{weekday}|{month}|{unit})(?:[.,]? \\d{1,2}(?![^\\s,;.!?]|\\s+\\p{L}))?',
    'today|tonight|tomorrow|tmrw?|yesterday|weekend|eo[wmqy]|q[1-4]|h[12]|ago|from now|hence',
    '{time}|{endOfDay}|{ordinal}|{year}',
    '\\d{4}[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?',
    '\\d{1,2}[-/.]\\d{1,2}(?:[-/.]{shortYear})?',
    '\\d{1,2}\\.\\s?\\d{1,2}\\.',
    '[+-]?\\d{1,3}\\s?(?:wd|bd|[dwmqy])',
  ].join('|')})(?![\\p{L}\\p{M}\\p{N}_%]|['’]\\p{L}|(?<=\\d)[-/.]\\d)`,
);

/** Words that belong to a day only when more of a day follows: in "fri next steps" they do not. */
const joint = unnamed(
  '(?:(?:or|and)(?: by)?|of|the|in|within|on|at|from|to|till|until|after|before|next|last|this|end|start|beginning|mid|' +
    'middle|early|late|an?|{count}|\\d{1,3})(?: |-)',
);

/** A full date is complete: only "or", a dash and the like lead on from it. */
const gap = '(?:\\s*[-–—/&,+]\\s*|\\s+(?=(?:or|and|to|till|until)\\s)|(?<!\\d{4}-\\d{1,2}-\\d{1,2})\\s+)';

const dayWords = new RegExp(`^(?:${joint})*${dayWord}(?:${gap}(?:${joint})*${dayWord})*`, 'iu');

/** The run of words at the start that belong to a day, whether a rule reads them or not: "fri or mon", "the 3rd week". */
export function dayWordsAt(text: string): string {
  return dayWords.exec(text)?.[0] ?? '';
}

/** Words a misspelled phrase can be corrected to. */
export const knownWords = (
  'today tonight tomorrow yesterday weekend week weeks month months quarter quarters year years days next last this ' +
  'start middle beginning working business from after before ' +
  'monday tuesday wednesday thursday friday saturday sunday ' +
  'january february march april june july august september october november december'
).split(' ');
