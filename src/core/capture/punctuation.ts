/** Where words and marks begin and end, in every script. Sources of regular expressions with the flag `u`. */

/** The signs that open a mark; Chinese and Japanese keyboards type the full-width ones. */
export const at = '[@＠]';
export const hash = '[#＃]';
export const bang = '[!！]';

/** Pairs of quotes, by their opening one. What is in quotes is never a mark, and `@"Anna Lee"` is one name. */
export const quotePairs: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['„', '“”'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂'],
  ['‘', '’'],
  ["'", "'"],
]);

/** Quoted text with its quotes. An apostrophe closes only at the end of a word. */
export const quoted = `(?:${[...quotePairs]
  .map(([open, close]) => `${open}[^${close}]*[${close}]${/['’]/.test(close) ? '(?![\\p{L}\\p{N}])' : ''}`)
  .join('|')})`;

/** Ends a sentence, a part of it, or a bracket; or a space without width. An apostrophe belongs to the word. */
export const stop = '(?:(?!’)[\\p{Terminal_Punctuation}\\p{Pe}\\p{Pf}"＂>＞…\\u200b])';

/** A stop that needs no space after it: those of scripts that write none. */
export const wideStop = '(?![!-~’])[\\p{Terminal_Punctuation}\\p{Pe}\\p{Pf}＂＞…\\u200b]';

/** Stands between two marks: `@anna,@sam`. */
const separator = '[,;/&+|、，،؛；・]';

/** A mark ends at the end of a word, or where the next mark begins. "@types/node" and "@anna's" are words. */
export const markEnd = `(?=${stop}*(?:[\\s—–]|$)|${wideStop}|${separator}+\\s*[@#!＠＃！])`;

/** The punctuation directly after a mark. */
export const afterMark = new RegExp(
  `^(?:${stop}+(?=[\\s—–]|$)|(?:${wideStop}|[,;])+|${separator}+(?=\\s*[@#!＠＃！]))`,
  'u',
);

/** Scripts that write no spaces between words: a sign may directly follow their letters. */
const spaceless = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}';

/** Where a mark may begin inside a run without white space, backslashes of an escape before it. */
const boundary = `(?<=[,;]|${wideStop}|[・${spaceless}])(?=\\\\*[@#＠＃][^\\s@#＠＃])|(?<=[\\p{L}\\p{M}\\p{N}])(?=\\\\*[＠＃][^\\s@#＠＃])`;

/** A word: up to white space, or to where a mark may begin. */
export const word = new RegExp(`^\\S+?(?=\\s|$|${boundary})`, 'u');
