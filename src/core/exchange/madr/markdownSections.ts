/** A heading of a Markdown document, and the lines under it up to the next heading. */
export interface Section {
  /** 1 to 6; 0 for what stands before the first heading. */
  readonly level: number;
  /** As written, without the marks of a heading. */
  readonly heading: string;
  readonly lines: readonly string[];
}

/**
 * Splits Markdown at its headings, in linear time. Knows what CommonMark says of headings (`#` and underlined), fenced
 * code also in lists and quotations, and indented code; HTML comments, which are hints of templates, are left out.
 */
export function sectionsOf(markdown: string): readonly Section[] {
  let lines: string[] = [];
  const sections = [{ level: 0, heading: '', lines }];
  const open = (level: number, heading: string): void => {
    lines = [];
    sections.push({ level, heading: heading.trim(), lines });
  };
  const all = withoutComments(markdown).split('\n');
  const fences = new Fences(all);
  for (let at = 0; at < all.length; at++) {
    const line = all[at]!;
    const end = fences.endOf(at);
    if (end !== undefined) {
      for (; at <= end; at++) lines.push(all[at]!);
      at = end;
      continue;
    }
    const [, marks, text = ''] = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/.exec(line) ?? [];
    const previous = lines.at(-1) ?? '';
    if (marks !== undefined) open(marks.length, text.trim().replace(/(?:^|[ \t])#+$/, ''));
    else if (boldHeading.test(line)) open(boldLevel, line.replaceAll(/[*_:：\s]+/g, ' '));
    else if (isUnderline(line, previous)) {
      lines.pop();
      open(line.includes('=') ? 1 : 2, previous);
    } else lines.push(line);
  }
  return sections;
}

/** A bold line that names a part of a record stands for a heading: `**Decision**`. */
const boldHeading =
  /^\s{0,3}(?:\*\*|__)(?:status|decision|context|issue|problem|date|consequences|rationale|statut|estado|entscheidung|kontext|konsequenzen|décision|contexte|conséquences|decisión|contexto|consecuencias|decisão|consequências)\s?[:：]?(?:\*\*|__)\s?[:：]?\s*$/i;
/** Below all others, so that it ends at the next one of any kind. */
const boldLevel = 6;

/** Everything under a heading, with the headings of lower levels as they stand in it. */
export function textUnder(sections: readonly Section[], index: number): string {
  const { level, lines } = sections[index]!;
  const all = [...lines];
  for (let at = index + 1; at < sections.length && sections[at]!.level > level; at++) {
    const sub = sections[at]!;
    all.push('', `${'#'.repeat(sub.level)} ${sub.heading}`, '', ...sub.lines);
  }
  return all.join('\n').trim();
}

/** Whether the line makes a heading of the one before. Of dashes only under a plain line: they can be a rule as well. */
function isUnderline(line: string, previous: string): boolean {
  if (!/^ {0,3}(?:=+|-{2,})[ \t]*$/.test(line) || previous.trim() === '') return false;
  return line.includes('=') || !/^\s*(?:[-*+>|#]|\d+[.)]\s|.{0,40}[:：]|<)/.test(previous);
}

/** Where fenced code begins and ends. A fence that nothing closes is text, because too much would be hidden by it. */
class Fences {
  readonly #lines: readonly string[];
  /** By its character, the shortest fence that nothing closes any more. */
  readonly #unclosed = new Map<string, number>();

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  /** The line that closes the fence opened at this line; undefined if none is opened. */
  endOf(at: number): number | undefined {
    const fence = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(this.#lines[at]!)?.[1];
    if (fence === undefined) return undefined;
    const [mark, length] = [fence[0]!, Math.min(fence.length, longestFence)];
    if (length >= (this.#unclosed.get(mark) ?? Infinity)) return undefined;
    for (let end = at + 1; end < this.#lines.length; end++) {
      const closing = this.#lines[end]!.replace(/^[\s>]+/, '').trimEnd();
      if (closing.length >= length && closing.startsWith(fence.slice(0, length)) && isOnly(closing, mark)) return end;
    }
    this.#unclosed.set(mark, length);
    return undefined;
  }
}

/** A longer fence is closed by this many marks. Bounds how often the rest of a file is searched for an end. */
const longestFence = 8;

function isOnly(text: string, mark: string): boolean {
  for (const character of text) if (character !== mark) return false;
  return true;
}

/** Without HTML comments. An escaped one is text and stays. */
function withoutComments(text: string): string {
  const kept: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf('<!--', from);
    const end = start < 0 ? -1 : text.indexOf('-->', start);
    if (end < 0) return [...kept, text.slice(from)].join('');
    const isEscaped = text[start - 1] === '\\';
    kept.push(text.slice(from, isEscaped ? start + 4 : start));
    from = isEscaped ? start + 4 : end + 3;
  }
}
