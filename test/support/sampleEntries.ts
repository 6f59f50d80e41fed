import { crc32 } from 'node:zlib';
import type { Entry, Fact } from '../../src/core/entries/entry.ts';
import { encodeLine } from '../../src/core/entries/line.ts';

/** An entry of this number: the greater the number, the later. Texts hold what could trip a reader. */
function entryOf(number: number, fact: Fact, device = 'desk'): Entry {
  return {
    ...fact,
    id: `entry-${number}`,
    clock: `0195${number.toString(16).padStart(8, '0')}-0000`,
    device,
    act: `act-${number}`,
    loggedAt: '2026-03-04T09:00:00.000Z',
  };
}

export function captureOf(number: number, title = `Item ${number} “é→漢🎯” {"v":1,`): Entry {
  return entryOf(number, {
    type: 'itemCaptured',
    item: `item-${number}`,
    kind: 'decision',
    title,
    askedOn: '2026-03-02',
    promisedOn: '2026-03-04',
  });
}

export function captures(count: number): Entry[] {
  return Array.from({ length: count }, (_, number) => captureOf(number));
}

/** The line of an entry with its line feed. */
export function lineOf(entry: Entry): string {
  return `${encodeLine(entry, entry, crc32)}\n`;
}

/** A whole line of any content: the checksum is right, the rest is what a later version, or nobody, would write. */
export function sealed(content: object): string {
  const text = JSON.stringify(content);
  return `${text.slice(0, -1)},"crc":"${crc32(text).toString(16).padStart(8, '0')}"}\n`;
}

/** A line that a newer version wrote, about no item of ours. */
export function newerLine(number: number): string {
  return sealed({ v: 2, id: `newer-${number}`, item: `newer item ${number}` });
}
