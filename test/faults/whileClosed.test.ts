import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { fault } from '../support/faultTable.ts';
import { hasGit, Repository } from '../support/git.ts';
import type { LogFolder } from '../support/logFolder.ts';
import { readAfterRestart } from '../support/afterRestart.ts';
import { captures, lineOf } from '../support/sampleEntries.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

/** What happens to the file of this machine while no window is open. */
const harms: Readonly<Record<string, (place: LogFolder, file: string) => void>> = {
  'the file is deleted': (_, file) => rmSync(file),
  'the file is emptied': (_, file) => truncateSync(file),
  'the file is cut off in the middle': (_, file) => truncateSync(file, Math.floor(readFileSync(file).length / 2)),
  'the file is replaced by another log': (_, file) => writeFileSync(file, captures(30).map(lineOf).join('')),
  'the folder is emptied': (place) => {
    renameSync(place.folder, `${place.folder} aside`);
    mkdirSync(place.folder);
  },
  'an older commit is checked out': (place) => new Repository(place.root).git('checkout', '--quiet', 'main~2'),
};

describe('a log that was harmed while no window was open', () => {
  const windowOn = windowProcesses();

  for (const [name, harm] of Object.entries(harms)) {
    it(
      `is shown as it was, with an alarm, and one click makes it whole again: ${name}`,
      fault(`While no window is open ${name}; then one opens and appends what is missing`, async (place) => {
        const isGit = name.includes('commit');
        if (isGit && !hasGit()) return { untried: 'git is not installed' };
        const first = windowOn(place.root, place.storage());
        await first.refresh();
        const repository = isGit ? Repository.init(place.root) : undefined;
        const saved: string[] = [];
        for (let number = 0; number < 10; number++) {
          saved.push(...(await first.capture(`Item ${number} “é→漢🎯”`)));
          repository?.commitAll(`commit ${number}`);
        }
        await first.ask({ do: 'keep' });
        await first.kill();
        const [own = ''] = place.names();
        place.forget();
        harm(place, place.path(own));

        const window = windowOn(place.root, place.storage());
        const opened = await window.refresh();
        assert.ok(opened.items >= saved.length, 'all of it is shown');
        assert.equal(opened.notices.length, 1, JSON.stringify(opened.notices));
        const [sentence, command] = opened.notices[0]!;
        assert.equal(command, 'pacesetter.appendMissing');
        place.check();
        const whole = await window.ask({ do: 'appendMissing' });
        // A line that was cut in two stays unreadable.
        assert.ok(
          whole.notices.every(([said]) => said.includes('could not be read')),
          JSON.stringify(whole.notices),
        );
        place.check();
        const elsewhere = await readAfterRestart(place.root, place.storage('another machine'));
        const lost = saved.filter((id) => !elsewhere.ids.includes(id));
        assert.deepEqual([lost, elsewhere.digest], [[], whole.digest]);
        return {
          with: `${saved.length} entries`,
          lost: `${lost.length} of ${saved.length}`,
          said: sentence.replaceAll(place.folder, '…').replaceAll(own, '….jsonl'),
        };
      }),
    );
  }
});
