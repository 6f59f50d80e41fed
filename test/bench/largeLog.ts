import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { addDays, type Day } from '../../src/core/day.ts';
import type { Fact } from '../../src/core/entries.ts';
import { nextClock } from '../../src/core/hybridClock.ts';
import { encodeLine } from '../../src/core/line.ts';
import { uuids } from '../../src/app/ids.ts';

/** A storage folder with a log of three entries an item (captured, edited, decided), each tenth item still open. */
export function writeLargeLog(items: number): { storage: string; lines: string[] } {
  const storage = mkdtempSync(join(tmpdir(), 'pacesetter-bench-'));
  mkdirSync(join(storage, 'log'));
  let clock: string | undefined;
  const lines: string[] = [];
  const write = (fact: Fact): void => {
    const now = new Date(Date.UTC(2024, 0, 1) + lines.length * 60_000);
    clock = nextClock(clock, now);
    const envelope = { id: uuids.fresh(), clock, device: 'bench', act: uuids.fresh(), loggedAt: now.toISOString() };
    lines.push(encodeLine(fact, envelope, crc32));
  };
  for (let index = 0; index < items; index++) {
    const item = uuids.fresh();
    const askedOn: Day = addDays('2024-01-01', index % 700);
    write({
      type: 'itemCaptured',
      item,
      kind: 'decision',
      title: `Choose number ${index} of the things that wait`,
      askedOn,
      promisedOn: addDays(askedOn, 2),
      target: 2,
      waiting: ['anna', 'sam'].slice(0, index % 3),
    });
    write({ type: 'itemEdited', item, note: `A note about number ${index}` });
    if (index % 10 === 0) write({ type: 'waitingChanged', item, added: ['lee'] });
    else write({ type: 'itemDecided', item, outcome: 'Yes', decidedOn: addDays(askedOn, index % 9) });
  }
  writeFileSync(join(storage, 'log', 'bench.jsonl'), lines.map((line) => `${line}\n`).join(''));
  return { storage, lines };
}
