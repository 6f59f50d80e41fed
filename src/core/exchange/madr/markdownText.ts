/**
 * Plain text as Markdown that renders exactly that text. Only characters that Markdown would read as markup are
 * escaped, so the source stays readable. Line breaks are kept; spaces at the ends of lines are dropped.
 */
export function markdownOf(text: string): string {
  const lines = text.split('\n').map((line) => escapeLine(line.trim()));
  return lines
    .map((line, index) =>
      index === lines.length - 1 ? line : line === '' || lines[index + 1] === '' ? `${line}\n` : `${line}\\\n`,
    )
    .join('');
}

/** The same on one line, for a heading, list item or quotation. */
export function markdownLineOf(text: string): string {
  return escapeLine(text.replace(/\s+/g, ' ').trim(), /[\\`*_[\]<>|~$#]|&(?=#?\w+;)/g);
}

function escapeLine(line: string, marks = /[\\`*_[\]<>|~$]|&(?=#?\w+;)/g): string {
  return line
    .replace(marks, String.raw`\$&`)
    .replace(/^(?:[-+=]|#(?=#*\s|#*$))/, String.raw`\$&`)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, String.raw`$1\$2`);
}

/** Plain text of the Markdown: escapes, link targets, bold and code marks are removed. */
export function textOf(markdown: string): string {
  return markdown
    .replace(markup, (_, escaped: string | undefined, link: string | undefined) => escaped ?? link ?? '')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
}

const markup = /\\([!-/:-@[-`{-~\n])|\[([^[\]\\\n]{1,300})\]\([^()\s]{0,500}\)|\*\*|__|`/g;
