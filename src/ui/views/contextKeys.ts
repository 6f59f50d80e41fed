import * as vscode from 'vscode';
import type { BoardFeed } from '../../app/boardFeed.ts';
import { hasSample } from '../../core/sample/source.ts';
import { contextKeys } from '../commandIds.ts';

/** Keeps what `when` clauses ask about in step with the log. */
export function keepContextKeys(feed: BoardFeed): { dispose(): void } {
  // VS Code opens the walkthrough of what was just installed by itself, unless it is not there yet at that moment.
  set(contextKeys.isRunning, true);
  let had = false;
  return feed.onDidChange(() => {
    const has = hasSample(feed.store.register.items);
    if (has !== had) set(contextKeys.hasSample, has);
    had = has;
  });
}

function set(key: string, value: boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
