import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { fault, sized } from '../support/faultTable.ts';
import { captures, lineOf, sealed } from '../support/sampleEntries.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

/**
 * Lines that a later version might write: about an item, about something unknown, in another shape, longer than usual.
 */
function newerLine(number: number): string {
  const shapes = [
    { v: 2, id: `x${number}`, item: 'item-2', shiny: { deep: [number, 'ü'] } },
    { v: 1, id: `x${number}`, type: 'itemPolished', item: 'item-2' },
    { v: 7, entries: [[number]], text: 'é→漢🎯\u2028'.repeat(200) },
  ];
  return sealed(shapes[number % shapes.length]!);
}

describe('lines of a newer Pacesetter', () => {
  const windowOn = windowProcesses();

  it(
    'are kept byte for byte, counted and said, wherever they stand and whatever is done beside them',
    fault('Lines of a newer version stand everywhere', async (place) => {
      const known = captures(sized(300, 30)).map(lineOf);
      let newer = 0;
      const next = (): string => newerLine(newer++);
      const text = [next(), ...known.flatMap((line) => [line, next(), next()])].join('');
      place.write('desk.jsonl', text);
      place.write('only newer.jsonl', Array.from({ length: 20 }, next).join(''));
      const window = windowOn(place.root, place.storage());
      const saved = [...(await window.capture('Budget'))];
      const refused = await window.ask({ do: 'ask', intent: { type: 'decide', id: 'item-2', outcome: 'Yes' } });
      assert.equal(refused.refused, 'newerItem');
      const decided = await window.ask({ do: 'ask', intent: { type: 'decide', id: 'item-1', outcome: 'Yes' } });
      assert.deepEqual([decided.failure, decided.refused], [undefined, undefined]);
      // The newer version appends to the file of this machine, too.
      const own = place.names().find((name) => name !== 'desk.jsonl' && name !== 'only newer.jsonl')!;
      for (let number = 0; number < sized(100, 5); number++) {
        place.append(own, next());
        saved.push(...(await window.capture(`Item beside ${number}`)));
      }
      const { items, newerLines, quarantined, notices } = await window.refresh();
      assert.deepEqual([items, newerLines, quarantined], [known.length + saved.length, newer, 0]);
      const sentence = `${newer} lines were written by a newer Pacesetter; they are kept. Update to see them.`;
      assert.deepEqual(
        notices.map(([said]) => said),
        [sentence],
      );
      assert.equal(place.read('desk.jsonl').toString(), text);
      const written = place
        .read(own)
        .toString()
        .split('\n')
        .filter((line) => !line.includes('"itemCaptured"'));
      assert.equal(written.filter((line) => /^\{"v":[27],|itemPolished/.test(line)).length, sized(100, 5));
      return {
        with: `${newer} newer lines in 3 files, ${known.length + saved.length} items, one of them read-only by it`,
        lost: `0 of ${newer}; bytes equal after use`,
        said: sentence,
      };
    }),
  );
});
