/**
 * People's words as Markdown that shows exactly them, and that people can still read as it stands: only what Markdown
 * would take for a mark is escaped. A line break stays one; spaces at the ends of lines are left out.
 */
export function markdownOf(text: string): string {
  const lines = text.split('\n').map((line) => escapeLine(line.trim()));
  return lines
    .map((line, index) =>
      index === lines.length - 1 ? line : line === '' || lines[index + 1] === '' ? `${line}\n` : `${line}\\\n`,
    )
    .join('');
}

/** The same in one line, for a heading, a list or a quotation. */
export function markdownLineOf(text: string): string {
  return escapeLine(text.replace(/\s+/g, ' ').trim(), /[\\`*_[\]<>|~$#]|&(?=#?\w+;)/g);
}

function escapeLine(line: string, marks = /[\\`*_[\]<>|~$]|&(?=#?\w+;)/g): string {
  return line
    .replace(marks, String.raw`\$&`)
    .replace(/^(?:[-+=]|#(?=#*\s|#*$))/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
}

/** What the Markdown shows, as plain text: escapes, links, bold and code marks are taken away. */
export function textOf(markdown: string): string {
  return markdown
    .replace(mark, (_, escaped: string | undefined, link: string | undefined) => escaped ?? link ?? '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

const mark = /\\([!-/:-@[-`{-~\n])|\[([^[\]\\\n]{1,300})\]\([^()\s]{0,500}\)|\*\*|__|`/g;
