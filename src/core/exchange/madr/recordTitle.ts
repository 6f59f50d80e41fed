import { textOf } from './markdownText.ts';
import { recordNumber } from './recordName.ts';

/** The title without its number: `ADR-0001 — X`, `3. X`, `6 X`. */
export function titleOf(whole: string, fileName: string): string {
  const heading = whole.slice(0, longestTitle);
  const text = textOf(
    heading.replace(/!\[([^[\]]{0,100})\](?:\([^()\s]{0,500}\))?/g, '$1').replace(/<[^<>]{0,200}>/g, ''),
  );
  const plain = text
    .replace(/^(?:\p{Extended_Pictographic}\ufe0f?\s*)+/u, '')
    .replace(/^\*+([^*]+)\*+$/, '$1')
    .trim();
  for (const prefix of prefixes) {
    const found = prefix.exec(plain);
    if (found !== null && found[0].length < plain.length) return plain.slice(found[0].length).trim();
  }
  // A bare number is the record's, if its file has the same one, or none and a title begins after it.
  const [all = '', digits, next = ''] = /^(\d{1,6})\s+(?=(\S))/.exec(plain) ?? [];
  const number = recordNumber(fileName);
  const isNumber = digits !== undefined && (number === undefined ? /\p{Lu}/u.test(next) : Number(digits) === number);
  return isNumber ? plain.slice(all.length) : plain;
}

/** In UTF-16 code units: a title that is longer than an item takes is refused anyway. */
const longestTitle = 2_000;

/** Whether nobody has filled in the title of a template: `{short title …}`, `[short title of …]`. */
export function isTemplateTitle(heading: string): boolean {
  return (
    /^\s*(?:\{.*\}|\[[^\]]*\](?!\()|<[^<>]*>)?\s*$/.test(
      heading.replace(/^[*_#\s\d.:-]*(?:ADR[-\s]?[\dNX]*)?[\s:.–—-]*/i, ''),
    ) || /^\s*\{/.test(heading)
  );
}

const mark = String.raw`\s*(?:[:.)|：]+(?!\d)|[–—]|-(?=\s))\s*`;
const prefixes = [
  String.raw`\[?(?:(?:architectur\w{0,3}\s)?decision(?:\srecord)?|[am]{0,2}adr|rfc|dr|ad|entscheidung|décision|decisión|decisão)(?:[-_ ][A-Z]{2,8})?[-_ #]{0,3}(?:n[or°º]\.?\s?)?\d{1,6}\]?(?:${mark}|\s+)`,
  String.raw`\[?(?:(?:architectur\w{0,3}\s)?decision\srecord|m?adr)\]?${mark}`,
  String.raw`#?\d{4}-\d{2}-\d{2}(?:${mark}|\s+)`,
  String.raw`#?\d{1,6}${mark}`,
].map((prefix) => new RegExp(`^${prefix}`, 'i'));
