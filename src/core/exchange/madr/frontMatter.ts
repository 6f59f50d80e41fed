import { FAILSAFE_SCHEMA, load } from 'js-yaml';

/** The YAML between two lines of dashes at the very start of a record. */
export interface FrontMatter {
  /** Every value is a text, a list or a map. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The first line that is no YAML, if there is one. The rest of the record is read all the same. */
  readonly unread: string | undefined;
  /** The record without it. */
  readonly body: string;
}

/** Reads the front matter. A key whose value is no YAML has the text after its colon as its value. */
export function frontMatterOf(text: string): FrontMatter {
  const [, yaml, body] = /^---[ \t]*\n([^]*?)(?<=\n)(?:---|\.\.\.)[ \t]*(?:\n([^]*))?$/.exec(text) ?? [];
  if (yaml === undefined) return { values: {}, unread: undefined, body: text };
  const whole = mapIn(yaml);
  if (whole !== undefined) return { values: whole, unread: undefined, body: body ?? '' };
  const values: Record<string, unknown> = {};
  let unread: string | undefined;
  // Each key with what is indented under it.
  for (const part of yaml.length > longestFront ? [yaml.slice(0, 40)] : yaml.split(/\n(?=[^\s#-])/)) {
    const map = mapIn(part);
    if (map === undefined) unread ??= part.split('\n')[0] ?? '';
    const [, key, value = ''] = /^([\w -]{1,40}):([^\n]*)/.exec(part) ?? [];
    Object.assign(values, map ?? (key === undefined ? {} : { [key.trim()]: unquoted(value.trim()) }));
  }
  // A rule at the very start, and another one below.
  if (Object.keys(values).length === 0) return { values, unread: undefined, body: text };
  return { values, unread, body: body ?? '' };
}

/** In UTF-16 code units: more than any real record needs. */
const longestFront = 50_000;

function mapIn(yaml: string): Readonly<Record<string, unknown>> | undefined {
  if (yaml.length > longestFront) return undefined;
  if (yaml.replace(/^\s*#.*$/gm, '').trim() === '') return {};
  try {
    const value: unknown = load(yaml, { schema: FAILSAFE_SCHEMA });
    return isMap(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function unquoted(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
