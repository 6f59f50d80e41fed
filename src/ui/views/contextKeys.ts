import * as vscode from 'vscode';
import type { BoardFeed } from '../../app/boardFeed.ts';
import { hasSample } from '../../core/sample/source.ts';
import { contextKeys } from '../commandIds.ts';

/** Sets the context keys of `when` clauses and keeps them in step with the log. */
export function keepContextKeys(feed: BoardFeed): { dispose(): void } {
  // VS Code opens the walkthrough of a newly installed extension by itself. Its `when` clause asks for this key, which
  // is not set yet at that moment, and so prevents that.
  set(contextKeys.isRunning, true);
  // An extension host that ended during a review has left it set, and letters would do nothing in any prompt.
  set(contextKeys.isReviewing, false);
  // Until then nobody knows whether nothing waits, which an empty view would say.
  void feed.ready.then(() => set(contextKeys.hasBoard, true));
  let had = false;
  return feed.onDidChange(() => {
    const has = hasSample(feed.source.items);
    if (has !== had) set(contextKeys.hasSample, has);
    had = has;
  });
}

function set(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
