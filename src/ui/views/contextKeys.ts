import * as vscode from 'vscode';
import type { BoardFeed } from '../../app/boardFeed.ts';
import type { Trouble } from '../../core/entries/trouble.ts';
import { hasSample } from '../../core/sample/source.ts';
import { contextKeys } from '../commandIds.ts';
import { contextValueOf } from './waiting/contextValue.ts';

/** Sets the context keys of `when` clauses and keeps them in step with the log. */
export function keepContextKeys(feed: BoardFeed): { dispose(): void } {
  // VS Code opens the walkthrough of a newly installed extension by itself. Its `when` clause asks for this key, which
  // is not set yet at that moment, and so prevents that.
  set(contextKeys.isRunning, true);
  // An extension host that ended during a review has left it set, and letters would do nothing in any prompt.
  set(contextKeys.isReviewing, false);
  // Until then nobody knows whether nothing waits, which an empty view would say.
  void feed.ready.then(() => set(contextKeys.hasBoard, true));
  const known = new Map<string, unknown>();
  return feed.onDidChange(() => {
    for (const [key, value] of [
      [contextKeys.hasSample, hasSample(feed.source.items)],
      [contextKeys.possible, possibleActs(feed)],
    ] as const) {
      if (known.get(key) !== value) set(key, value);
      known.set(key, value);
    }
  });
}

/**
 * The words of all rows that there are, which the `when` clauses of the palette match like those of the menus: a command
 * that fits no row is not offered.
 */
function possibleActs({ board, source, store }: BoardFeed): string {
  const words = new Set([...new Set(board.rows.map(contextValueOf))].flatMap((value) => value.split(' ')));
  if (source.priorities.ranked.length > 0) words.add('priority');
  if ((store?.register.people.namesOf.size ?? 0) > 0) words.add('joined');
  for (const { madeOn, closing } of source.assignments.values()) {
    words.add(madeOn === undefined ? 'draft' : 'assignment');
    if (madeOn !== undefined && closing === undefined) words.add('handedOut');
  }
  if (words.has('named') || words.has('assignment')) words.add('person');
  if (store?.log.troubles.some(({ trouble }) => missingFrom.has(trouble))) words.add('missing');
  return [...words].toSorted().join(' ');
}

/** Troubles in which lines that were read are in no file of the log now. */
const missingFrom: ReadonlySet<string> = new Set<Trouble['trouble']>(['fileGone', 'fileShrank', 'fileReplaced']);

function set(key: string, value: unknown): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
