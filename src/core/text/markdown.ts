import { cleanText } from './clean.ts';

/**
 * Escapes people's words for Markdown, as CommonMark allows: what would be read as markup shows as it was written, so that
 * a title cannot produce a link, image, HTML, icon or heading. What is plain anyway stays as it is (`on-call`, `it?`), so
 * that the source reads well too. Each run of white space, line breaks included, becomes one space.
 */
export function escapeMarkdown(text: string): string {
  return escaped(text, misread);
}

/** {@link escapeMarkdown} for the cell of a table, which a bar would end. */
export function escapeTableCell(text: string): string {
  return escaped(text, misreadInCell);
}

function escaped(text: string, signs: RegExp): string {
  return cleanText(text)
    .replace(/\s+/g, ' ')
    .replace(signs, String.raw`\$&`);
}

/** The start of a line: one space before it changes nothing. */
const start = '(?<=^ ?)';
const letter = String.raw`[\p{L}\p{M}\p{N}]`;

/** The characters that CommonMark, its tables and bare links on GitHub, or the formulas of VS Code would take for markup. */
const misread = new RegExp(
  [
    // An escape.
    String.raw`\\(?=[!-/:-@[-${'`'}{-~]|$)`,
    // Code and links.
    '[`[\\]]',
    // Emphasis: a star between spaces and an underscore between letters are none.
    String.raw`(?<! )\*|\*(?! )|(?<!${letter}_*)_|_(?!_*${letter})`,
    // The end of something struck out, or of a formula.
    String.raw`(?<!^| )~|~(?=~)|(?<!^| )\$(?!\d)|\$(?=\$)`,
    // A tag, and a character by its name or number.
    String.raw`<(?=[a-z/!?])|&(?=#\d+;|#x[\da-f]+;|\w+;)`,
    // An address that would become a link.
    String.raw`(?<=https?|ftp):(?=//)|(?<=www)\.|(?<=[\w.+-])@(?=[\w-]+\.)`,
    // A list, a quotation, a heading, a rule, or the line under a heading of a table.
    String.raw`${start}(?:[-+*](?= |$)|>|#(?=#{0,5}(?: |$))|[-=:|](?=[-=:| ]*$))|(?<=^ ?\d{1,9})[.)](?= |$)`,
    // The closing signs of a heading.
    String.raw`(?<=^| )#(?=#* ?$)`,
  ].join('|'),
  'giu',
);
const misreadInCell = new RegExp(`${misread.source}|\\|`, misread.flags);
