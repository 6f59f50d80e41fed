import { isMap } from './frontMatter.ts';
import { pairsIn, plainHeading, type RecordParts, sectionOf, withoutCode } from './recordParts.ts';

/**
 * The text of the status, wherever the record has it: the front matter, a line or a table, a section, and where there is
 * none of these a heading, a label, the title or the name of the file. An empty text if its place is left empty; undefined if
 * there is none.
 */
export function toldStatus(parts: RecordParts, fileName: string): string | undefined {
  return (
    frontStatus(parts) ??
    told(parts.pairs) ??
    sectionStatus(parts) ??
    told(parts.sections.flatMap(({ lines }) => pairsIn(lines))) ??
    looseStatus(parts, fileName)
  );
}

const word = '(?:status|state|estado|statut|état|etat|stand|situação|stato|状态|状態)';
const statusName = new RegExp(
  `^(?:(?:current|actual|adr|decision|document|record|proposal|aktueller|actuel) )?${word}(?: (?:of|de|du|der|des)\\b.*)?$`,
);

function frontStatus({ values }: RecordParts): string | undefined {
  const found = Object.entries(values).find(
    ([name, value]) => statusName.test(name.toLowerCase().replaceAll(/[_-]/g, ' ').trim()) && textIn(value) !== '',
  );
  return found && textIn(found[1]);
}

/** The words of a value of YAML: `{proposed}` is a map there, and `[proposed]` a list. */
function textIn(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value)) return value.map(textIn).join('\n').trim();
  return isMap(value)
    ? Object.entries(value)
        .map(([key, each]) => textIn(each) || key)
        .join('\n')
        .trim()
    : '';
}

function told(pairs: RecordParts['pairs']): string | undefined {
  return pairs.find(({ name, value }) => statusName.test(name) && value !== '')?.value;
}

function sectionStatus(parts: RecordParts): string | undefined {
  const text = sectionOf(parts, statusName);
  if (text !== '') return text;
  for (const { heading } of parts.sections) {
    const plain = plainHeading(heading);
    // The status can stand in the heading itself.
    const [, value] = new RegExp(`^${word}\\s*[:：–—-]\\s*(.+)$`).exec(plain) ?? [];
    if (value !== undefined || statusName.test(plain)) return value ?? '';
  }
  return undefined;
}

/** A status without its name. Only what cannot be anything else counts, as it stands in the place of a status. */
function looseStatus({ preamble, sections, title = '', values }: RecordParts, fileName: string): string | undefined {
  const lines = withoutCode(preamble).filter((line) => line.length < 200);
  const named = new RegExp(`(?:^|[^\\p{L}])${word}[^\\p{L}]{1,8}(\\p{L}.{1,80})`, 'iu').exec(
    lines.join(' ').replace(/<[^<>]{0,200}>/g, ' '),
  )?.[1];
  if (named !== undefined) return named;
  const alone = lines.find(isLoneStatus);
  if (alone !== undefined) return alone;
  const heading = sections.find(({ level, heading }) => level > 0 && loneWord.test(plainHeading(heading)))?.heading;
  if (heading !== undefined) return heading;
  const labels = ['tags', 'labels', 'keywords', 'categories'].flatMap((key) => textIn(values[key]).split(/[\n,]/));
  return (
    labels.find((label) => loneWord.test(label.trim().toLowerCase())) ??
    titleStatus.exec(title)?.[1] ??
    titleStatus.exec(title)?.[2] ??
    /^(?:\d+[-_])?(draft|wip|proposed|pending)[-_]/i.exec(fileName)?.[1]
  );
}

const states =
  'proposed|draft|wip|pending|on hold|under review|in review|accepted|approved|adopted|decided|rejected|declined|superseded|deprecated|vorgeschlagen|entwurf|angenommen|akzeptiert|abgelehnt|proposée?|brouillon|acceptée?|rejetée?|propuest[oa]|borrador|aceptad[oa]|rechazad[oa]|propost[oa]|rascunho|aceit[oa]|rejeitad[oa]';
const loneWord = new RegExp(`^(?:${states})$`);
/** `**Proposed**`, also with a day or a name behind it. A lower-case word behind it makes it prose. */
function isLoneStatus(line: string): boolean {
  const [start] = line.length < 80 ? (loneStart.exec(line) ?? []) : [];
  return start !== undefined && !proseAfter.test(line.slice(start.length));
}

const loneStart = new RegExp(`^[^\\p{L}\\d]{0,8}(?:${states})(?![\\p{L}])`, 'iu');
const proseAfter = /^[*_]{0,3}\s(?!(?:by|on|at|in|since|von|am|par|le|por|el|em|pending)\b)\p{Ll}/u;
/** `[PROPOSED] Use X`, `Draft: Use X`, `Use X (draft)`. */
const titleStatus = new RegExp(`^\\W{0,3}(${states}|rfc)[\\])]?\\s*[:\\])]|[[(](${states})[\\])]\\s*$`, 'iu');
