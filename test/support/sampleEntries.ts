import { crc32 } from 'node:zlib';
import type { Entry, Fact } from '../../src/core/entries/entry.ts';
import { encodeLine } from '../../src/core/entries/line.ts';

/** An entry with this number. A greater number is a later entry. Texts hold characters that are hard to parse. */
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

/** The line of an entry, with its line feed. */
export function lineOf(entry: Entry): string {
  return `${encodeLine(entry, entry, crc32)}\n`;
}

/** A line with a valid checksum and any content, such as that of a later version. */
export function sealed(content: object): string {
  const text = JSON.stringify(content);
  return `${text.slice(0, -1)},"crc":"${crc32(text).toString(16).padStart(8, '0')}"}\n`;
}

/** A line of a newer version, about an unknown item. */
export function newerLine(number: number): string {
  return sealed({ v: 2, id: `newer-${number}`, item: `newer-item-${number}` });
}
