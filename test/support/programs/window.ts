/**
 * A window over a log folder in a separate process. Reads one {@link WindowRequest} per line as JSON and answers each with an
 * {@link Answer} on one line.
 * Usage: node window.mjs <root> <storage>
 */
import { writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { Attempt } from '../../../src/app/ids.ts';
import { followedRequests, recordRequests } from '../../../src/app/recordRequests.ts';
import { LogMaintenance } from '../../../src/app/logMaintenance.ts';
import { RequestsConnection } from '../../../src/app/requestsConnection.ts';
import { HumanError } from '../../../src/core/humanError.ts';
import type { Intent } from '../../../src/core/rules/intents.ts';
import { isRefusal } from '../../../src/core/rules/refusal.ts';
import { rule } from '../../../src/core/rules/rule.ts';
import { takenBackByOthers } from '../../../src/core/rules/takenBack.ts';
import type { RuleContext, Ruling } from '../../../src/core/rules/context.ts';
import { readRequests } from '../../../src/requests/gitHub.ts';
import type { GitHubAccount } from '../github/refresh.ts';
import { feedOf, openStore } from '../entryStores.ts';
import { digestOf } from '../afterRestart.ts';
import { look } from '../look.ts';
import { noticesIn } from '../notices.ts';

/** A request to the window. */
export type WindowRequest =
  | { readonly do: 'refresh' }
  /** Captures all titles in one act, as an import does. */
  | { readonly do: 'capture'; readonly titles: readonly string[] }
  | { readonly do: 'ask'; readonly intent: Intent }
  /** Repeats the last act with the same ids. */
  | { readonly do: 'retry' }
  /** Writes the backups and the startup cache, as a window does when the log has not changed for a moment. */
  | { readonly do: 'keep' }
  /** Appends the missing entries, like the command of the warning. */
  | { readonly do: 'appendMissing' }
  /** Builds all that a person can look at: views, panel, pages, reports, exports. */
  | { readonly do: 'look' }
  /** Moves the log into another folder, and goes on there. */
  | { readonly do: 'move'; readonly to: string }
  /** Deletes the log and all that is kept about it. */
  | { readonly do: 'forget'; readonly copyTo?: string }
  /** Brings back what another machine took back: the act of that. */
  | { readonly do: 'bringBack'; readonly undo: string }
  /** Leaves lines of a newer version in a file out of account. */
  | { readonly do: 'ignoreNewer'; readonly file: string }
  /** Connects GitHub at that moment, in milliseconds since 1970. */
  | { readonly do: 'connect'; readonly server: string; readonly time: number }
  /** Reads what waits on the leader on GitHub and writes it down. */
  | { readonly do: 'readGitHub'; readonly account: GitHubAccount }
  /** Sets the clock of this process, in milliseconds since 1970. */
  | { readonly do: 'setClock'; readonly time: number };

/** The result of a request and the state of the window after it. */
export interface Answer {
  /** The sentence the person reads when the request fails. */
  readonly failure?: string;
  /** Stack of an error that is a bug, not a failure of the disk. */
  readonly bug?: string;
  readonly refused?: string;
  /** Ids of the captured items. */
  readonly ids: readonly string[];
  readonly items: number;
  readonly entries: number;
  /** Equal for two windows with the same content. */
  readonly digest: string;
  /** Sentence and command of each notice above the items in the view. */
  readonly notices: readonly (readonly [sentence: string, command: string])[];
  readonly quarantined: number;
  /** Entries set aside because their clocks are ahead. */
  readonly ahead: number;
  /** Ids under which different things stand. */
  readonly conflicts: number;
  /** Of a `readGitHub`: how often GitHub was asked. */
  readonly calls?: number;
  /** What other machines took back: the acts of theirs. */
  readonly takenBack: readonly string[];
  /** Of a `look`: what hides or reorders text in what is shown. */
  readonly hidden?: string;
  readonly newerLines: number;
  /** The longest block of the event loop, in milliseconds. */
  readonly longestBlockInMs: number;
  /** The longest turn of the event loop in processor time, which other work on the machine does not change. */
  readonly busiestTurnInMs: number;
  /** Processor time it took, and how many turns of the event loop it left to other work. */
  readonly cpuTimeInMs: number;
  readonly turns: number;
  /** The highest memory use (RSS) at any of these turns, in MB. */
  readonly peakMemoryInMB: number;
}

const [root = '', storage = ''] = process.argv.slice(2);
let offsetInMs = 0;
const clock = { now: () => new Date(Date.now() + offsetInMs) };
const store = openStore(root, storage, { clock });
const connection = new RequestsConnection(storage);
const feed = feedOf(store);
feed.follow(store);
const maintenance = new LogMaintenance(
  store,
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

async function handle(request: WindowRequest): Promise<Partial<Answer>> {
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
      await maintenance.writeBackups();
      return {};
    case 'appendMissing':
      await maintenance.appendMissing();
      return {};
    case 'look': {
      const hidden = look(store.register, feed);
      return hidden === undefined ? {} : { hidden };
    }
    case 'move':
      await maintenance.copyTo(request.to);
      await maintenance.switchTo(request.to);
      return {};
    case 'forget':
      await maintenance.forgetEverything(request.copyTo);
      return {};
    case 'bringBack':
      return act((context) => rule({ type: 'bringBack', undo: request.undo }, context));
    case 'ignoreNewer':
      await maintenance.ignoreNewer(request.file, true);
      return {};
    case 'connect':
      connection.write({ provider: 'github-enterprise', server: request.server }, new Date(request.time));
      return {};
    case 'readGitHub': {
      const [connected, now] = [connection.read()!, clock.now()];
      const known = followedRequests(store.register.items.values(), request.account.host, store.today.day);
      const reviewedSince = connection.reviewedSince(connected, now);
      const signal = new AbortController().signal;
      const read = await readRequests({ ...request.account, signal }, { withTeams: true, known, reviewedSince });
      await recordRequests(store, read, {
        withTeams: true,
        isLeftOut: () => false,
        connectedAt: connected.connectedAt,
      });
      if (read.isReviewedRead) connection.noteRead(connected, now);
      return { calls: read.calls };
    }
    case 'setClock':
      offsetInMs = request.time - Date.now();
      store.today.check();
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
  let [turns, peak, busiest] = [0, 0, 0];
  let atTurn = threadTimeInMs();
  let isCounting = true;
  // Not the peak of the operating system: that starts with the size of the parent process.
  const countTurn = (): void => {
    turns++;
    const now = threadTimeInMs();
    busiest = Math.max(busiest, now - atTurn);
    atTurn = now;
    peak = Math.max(peak, process.memoryUsage.rss());
    if (isCounting) setImmediate(countTurn);
  };
  delay.reset();
  // Only reading is measured turn by turn. Waiting for a disk this way would keep a processor busy.
  if (request.do === 'refresh' || request.do === 'readGitHub') countTurn();
  const before = process.cpuUsage();
  const outcome = await handle(request).catch((error: Error) =>
    error instanceof HumanError ? { failure: error.message } : { bug: String(error.stack) },
  );
  const { user, system } = process.cpuUsage(before);
  isCounting = false;
  // The delay of the event loop is recorded only after another turn.
  await wait(3);
  return {
    ids: [],
    ...outcome,
    items: store.register.items.size,
    entries: store.register.entryCount,
    digest: digestOf(store.register),
    notices: noticesIn(store),
    quarantined: store.log.quarantinedLines,
    ahead: store.ahead.length,
    conflicts: store.register.conflicts.length,
    takenBack: takenBackByOthers(store.register, store.log.device.id).map(({ by }) => by),
    newerLines: store.log.newerLines,
    longestBlockInMs: Math.round(delay.max / 1e6),
    busiestTurnInMs: Math.round(busiest),
    cpuTimeInMs: Math.round((user + system) / 1_000),
    turns,
    peakMemoryInMB: Math.round(Math.max(peak, process.memoryUsage.rss()) / (1 << 20)),
  };
}

/** Processor time of this thread alone. Node 24 has it; the types are those of the Node of VS Code. */
function threadTimeInMs(): number {
  const { threadCpuUsage } = process as unknown as { threadCpuUsage: () => NodeJS.CpuUsage };
  const { user, system } = threadCpuUsage();
  return (user + system) / 1_000;
}

/** Not console.log: the line must leave this process before the process can be killed. */
function printLine(text: string): void {
  const bytes = Buffer.from(`${text}\n`);
  for (let written = 0; written < bytes.length; written += writeSync(1, bytes, written));
}

printLine('ready');
for await (const line of createInterface(process.stdin))
  printLine(JSON.stringify(await answer(JSON.parse(line) as WindowRequest)));
