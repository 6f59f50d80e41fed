/**
 * `0007-pick-a-vendor.md`. Only letters and digits of the title are used, so the name cannot leave the folder or be a
 * name reserved by an operating system. The number makes it unique.
 */
export function recordName(number: number, title: string): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const kebab = Array.from(words.replace(/^-+|-+$/g, ''))
    .slice(0, longest)
    .join('')
    .replace(/-+$/, '');
  return `${String(number).padStart(4, '0')}-${kebab === '' ? 'decision' : kebab}.md`;
}

/** In code points: at four bytes each they still fit the name limit of file systems. */
const longest = 60;

/** The number at the start of a record's file name, also in `adr-7-…`; undefined when there is none. */
export function recordNumber(name: string): number | undefined {
  const digits = /^(?:adr[-_ ]?)?(\d{1,6})(?!\d)/i.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a file name is that of a record: Markdown, and no readme, index, template or note for tools. */
export function isRecordName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name) && !noRecord.test(name);
}

const noRecord =
  /^(?:(?:readme|index|_index|contributing|changelog|summary|agents|claude)(?:[.-]\w+)*|_sidebar|(?:(?:0000|adr|madr|decision)[-_])?template[\w-]*|(?:0000[-_])?(?:adr|madr|decision)[-_]template[\w-]*)\.\w+$/i;
