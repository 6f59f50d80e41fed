import { FAILSAFE_SCHEMA, load } from 'js-yaml';

/** The raw parts of a Markdown record, not interpreted yet. */
export interface RecordParts {
  /** The YAML front matter; every value is a text, a list or a map. */
  readonly front: Readonly<Record<string, unknown>>;
  /** Lines such as `Status: …` before the first section, as in MADR 2; names in lower case. */
  readonly lines: ReadonlyMap<string, string>;
  readonly title: string | undefined;
  /** Markdown from each heading up to the next, by the heading in lower case; the first of equal headings counts. */
  readonly sections: ReadonlyMap<string, string>;
}

/** Splits a record into its parts, in linear time; undefined when the front matter is no YAML map or too long. */
export function splitRecord(record: string): RecordParts | undefined {
  const text = record.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const [yaml, body] = splitFrontMatter(text);
  const front = parseFrontMatter(yaml);
  if (front === undefined) return undefined;
  let title: string | undefined;
  const lines = new Map<string, string>();
  const sections = new Map<string, string[]>();
  let section: string[] | undefined;
  let isFenced = false;
  for (const line of withoutComments(body).split('\n')) {
    if (/^\s{0,3}(?:```|~~~)/.test(line)) isFenced = !isFenced;
    const heading = isFenced ? undefined : headingOf(line);
    if (heading === undefined) {
      if (section !== undefined) section.push(line);
      else {
        const [, name, value] = metadataLine.exec(line) ?? [];
        if (name !== undefined && value !== undefined) lines.set(name.toLowerCase(), value.trim());
      }
    } else if (title === undefined && /^#\s/.test(line)) title = heading;
    else {
      section = [];
      const name = heading.toLowerCase();
      if (!sections.has(name)) sections.set(name, section);
    }
  }
  return {
    front,
    lines,
    title,
    sections: new Map([...sections].map(([name, lines]) => [name, lines.join('\n').trim()])),
  };
}

const metadataLine =
  /^\s{0,3}(?:[*-]\s{1,3})?\*{0,2}(status|date|deciders|decision-makers|technical story)\*{0,2}:\*{0,2}(.*)$/i;

function headingOf(line: string): string | undefined {
  if (!/^#{1,6}\s/.test(line)) return undefined;
  return line.replace(/^#+/, '').trim();
}

/** The text between two lines of three dashes at the very start, and the rest. */
function splitFrontMatter(text: string): [yaml: string, body: string] {
  if (!text.startsWith('---\n')) return ['', text];
  const end = text.indexOf('\n---\n', 3);
  if (end < 0) return text.endsWith('\n---') ? [text.slice(4, -4), ''] : ['', text];
  return [text.slice(4, end), text.slice(end + 5)];
}

/** In UTF-16 code units: more than any real record needs. */
const longestFront = 50_000;

function parseFrontMatter(yaml: string): Readonly<Record<string, unknown>> | undefined {
  if (yaml.length > longestFront) return undefined;
  if (yaml.trim() === '') return {};
  try {
    const value: unknown = load(yaml, { schema: FAILSAFE_SCHEMA });
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Removes HTML comments, which are hints of the template. An escaped one is text and stays. */
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
