import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Intent } from '../../../src/core/rules/intents.ts';
import { ask, openStore } from '../../support/entryStores.ts';
import { inLogFolder } from '../../support/logFolder.ts';
import { captures, lineOf, sealed } from '../../support/sampleEntries.ts';

const lines = captures(4).map(lineOf);
const newer: Record<string, string> = {
  'of a newer version': sealed({ v: 2, id: 'x', item: 'item-2', shiny: { deep: [1, 'ü'] } }),
  'of a type nobody here knows': sealed({ v: 1, id: 'x', type: 'itemPolished', item: 'item-2' }),
};
const changes: Intent[] = [
  { type: 'decide', id: 'item-2', outcome: 'Yes' },
  { type: 'edit', id: 'item-2', title: 'Other' },
  { type: 'changeWaiting', id: 'item-2', add: ['Ida'] },
  { type: 'movePromise', id: 'item-2', promisedOn: '2026-04-01', reason: 'later' },
  { type: 'withdraw', id: 'item-2', reason: 'gone' },
  { type: 'reopen', id: 'item-2', reason: 'again' },
];

describe('a line', () => {
  for (const [name, line] of Object.entries(newer)) {
    it(
      `${name} is kept and counted wherever it stands, and its item may not be changed here`,
      inLogFolder(async (place) => {
        for (let position = 0; position <= lines.length; position++) {
          const text = lines.toSpliced(position, 0, line).join('');
          place.write('desk.jsonl', text);
          const store = openStore(place.root, place.storage());
          await store.refresh();
          assert.deepEqual([store.log.newerLines, store.log.quarantined, store.register.items.size], [1, [], 4]);
          for (const intent of changes) {
            const title = store.register.items.get('item-2')?.title;
            assert.deepEqual(await ask(store, intent), { refused: 'newerItem', title });
          }
          await ask(store, { type: 'decide', id: 'item-1', outcome: 'Yes' });
          assert.equal(store.register.items.get('item-1')?.closing?.how, 'decided');
          assert.equal(place.read('desk.jsonl').toString(), text);
          assert.equal(store.log.newerLines, 1);
          place.remove(`${store.log.device.id}.jsonl`);
        }
      }),
    );
  }

  it(
    'of a newer version is believed only with the right checksum',
    inLogFolder(async (place) => {
      const line = newer['of a newer version']!;
      for (let position = 0; position < line.length - 1; position++) {
        const damaged = Buffer.from(line);
        damaged[position]! ^= 1;
        place.write('desk.jsonl', damaged);
        const store = openStore(place.root, place.storage());
        await store.refresh();
        assert.equal(store.log.newerLines, 0, `byte ${position}`);
      }
    }),
  );

  it(
    'of a newer version is counted once, though its file is read anew from the start',
    inLogFolder(async (place) => {
      place.write('desk.jsonl', [...Object.values(newer), ...lines].join(''));
      const store = openStore(place.root, place.storage());
      await store.refresh();
      place.write('desk.jsonl', [...Object.values(newer), lines[0]].join(''));
      await store.refresh();
      assert.equal(store.log.newerLines, 2);
    }),
  );
});
