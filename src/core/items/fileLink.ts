/** A line of a file as stored in the link of an item: `src/rates.ts:12`, relative to the workspace folder. */
export interface FileLink {
  readonly path: string;
  /** The first line is 1. */
  readonly line: number;
}

export function writeFileLink({ path, line }: FileLink): string {
  return `${path}:${line}`;
}

/** Parses a link; undefined for one that is no line of a file, such as a web address. */
export function readFileLink(link: string): FileLink | undefined {
  const { path, line } = /^(?<path>[^:].*):(?<line>[1-9]\d{0,6})$/u.exec(link)?.groups ?? {};
  // `https://a.example:80` has a scheme; `C:\rates.ts` has a drive.
  if (path === undefined || line === undefined || /^[a-z][a-z\d+.-]+:/iu.test(path)) return undefined;
  return { path: path.replaceAll('\\', '/'), line: Number(line) };
}
