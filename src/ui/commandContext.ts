import type * as vscode from 'vscode';
import type { BoardFeed } from '../app/boardFeed.ts';
import type { ActResult, EntryStore } from '../app/entryStore.ts';
import type { LogMaintenance } from '../app/logMaintenance.ts';
import type { Memory } from './import/columnMemory.ts';
import type { Settings } from './settings/settings.ts';

/** What a command may use. Built once at start-up. */
export interface CommandContext {
  readonly store: EntryStore;
  readonly feed: BoardFeed;
  readonly settings: Settings;
  readonly output: vscode.LogOutputChannel;
  /** Watches, backs up, inspects, moves and deletes the log. */
  readonly maintenance: Promise<LogMaintenance>;
  /** Small values stored between sessions, outside the log. */
  readonly memory: Memory;
  /** Resolves when the log has been read for the first time. */
  readonly loaded: Promise<void>;
  /** Shows the panel. */
  readonly openPanel: () => Promise<void>;
  /** Shows what was just done, with an Undo button. */
  readonly sayDone: (done: ActResult) => void;
}
