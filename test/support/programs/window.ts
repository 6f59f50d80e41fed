/**
 * A window of its own over a log folder. It does what it is told, one request a line as JSON, and answers each with one
 * line: what became of it, and what the person would see afterwards.   node window.mjs <root> <storage>
 */
import { writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { BoardFeed } from '../../../src/app/boardFeed.ts';
import { Attempt } from '../../../src/app/ids.ts';
import { LogMaintenance } from '../../../src/app/logMaintenance.ts';
import { HumanError } from '../../../src/core/humanError.ts';
import type { Intent } from '../../../src/core/rules/intents.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { rule } from '../../../src/core/rules/rule.ts';
import type { RuleContext, Ruling } from '../../../src/core/rules/context.ts';
import { openStore, policy } from '../entryStores.ts';
import { digestOf } from '../restarted.ts';
import { noticesIn } from '../notices.ts';

/** What a window can be told. */
export type WindowRequest =
  | { readonly do: 'refresh' }
  /** All of them in one act, as an import does it. */
  | { readonly do: 'capture'; readonly titles: readonly string[] }
  | { readonly do: 'ask'; readonly intent: Intent }
  /** The last act again, with the same ids. */
  | { readonly do: 'retry' }
  /** Keeps beside the log what is known, as a window does after a calm moment. */
  | { readonly do: 'keep' }
  /** The one click below the alarm. */
  | { readonly do: 'appendMissing' }
  /** Sets the clock of this machine, in milliseconds since 1970. */
  | { readonly do: 'setClock'; readonly time: number };

/** What became of it, and how the window stands afterwards. */
export interface Answer {
  /** The sentence the person reads when it could not be done. */
  readonly failure?: string;
  /** An error that is a bug and not the disk's. */
  readonly bug?: string;
  readonly refused?: string;
  /** Items captured. */
  readonly ids: readonly string[];
  readonly items: number;
  readonly entries: number;
  /** The same for two windows that know the same. */
  readonly digest: string;
  /** What stands above the items of the view: sentence and command of each line. */
  readonly notices: readonly (readonly [sentence: string, command: string])[];
  readonly quarantined: number;
  readonly newerLines: number;
  /** The longest time that nothing else could run in this window meanwhile. */
  readonly longestBlockInMs: number;
  /** How much of the processor it took, and how often everything else could have run meanwhile. */
  readonly cpuTimeInMs: number;
  readonly turns: number;
  /** The most memory this process had at any of these turns, in MB. */
  readonly peakMemoryInMB: number;
}

const [root = '', storage = ''] = process.argv.slice(2);
let offsetInMs = 0;
const clock = { now: () => new Date(Date.now() + offsetInMs) };
const store = openStore(root, storage, { clock });
const feed = new BoardFeed(
  store,
  () => ({ dispose: () => undefined }),
  () => policy,
);
const maintenance = new LogMaintenance(
  feed,
  '1',
  () => true,
  (error) => {
    throw error;
  },
);
let last: { readonly rules: (context: RuleContext) => Ruling; readonly attempt: Attempt } | undefined;
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();

async function perform(request: WindowRequest): Promise<Partial<Answer>> {
  switch (request.do) {
    case 'refresh':
      await store.refresh();
      return {};
    case 'capture':
      return act(({ today, newId }) =>
        request.titles.map((title) => ({
          type: 'itemCaptured',
          item: newId(),
          kind: 'decision',
          title,
          askedOn: today,
          promisedOn: today,
        })),
      );
    case 'ask':
      return act((context) => rule(request.intent, context));
    case 'retry':
      return act(last!.rules, last!.attempt);
    case 'keep':
      await maintenance.keep();
      return {};
    case 'appendMissing':
      await maintenance.appendMissing();
      return {};
    case 'setClock':
      offsetInMs = request.time - Date.now();
      return {};
    default:
      return request satisfies never;
  }
}

async function act(rules: (context: RuleContext) => Ruling, attempt = new Attempt(store.ids)) {
  last = { rules, attempt };
  const done = await store.act(rules, attempt);
  if (isRefusal(done)) return { refused: done.refused };
  return { ids: done.facts.flatMap((fact) => (fact.type === 'itemCaptured' ? [fact.item] : [])) };
}

async function answer(request: WindowRequest): Promise<Answer> {
  let [turns, peak] = [0, 0];
  let turning = true;
  // Not what the system has noted as the most: that begins with the size of the process this one was started from.
  const turn = (): void => {
    turns++;
    peak = Math.max(peak, process.memoryUsage.rss());
    if (turning) setImmediate(turn);
  };
  delay.reset();
  // Only reading is watched this closely: turning while a disk is waited for would keep a processor busy.
  if (request.do === 'refresh') turn();
  const before = process.cpuUsage();
  const outcome = await perform(request).catch((error: Error) =>
    error instanceof HumanError ? { failure: error.message } : { bug: String(error.stack) },
  );
  const { user, system } = process.cpuUsage(before);
  turning = false;
  // The delay of the event loop is known only once the loop has come round again.
  await wait(3);
  return {
    ids: [],
    ...outcome,
    items: store.register.items.size,
    entries: store.register.entryCount,
    digest: digestOf(store.register),
    notices: noticesIn(store),
    quarantined: store.log.quarantinedLines,
    newerLines: store.log.newerLines,
    longestBlockInMs: Math.round(delay.max / 1e6),
    cpuTimeInMs: Math.round((user + system) / 1_000),
    turns,
    peakMemoryInMB: Math.round(Math.max(peak, process.memoryUsage.rss()) / (1 << 20)),
  };
}

/** Not console.log: what was said must have left this process before it can be killed. */
function say(text: string): void {
  const bytes = Buffer.from(`${text}\n`);
  for (let written = 0; written < bytes.length; written += writeSync(1, bytes, written));
}

say('ready');
for await (const line of createInterface(process.stdin))
  say(JSON.stringify(await answer(JSON.parse(line) as WindowRequest)));
