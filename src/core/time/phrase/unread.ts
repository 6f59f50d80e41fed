import { nearest } from '../../text/nearest.ts';
import { type DayContext, readDayPhrase } from './dayPhrase.ts';
import { dayWordsAt, knownWords } from './vocabulary.ts';

/** Words where a day was expected, and which no rule reads as one. */
export interface UnreadDay {
  readonly words: string;
  /** A phrase that reads as a day and was probably meant. */
  readonly suggestion?: string;
}

/**
 * The words at the start of the text that look like a day and are none: an amount ("2w"), a misspelled day ("tomorow"),
 * or more than one day ("fri or mon"). Undefined when they have nothing of a day. Call it where no day was read.
 */
export function unreadDay(text: string, context: DayContext): UnreadDay | undefined {
  const amount = amountPattern.exec(text)?.[0];
  const words = dayWordsAt(text.slice(0, longestPhrase));
  if (amount !== undefined && amount.length >= words.length)
    return { words: amount, suggestion: dayAfter(amount, context) };
  return misspelled(text, context) ?? (words === '' ? undefined : { words });
}

/** Lower case only where the unit is one letter: "3D" and "1M" are a dimension and a million. */
const amountPattern =
  /^(?:\d{1,3}(?:wd|bd|[dwmqy])|(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten) (?:(?:working|business) )?(?:day|week|month|quarter|year)s?)(?![\p{L}\p{M}\p{N}_%'’-])/u;

function dayAfter(amount: string, { lean }: DayContext): string {
  if (lean === 'past') return `${amount} ago`;
  return amount.includes(' ') ? `in ${amount}` : `+${amount}`;
}

/** In characters, and in words. */
const longestPhrase = 160;
const mostWords = 6;

function misspelled(text: string, context: DayContext): UnreadDay | undefined {
  const typed = text.slice(0, longestPhrase).split(/\s+/u).slice(0, mostWords);
  const corrected = typed.map(correctedWord);
  const reading = readDayPhrase(corrected.join(' '), context);
  if (reading === undefined || (context.lean === 'past' && reading.day > context.today)) return undefined;
  const { length } = reading.text.split(' ');
  // Without a corrected word in it, something else keeps the phrase from being read.
  if (typed.slice(0, length).join(' ').startsWith(reading.text)) return undefined;
  const words = new RegExp(`^(?:\\S+\\s+){${length - 1}}\\S+`, 'u').exec(text)?.[0] ?? '';
  return { words: words.replace(/[\p{Terminal_Punctuation}\p{Pe}\p{Pf}]+$/u, ''), suggestion: reading.text };
}

function correctedWord(typed: string): string {
  const word = /^\p{L}+/u.exec(typed)?.[0] ?? '';
  const rest = typed.slice(word.length);
  const lower = word.toLowerCase();
  // A short word with a capital is rather a name: Marc, Jane.
  if (word.length < 3 || knownWords.includes(lower) || (word !== lower && word.length < 6)) return typed;
  // "tom", "sept" and "tomor" are short for the word they begin.
  const whole = word === lower ? knownWords.find((known) => known.length > 6 && known.startsWith(lower)) : undefined;
  return `${whole ?? nearest(lower, knownWords) ?? word}${rest}`;
}
