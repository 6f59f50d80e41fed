import * as vscode from 'vscode';
import { BoardFeed } from './app/boardFeed.ts';
import { Today, wallClock } from './app/clock.ts';
import { uuids } from './app/ids.ts';
import { Ledger } from './app/ledger.ts';
import { useLanguage } from './core/wording/days.ts';
import { t, useTranslator } from './core/wording/translate.ts';
import { Device } from './log/device.ts';
import { FolderWatch } from './log/folderWatch.ts';
import { Log } from './log/log.ts';
import { AssignmentsTree } from './ui/assignments/assignmentsTree.ts';
import { PrioritiesTree } from './ui/priorities/prioritiesTree.ts';
import { PanelDoor } from './ui/panel/panelDoor.ts';
import { registerCommands } from './ui/registerCommands.ts';
import { Pages } from './ui/pages.ts';
import type { Rooms } from './ui/rooms.ts';
import { Settings } from './ui/settings.ts';
import { StatusBar } from './ui/statusBar.ts';
import { AgeBadges } from './ui/waiting/ageBadges.ts';
import { WaitingTree } from './ui/waiting/waitingTree.ts';
import { sayError } from './ui/say.ts';

/** Builds the rooms bottom-up and connects them. Nothing is read from disk before this returns but the device's id. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Pacesetter', { log: true });
  context.subscriptions.push(output);
  try {
    build(context, output);
  } catch (error) {
    output.error('start', error instanceof Error ? (error.stack ?? error.message) : String(error));
    void sayError(t('Pacesetter could not start: {0}', String(error)));
  }
}

function build(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): void {
  const keep = <T extends { dispose(): unknown }>(disposable: T): T => {
    context.subscriptions.push(disposable);
    return disposable;
  };
  useTranslator((message, ...args) => vscode.l10n.t(message, ...args));
  useLanguage(vscode.env.language);

  const storage = context.globalStorageUri.fsPath;
  const settings = keep(new Settings(storage));
  const policy = () => settings.policy;
  const today = keep(new Today(wallClock));
  const log = new Log(settings.logFolder, Device.load(storage));
  const ledger = keep(new Ledger(log, uuids, today, policy));
  const feed = keep(new BoardFeed(ledger, settings.onDidChange, policy));
  const loaded = load(ledger, log, output);

  const views = { feed, ledger, settings, loaded };
  const tree = keep(new WaitingTree(views));
  const priorities = keep(new PrioritiesTree(views));
  const assignments = keep(new AssignmentsTree(views));
  keep(new AgeBadges(feed));
  keep(new StatusBar(views));
  keep(new Pages(feed));
  const door = keep(new PanelDoor(context.extensionUri, () => rooms));
  const rooms: Rooms = {
    ...views,
    output,
    openPanel: () => door.open(),
    takePointedAt: () => tree.takePointedAt(),
    takeAssignment: () => assignments.takePointedAt(),
    takePriority: () => priorities.takePointedAt(),
    // Loaded with the commands: before one of them nothing is done that could be answered.
    sayDone: (done) => void import('./ui/undoing.ts').then(({ answerDone }) => answerDone(ledger, done)),
  };
  keep(registerCommands(rooms));

  const refresh = () => void ledger.refresh();
  void loaded.then(() => keep(new FolderWatch(log.folder, refresh, () => vscode.window.state.focused)));
  keep(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) return;
      today.check();
      refresh();
    }),
  );
}

/** Reads the log for the first time, after the start of the window. */
async function load(ledger: Ledger, log: Log, output: vscode.LogOutputChannel): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  try {
    log.prepare();
  } catch (error) {
    // Nothing can be written there now. The view says so once it has tried to read, and each capture tries again.
    output.warn(`the log folder could not be created: ${String(error)}`);
  }
  await ledger.refresh();
  output.info(`read ${ledger.register.entryCount} entries from ${log.fileCount} files, ${log.bytes} bytes`);
}
