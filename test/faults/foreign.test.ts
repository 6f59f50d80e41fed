import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fault, sized } from '../support/faultTable.ts';
import { captures, lineOf } from '../support/sampleEntries.ts';
import { readAfterRestart } from '../support/afterRestart.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
/** What other programs may put between two lines, each with its line feed. */
const foreignLines: Readonly<Record<string, readonly Buffer[]>> = {
  'text in UTF-16': [
    Buffer.from('\ufeffadded by an editor\r\n', 'utf16le'),
    bigEndian('\ufeffadded by an editor\r\n'),
    Buffer.from('added by a shell\n', 'utf16le'),
  ],
  'bytes that are no UTF-8': [
    [0xff],
    [0xc0, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe2, 0x82],
    [0x80],
    [0xf8, 0x88, 0x80, 0x80, 0x80],
    [0x7b, 0x22, 0x76, 0x22, 0x3a, 0xff],
  ].map((bytes) => Buffer.from([...bytes, 10])),
  'markers of a merge': ['<<<<<<< HEAD', '||||||| base', '=======', '>>>>>>> other'].map((line) =>
    Buffer.from(`${line}\n`),
  ),
  'prose, JSON of something else, control characters': [
    'Remember the milk',
    '{"v":1}',
    '[]',
    'null',
    '\u0000\u0001\u001b[2J',
    '{"v":1,"crc":"00000000"}',
  ].map((line) => Buffer.from(`${line}\n`)),
};

/** What the text may look like after another program rewrote it. */
const rewritten: Readonly<Record<string, (text: string) => Buffer>> = {
  'a byte order mark before the first line': (text) => Buffer.from(`\ufeff${text}`),
  'a byte order mark before each line': (text) => Buffer.from(text.replace(/^(?=\{)/gm, '\ufeff')),
  'line breaks of Windows': (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  'blank lines and blanks between': (text) => Buffer.from(text.replaceAll('\n', '\n\n \t\r\n')),
};

const lines = captures(sized(60, 6)).map(lineOf);

describe('a log that other programs wrote into', () => {
  const windowOn = windowProcesses();

  for (const [name, pieces] of Object.entries(foreignLines)) {
    it(
      `loses none of its own lines: ${name}`,
      fault(`Other programs write into a file: ${name}`, async (place) => {
        const content = Buffer.concat(
          lines.flatMap((line, number) => [Buffer.from(line), pieces[number % pieces.length]!]),
        );
        place.write('desk.jsonl', content);
        const window = windowOn(place.root, place.storage());
        await window.capture('Budget');
        const own = place.names().find((other) => other !== 'desk.jsonl')!;
        // Into the file of this machine as well, without the final line feed.
        for (const piece of pieces) {
          place.append(own, piece.subarray(0, -1));
          await window.capture(`After ${piece.length} bytes`);
        }
        const { items, notices, quarantined } = await window.refresh();
        const expected = lines.length + 1 + pieces.length;
        assert.equal(items, expected);
        assert.ok(quarantined >= lines.length + pieces.length, `${quarantined}`);
        const sentence = `${quarantined} lines of the log could not be read; they are kept as they are. Open at the first.`;
        assert.deepEqual(notices, [[sentence, 'pacesetter.openLog']]);
        assert.ok(place.read('desk.jsonl').equals(content));
        return {
          with: `${lines.length + pieces.length} pieces between ${expected} entries`,
          lost: `${expected - items} of ${expected}`,
          said: sentence,
        };
      }),
    );
  }

  for (const [name, rewrite] of Object.entries(rewritten)) {
    it(
      `reads ${name} as it comes`,
      fault(`Other programs leave ${name}`, async (place) => {
        place.write('desk.jsonl', rewrite(lines.join('')));
        const { items, notices } = await readAfterRestart(place.root, place.storage());
        assert.deepEqual([items, notices], [lines.length, []]);
        return { with: `${items} entries`, lost: `${lines.length - items} of ${items}` };
      }),
    );
  }

  it(
    'says so when a whole file went through one that writes UTF-16, and reads the others',
    fault('A whole file is saved as UTF-16', async (place) => {
      const sentences: string[] = [];
      for (const encode of [(text: string) => Buffer.from(text, 'utf16le'), bigEndian]) {
        const content = encode(`\ufeff${lines.join('')}`);
        place.write('desk.jsonl', content);
        place.write('other.jsonl', lines.slice(0, 3).join(''));
        const window = windowOn(place.root, place.storage());
        const { items, notices } = await window.refresh();
        assert.equal(items, 3);
        assert.match(notices[0]?.[0] ?? '', /^\d+ lines of the log could not be read; they are kept as they are\./);
        sentences.push(notices[0]![0]);
        assert.ok(place.read('desk.jsonl').equals(content));
      }
      return {
        with: 'both byte orders',
        lost: '0 of the other files; that file is unreadable, kept as it is',
        said: sentences[0],
      };
    }),
  );
});
