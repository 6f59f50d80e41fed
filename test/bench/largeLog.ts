import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { addDays, type Day, dayOf } from '../../src/core/time/day.ts';
import type { Fact } from '../../src/core/entries/entry.ts';
import { itemKinds } from '../../src/core/entries/itemFacts.ts';
import { nextClock } from '../../src/core/entries/hybridClock.ts';
import { encodeLine } from '../../src/core/entries/line.ts';
import { uuids } from '../../src/app/ids.ts';

/**
 * A storage folder whose log has three entries per item (captured, edited, decided). Of a hundred items, `percentOpen` are still
 * open.
 */
export function writeLargeLog(items: number, percentOpen = 10): { storage: string; lines: string[] } {
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
    if (index % 100 < percentOpen) write({ type: 'waitingChanged', item, added: ['lee'] });
    else write({ type: 'itemDecided', item, outcome: 'Yes', decidedOn: addDays(askedOn, index % 9) });
  }
  writeFileSync(join(storage, 'log', 'bench.jsonl'), lines.map((line) => `${line}\n`).join(''));
  return { storage, lines };
}

/** A log with open items of all kinds, up to two years old, and closed items of the last `years` years. */
export function writeOpenAndClosed(storage: string, open: number, closed: number, years = 1): void {
  mkdirSync(join(storage, 'log'), { recursive: true });
  const today = dayOf(new Date());
  let clock: string | undefined;
  const lines: string[] = [];
  const write = (fact: Fact): void => {
    const now = new Date(Date.now() - 3_600_000 + lines.length);
    clock = nextClock(clock, now);
    const envelope = { id: uuids.fresh(), clock, device: 'bench', act: uuids.fresh(), loggedAt: now.toISOString() };
    lines.push(encodeLine(fact, envelope, crc32));
  };
  const names = ['anna', 'sam', 'lee', 'kim', 'mo', 'priya'];
  for (let index = 0; index < open + closed; index++) {
    const item = uuids.fresh();
    const kind = itemKinds[index % itemKinds.length] ?? 'decision';
    const isOpen = index < open;
    // Few items are old, most are new.
    const askedDaysAgo = isOpen
      ? Math.floor(700 * (((index * 37) % 1_000) / 1_000) ** 4)
      : (index * 13) % (365 * years);
    const days = isOpen ? 0 : Math.min(askedDaysAgo, ((index * 7) % 23) ** 2 % 30);
    const askedOn = addDays(today, -askedDaysAgo);
    write({
      type: 'itemCaptured',
      item,
      kind,
      title: `Choose number ${index} of the things that wait`,
      askedOn,
      promisedOn: addDays(askedOn, 2),
      askedBy: names[index % 5],
      waiting: names.slice(0, index % 4),
    });
    if (isOpen && index % 3 === 0) write({ type: 'itemAcknowledged', item, acknowledgedOn: askedOn });
    if (isOpen) continue;
    const closedOn = addDays(askedOn, days);
    if (kind === 'dependency') write({ type: 'itemCleared', item, clearedOn: closedOn });
    else write({ type: 'itemDecided', item, outcome: 'Yes', decidedOn: closedOn });
  }
  writeFileSync(join(storage, 'log', 'bench.jsonl'), lines.map((line) => `${line}\n`).join(''));
}
