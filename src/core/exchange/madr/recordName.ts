/**
 * `0007-pick-a-vendor.md`. Of a title only letters and digits stay, so nothing in it can lead out of the folder or be a
 * name that some system keeps for itself; the number in front makes each name different.
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

/** In characters: with four bytes each they still fit what file systems take for a name. */
const longest = 60;

/** The number a record's file name begins with; also `adr-7-…`. Undefined when there is none. */
export function recordNumber(name: string): number | undefined {
  const digits = /^(?:adr[-_ ]?)?(\d{1,6})(?!\d)/i.exec(name)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Whether a file of the folder is a record, and not what people put beside them. */
export function isRecordName(name: string): boolean {
  return /\.md$/i.test(name) && !/^(?:readme|index|(?:(?:0000|adr|madr|decision)[-_])?template[\w-]*)\.md$/i.test(name);
}
