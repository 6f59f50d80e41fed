import { readText } from './manifest.ts';

/** One page of the documentation, taken apart as far as its test looks at it. */
export interface MarkdownPage {
  /** Its path from the root of the repository. */
  readonly path: string;
  readonly text: string;
  /** The headings, without their signs. */
  readonly headings: readonly string[];
  /** What GitHub names the headings by in a link. */
  readonly anchors: ReadonlySet<string>;
  /** Where its links and pictures lead, as written; those in code are none. */
  readonly targets: readonly string[];
  /** What stands between backticks in a line. */
  readonly codes: readonly string[];
  /** What is emphasised, in italics or bold. */
  readonly emphasised: readonly string[];
}

export function readPage(path: string): MarkdownPage {
  return pageOf(path, readText(path));
}

export function pageOf(path: string, text: string): MarkdownPage {
  const prose = text.replaceAll(/^```[^]*?^```$/gm, '');
  const withoutCode = prose.replaceAll(inlineCode, '');
  const headings = [...prose.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => heading);
  return {
    path,
    text,
    headings,
    anchors: new Set(anchorsOf(headings)),
    targets: [...withoutCode.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = '']) => target),
    codes: [...prose.matchAll(inlineCode)].map(([, code = '']) => code),
    emphasised: [...withoutCode.matchAll(/(?<![\w*])(?:\*\*([^*\n]+)\*\*|_([^_\n]+)_)(?![\w*])/g)].map(
      ([, bold, italic]) => bold ?? italic ?? '',
    ),
  };
}

const inlineCode = /`([^`\n]+)`/g;

/** The cells of each row of the table whose first header is this one, its head left out. */
export function tableRows({ text }: MarkdownPage, firstHeader: string): string[][] {
  const tables = text.split(/\n(?!\|)/).map((part) => part.split('\n').filter((line) => line.startsWith('|')));
  const table = tables.map((lines) => lines.map(cellsOf)).find(([head]) => head?.[0] === firstHeader);
  if (table === undefined) throw new Error(`No table here begins with “${firstHeader}”.`);
  return table.slice(2);
}

function cellsOf(line: string): string[] {
  return line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}

/** Letters, digits, hyphens and underscores, in small letters, with hyphens for spaces; the second of two alike gets `-1`. */
function anchorsOf(headings: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return headings.map((heading) => {
    const plain = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-');
    const times = seen.get(plain) ?? 0;
    seen.set(plain, times + 1);
    return times === 0 ? plain : `${plain}-${times}`;
  });
}
