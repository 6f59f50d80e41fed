import type * as vscode from 'vscode';
import type { BoardFeed } from '../app/boardFeed.ts';
import type { ActResult } from '../app/entryStore.ts';
import type { OpenedLog } from '../app/openedLog.ts';
import type { Memory } from './import/columnMemory.ts';
import type { LazyRequests } from './requests/lazyRequests.ts';
import type { Settings } from './settings/settings.ts';

/** What the parts that are loaded late may use. Built once, when the log is open. */
export interface Services extends OpenedLog {
  readonly feed: BoardFeed;
  readonly settings: Settings;
  readonly output: vscode.LogOutputChannel;
  /** Small values stored between sessions, outside the log. */
  readonly memory: Memory;
  readonly panels: Panels;
  readonly requests: LazyRequests;
}

/** Where a page was opened from. In a tree the keyboard stays there; from a page, Back leads to that page. */
export type Opener = 'tree' | 'panel' | 'page';

/** What the tab of items and people shows. */
export type PageSubject = { readonly item: string } | { readonly person: string };

/** The two tabs of this extension. */
export interface Panels {
  /** Opens the panel beside the active editor; if it is open already, reveals it. */
  openPanel(): Promise<void>;
  /** Shows an item in the tab of items, which opens beside a text that is worked on. */
  openItem(id: string, from?: Opener): Promise<void>;
  /** Shows what waits between the leader and a person, in the same tab. */
  openPerson(name: string, from?: Opener): Promise<void>;
  /** Goes from the tab of items and people back to where it was opened from. */
  goBack(): Promise<void>;
}

/** What a command may use. */
export interface CommandContext extends Services {
  /** Shows what was just done, in these words or in those of the act, with an Undo button for the act. */
  readonly sayDone: (done: ActResult, sentence?: string) => void;
}

/**
 * Runs one command. Without an argument, or with a node of a tree, it asks for what it needs. With an object it runs
 * without asking and returns its result (docs/commands.md).
 */
export type Command = (context: CommandContext, argument: unknown) => Promise<unknown>;
