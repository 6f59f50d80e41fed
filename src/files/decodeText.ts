import { isUtf8 } from 'node:buffer';
import type { CsvEncoding } from '../core/exchange/csv/table.ts';

export interface DecodedText {
  readonly text: string;
  readonly encoding: CsvEncoding;
}

/**
 * Decodes the bytes of a text file. A byte order mark decides; without one it is UTF-16 if every other byte of the
 * beginning is nearly always 0, as in Western text, UTF-8 if the bytes are valid, else Windows-1252, which Western
 * spreadsheets still write. Decoding uses Node's buffers: which encodings TextDecoder
 * knows, and whether it decodes Windows-1252 correctly, depends on how the editor's Node was built.
 */
export function decodeText(bytes: Buffer): DecodedText | 'notText' | 'damagedText' {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 'utf-16be');
  if (bytes.includes(0)) {
    const encoding = utf16Of(bytes.subarray(0, sampledBytes));
    return encoding === undefined ? 'notText' : utf16(bytes, encoding);
  }
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (isUtf8(bytes)) return { text: bytes.toString('utf8', marked ? 3 : 0), encoding: 'utf-8' };
  if (marked) return 'damagedText';
  return { text: windows1252(bytes), encoding: 'windows-1252' };
}

/** How much of a file is looked at to tell UTF-16 without a byte order mark. */
const sampledBytes = 4_096;

/** UTF-16 by where the zero bytes of ASCII characters stand: the second of each pair, or the first. */
function utf16Of(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  let [first, second] = [0, 0];
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    if (bytes[at] === 0) first++;
    if (bytes[at + 1] === 0) second++;
  }
  const pairs = Math.floor(bytes.length / 2);
  if (second > pairs * 0.6 && first === 0) return 'utf-16le';
  return first > pairs * 0.6 && second === 0 ? 'utf-16be' : undefined;
}

function utf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): DecodedText | 'notText' | 'damagedText' {
  if (bytes.length % 2 !== 0) return 'damagedText';
  // `swap16` works in place, and nobody else uses these bytes.
  const text = (encoding === 'utf-16be' ? bytes.swap16() : bytes).toString('utf16le');
  return text.includes('\0') ? 'notText' : { text, encoding };
}

function windows1252(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => windows1252From80[character.charCodeAt(0) - 0x80] ?? '');
}

/** Where Windows-1252 differs from Latin-1: 0x80 to 0x9F. The five it leaves undefined keep their control character. */
const windows1252From80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
