import assert from 'node:assert/strict';
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, it } from 'mocha';
import type { ChildOptions } from '../support/children.ts';
import { fault } from '../support/faultTable.ts';
import type { LogFolder } from '../support/logFolder.ts';
import { readAfterRestart } from '../support/afterRestart.ts';
import { boundUser, isRoot, tryPrivileged } from '../support/privileges.ts';
import { windowProcesses } from '../support/windowProcesses.ts';

/** Removes the right to write. Returns a function that restores it, or the reason why it cannot be removed. */
type TakeRights = (place: LogFolder, file: string) => (() => void) | string;

interface Scenario {
  readonly take: TakeRights;
  /** The user who owns the log. */
  readonly user?: (place: LogFolder) => ChildOptions | string;
  /** Before the window opens. */
  readonly prepare?: (place: LogFolder) => (() => void) | string;
}

const noMount = 'mounting is not permitted here';
const noChattr = 'chattr +i is not permitted here, or not on this file system';

function immutable(path: string): (() => void) | string {
  return tryPrivileged('chattr', '+i', path) ? () => assert.ok(tryPrivileged('chattr', '-i', path)) : noChattr;
}

function permissions(path: string, without: number, usual: number): () => void {
  chmodSync(path, without);
  return () => chmodSync(path, usual);
}

/** Gives the folders to a user whom file permissions restrict. */
function ordinaryUser(place: LogFolder): ChildOptions | string {
  const user = boundUser();
  if (user === undefined) return 'no user here is bound by permissions and may run Node';
  if (!isRoot) return user;
  mkdirSync(place.root, { recursive: true });
  chmodSync(dirname(place.root), 0o755);
  mkdirSync(place.storage(), { recursive: true });
  for (const path of [place.root, place.storage()]) chownSync(path, user.uid!, user.uid!);
  return user;
}

const scenarios: Readonly<Record<string, Scenario>> = {
  'the folder, by permissions': { user: ordinaryUser, take: (place) => permissions(place.folder, 0o500, 0o700) },
  'the file, by permissions': { user: ordinaryUser, take: (_, file) => permissions(file, 0o400, 0o600) },
  'the folder, made immutable': { take: (place) => immutable(place.folder) },
  'the file, made immutable': { take: (_, file) => immutable(file) },
  'a disk mounted anew as read-only': {
    prepare: (place) => {
      mkdirSync(place.root, { recursive: true });
      if (!tryPrivileged('mount', '-t', 'tmpfs', '-o', 'size=1m', 'pacesetter-test', place.root)) return noMount;
      return () => assert.ok(tryPrivileged('umount', place.root));
    },
    take: (place) => {
      if (!tryPrivileged('mount', '-o', 'remount,ro', place.root)) return noMount;
      return () => assert.ok(tryPrivileged('mount', '-o', 'remount,rw', place.root));
    },
  },
  'a read-only mount over the folder': {
    take: (place) => {
      if (!tryPrivileged('mount', '--bind', place.folder, place.folder)) return noMount;
      assert.ok(tryPrivileged('mount', '-o', 'remount,bind,ro', place.folder));
      return () => assert.ok(tryPrivileged('umount', place.folder));
    },
  },
};

describe('a log that may not be written', () => {
  const windowOn = windowProcesses();

  for (const [name, { take, user, prepare }] of Object.entries(scenarios)) {
    // With permissions alone, an existing file can be appended to although its folder is read-only.
    const isFirst = name.startsWith('the folder');
    it(
      `says so, is read all the same, and takes each entry once when it may be written again: ${name}`,
      fault(`The log becomes read-only: ${name}`, async (place) => {
        const options = user?.(place) ?? {};
        if (typeof options === 'string') return { untried: options };
        const undoPreparation = prepare?.(place);
        if (typeof undoPreparation === 'string') return { untried: undoPreparation };
        try {
          const laptop = windowOn(place.root, place.storage('laptop'), options);
          const saved: string[] = [];
          // The window that refreshes first creates the folder and owns it.
          await laptop.refresh();
          if (!isFirst) saved.push(...(await laptop.capture('Before')));
          place.check();
          const [file = ''] = place.names();
          const release = take(place, place.path(file));
          if (typeof release === 'string') return { untried: release };
          let failure: string | undefined;
          try {
            const before = await laptop.refresh();
            for (const title of ['one', 'two']) {
              const answer = await laptop.ask({ do: 'capture', titles: [title] });
              ({ failure } = answer);
              assert.equal(
                failure,
                `Not saved: ${place.folder} cannot be written to. Allow writing there and try again.`,
              );
              assert.deepEqual([answer.digest, answer.notices], [before.digest, []]);
            }
          } finally {
            release();
          }
          const retried = await laptop.ask({ do: 'retry' });
          saved.push(...retried.ids, ...(await laptop.capture('After')));
          const there = await readAfterRestart(place.root, place.storage('desk'));
          assert.deepEqual([there.items, there.entries, there.notices], [saved.length, saved.length, []]);
          place.check();
          return {
            with: '2 attempts, a retry, then one more',
            lost: `${saved.length - there.items} of ${saved.length} saved; nothing half written`,
            said: failure?.replace(place.folder, '…/log'),
          };
        } finally {
          place.forget();
          await windowOn.close();
          undoPreparation?.();
        }
      }),
    );
  }

  it(
    'is told apart from one that may not be read',
    fault('A log file may not be read', async (place) => {
      const user = ordinaryUser(place);
      if (typeof user === 'string') return { untried: user };
      const first = windowOn(place.root, place.storage(), user);
      const saved = [...(await first.capture('Budget', 'Room'))];
      const [file = ''] = place.names();
      const reader = windowOn(place.root, place.storage(), user);
      const allow = permissions(place.path(file), 0, 0o600);
      const { items, notices } = await reader.refresh();
      allow();
      const [[sentence] = ['']] = notices;
      assert.equal(sentence, `A log file cannot be read (EACCES), so what it holds is not shown: ${place.path(file)}.`);
      assert.deepEqual([items, notices.length], [0, 1]);
      const after = await reader.refresh();
      assert.deepEqual([after.items, after.notices], [saved.length, []]);
      return {
        with: 'one file without permissions, which come back',
        lost: `${saved.length - after.items} of ${saved.length}`,
        said: sentence.replace(place.path(file), '…/log/….jsonl'),
      };
    }),
  );
});
