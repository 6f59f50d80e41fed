import { BoardFeed } from '../../src/app/boardFeed.ts';
import { type Clock, Today } from '../../src/app/clock.ts';
import { Emitter } from '../../src/app/emitter.ts';
import { type Ids, uuids } from '../../src/app/ids.ts';
import { type ActResult, EntryStore } from '../../src/app/entryStore.ts';
import { Attempt } from '../../src/app/ids.ts';
import type { Intent } from '../../src/core/rules/intents.ts';
import type { Item } from '../../src/core/items/item.ts';
import type { Policy } from '../../src/core/policy.ts';
import { isRefusal, type Refusal } from '../../src/core/rules/refusal.ts';
import type { Register } from '../../src/core/register/register.ts';
import { rule } from '../../src/core/rules/rule.ts';
import { Device } from '../../src/log/device.ts';
import { Log } from '../../src/log/log.ts';
import { usualPolicy } from './policy.ts';

export const policy: Policy = usualPolicy;

/** A clock that only the test moves. Starts at noon UTC, which is the same day in nearly all time zones. */
export class FrozenClock implements Clock {
  constructor(public time = new Date('2026-03-04T12:00:00.000Z')) {}

  now(): Date {
    return this.time;
  }

  pass(milliseconds: number): void {
    this.time = new Date(this.time.getTime() + milliseconds);
  }
}

interface Setup {
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** false: the window has not read its folder yet. */
  readonly prepared?: boolean;
}

/** The store of a window over the log in `root`, writing as the machine with this private `storage`. */
export function openStore(root: string, storage: string, setup: Setup = {}): EntryStore {
  const log = new Log(root, Device.load(storage));
  if (setup.prepared !== false) log.prepare();
  const today = new Today(setup.clock ?? new FrozenClock());
  today.dispose(); // Stops the timer only. Tests call `check()` to update a frozen day.
  return new EntryStore(log, setup.ids ?? uuids, today, () => policy);
}

/** The feed of a window whose settings never change. It does not follow the store yet. */
export function feedOf(store: EntryStore): BoardFeed {
  return new BoardFeed(store.today, new Emitter().event, () => policy);
}

export function ask(store: EntryStore, intent: Intent, attempt = new Attempt(store.ids)): Promise<ActResult | Refusal> {
  return store.act((context) => rule(intent, context), attempt);
}

/** Captures an item and returns its id. */
export async function capture(store: EntryStore, title: string, attempt?: Attempt): Promise<string> {
  const done = await ask(store, { type: 'capture', title }, attempt);
  const fact = isRefusal(done) ? undefined : done.facts[0];
  if (fact?.type !== 'itemCaptured') throw new Error(`Not captured: ${JSON.stringify(done)}`);
  return fact.item;
}

export function titles(store: EntryStore): string[] {
  return [...store.register.items.values()].map(({ title }) => title).toSorted();
}

/** All items of the register, sorted by id. */
export function contents(register: Register): Item[] {
  return [...register.items.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
