import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openLog } from '../../../../src/app/openedLog.ts';
import { wordsOfLog } from '../../../../src/ui/prompts/wordsOfLog.ts';
import { ask, feedOf, openStore } from '../../../support/entryStores.ts';
import { inLogFolder } from '../../../support/logFolder.ts';

describe('the people of the log in a prompt', () => {
  it(
    'are those of the whole log, also where the prompt was open before it was read',
    inLogFolder(async (place) => {
      const store = openStore(place.root, place.storage());
      await ask(store, { type: 'capture', title: 'Budget', waiting: ['anna'] });
      const feed = feedOf(store);
      const report = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const setup = { storage: place.storage(), root: place.root, version: '1', isFocused: () => false, report };
      const { loaded, maintenance } = openLog(feed, setup);
      const words = wordsOfLog({ feed, loaded });
      assert.deepEqual(words().people, []);
      await loaded;
      assert.deepEqual(words().people, ['anna']);
      maintenance.dispose();
    }),
  );
});
