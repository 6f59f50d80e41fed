import type { Entry, Envelope, Fact } from './entry.ts';
import { faultyField, isId, knownType } from './shapes.ts';

/** The version of the line format this code writes, and the oldest one. Lines of newer versions are kept unread. */
const lineVersion = 1;

/** CRC-32 of the UTF-8 bytes of a text. Passed in, because core does not use Node. */
export type Crc32 = (text: string) => number;

export type DecodedLine =
  | { readonly type: 'entry'; readonly entry: Entry }
  /** Intact, but written by a newer Pacesetter: kept and counted. Its item or assignment is read-only here. */
  | { readonly type: 'newer'; readonly item: string | undefined }
  | { readonly type: 'bad'; readonly reason: BadLine }
  | { readonly type: 'blank' };

export type BadLine = 'notUtf8' | 'notJson' | 'mergeMarker' | 'noChecksum' | 'wrongChecksum' | 'wrongShape' | 'tooLong';

/** One line of the log without its line feed: `v` first, `crc` (of the line without it) last. */
export function encodeLine(fact: Fact, envelope: Envelope, crc32: Crc32): string {
  const text = encodeContent(fact, envelope);
  return `${text.slice(0, -1)},"crc":"${crc32(text).toString(16).padStart(8, '0')}"}`;
}

/** The content of a line as JSON: the line without its checksum. */
export function encodeContent(fact: Fact, envelope: Envelope): string {
  const { id, clock, device, act, loggedAt, day } = envelope;
  const { type, ...rest } = fact;
  return JSON.stringify({ v: lineVersion, id, clock, device, act, type, loggedAt, day, ...rest });
}

/**
 * Decodes one line without its line feed. The checksum is verified first, whatever version the line claims: a flipped bit
 * must never turn an entry into a different one, or into "a newer version".
 */
export function decodeLine(line: string, crc32: Crc32): DecodedLine {
  if (!line.startsWith('{')) {
    if (line.trim() === '') return { type: 'blank' };
    if (mergeMarker.test(line)) return { type: 'bad', reason: 'mergeMarker' };
  }
  const tail = line.length - crcTailLength;
  const crc = tail < 1 ? undefined : crcAt(line, tail);
  if (crc === undefined) return { type: 'bad', reason: isJson(line) ? 'noChecksum' : 'notJson' };
  const text = `${line.slice(0, tail)}}`;
  if (crc32(text) !== crc) return { type: 'bad', reason: 'wrongChecksum' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { type: 'bad', reason: 'notJson' };
  }
  return readContent(value);
}

/** Validates the parsed content of a line. The caller verifies the checksum, if there is one. */
export function readContent(value: unknown): Exclude<DecodedLine, { readonly type: 'blank' }> {
  if (typeof value !== 'object' || value === null) return { type: 'bad', reason: 'wrongShape' };
  const candidate = value as Record<string, unknown>;
  const version = candidate['v'];
  if (!Number.isInteger(version) || (version as number) < 1) return { type: 'bad', reason: 'wrongShape' };
  const type = knownType(candidate['type']);
  if (version !== lineVersion || type === undefined) {
    const item = candidate['item'] ?? candidate['assignment'];
    return { type: 'newer', item: isId(item) ? item : undefined };
  }
  // Each line has its own copy of this text. One copy for all takes less memory, and is compared in less time.
  candidate['type'] = type;
  if (faultyField(candidate) !== undefined) return { type: 'bad', reason: 'wrongShape' };
  return { type: 'entry', entry: candidate as unknown as Entry };
}

/**
 * Recovers a whole entry that follows the torn start of another one on the same line, by decoding from the last possible
 * start of a line. Undefined when there is none.
 */
export function salvageLine(line: string, crc32: Crc32): Entry | undefined {
  const start = line.lastIndexOf('{"v":');
  if (start <= 0) return undefined;
  const decoded = decodeLine(line.slice(start), crc32);
  return decoded.type === 'entry' ? decoded.entry : undefined;
}

/** The checksum at the end of a line; undefined when there is none. Hot path: runs for every line. */
function crcAt(line: string, tail: number): number | undefined {
  if (!line.startsWith(crcStart, tail) || !line.endsWith('"}')) return undefined;
  let crc = 0;
  for (let at = tail + crcStart.length; at < line.length - 2; at++) {
    const code = line.charCodeAt(at);
    // 0 to 9, or a to f.
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : undefined;
    if (digit === undefined) return undefined;
    crc = crc * 16 + digit;
  }
  return crc;
}

const crcStart = ',"crc":"';
const crcTailLength = ',"crc":"00000000"}'.length;
const mergeMarker = /^(?:<{7}|={7}|>{7}|\|{7})(?:\s|$)/;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
