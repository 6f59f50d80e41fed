import * as vscode from 'vscode';
import { BoardFeed } from './app/boardFeed.ts';
import { Today, wallClock } from './app/clock.ts';
import { uuids } from './app/ids.ts';
import { Ledger } from './app/entryStore.ts';
import type { Vault } from './app/logMaintenance.ts';
import { useLanguage } from './core/text/days.ts';
import { t, useTranslator } from './core/text/translate.ts';
import { Device } from './log/device.ts';
import { Log } from './log/log.ts';
import { AssignmentsTree } from './ui/views/assignments/assignmentsTree.ts';
import { PrioritiesTree } from './ui/views/priorities/prioritiesTree.ts';
import { keepContextKeys } from './ui/views/contextKeys.ts';
import { LensDoor } from './ui/views/lens/lazyCodeLens.ts';
import { PanelDoor } from './ui/views/panel/panelHost.ts';
import { registerCommands } from './ui/registerCommands.ts';
import { Pages } from './ui/views/pages.ts';
import type { Rooms } from './ui/commandContext.ts';
import { Settings } from './ui/settings/settings.ts';
import { StatusBar } from './ui/views/statusBar.ts';
import { AgeBadges } from './ui/views/waiting/ageBadges.ts';
import { WaitingTree } from './ui/views/waiting/waitingTree.ts';
import { sayError } from './ui/notifications.ts';

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
  const vault = openVault(feed, context, output).then(keep);
  const loaded = load(ledger, vault, output);

  const views = { feed, ledger, settings, loaded };
  const tree = keep(new WaitingTree(views));
  const priorities = keep(new PrioritiesTree(views));
  const assignments = keep(new AssignmentsTree(views));
  keep(new AgeBadges(feed));
  keep(keepContextKeys(feed));
  keep(new StatusBar(views));
  keep(new Pages(feed));
  keep(new LensDoor(views));
  const door = keep(new PanelDoor(context.extensionUri, () => rooms));
  const rooms: Rooms = {
    ...views,
    vault,
    output,
    memory: context.globalState,
    openPanel: () => door.open(),
    takePointedAt: () => tree.takePointedAt(),
    takeAssignment: () => assignments.takePointedAt(),
    takePriority: () => priorities.takePointedAt(),
    // Loaded with the commands: before one of them nothing is done that could be answered.
    sayDone: (done) => void import('./ui/undoMessages.ts').then(({ answerDone }) => answerDone(ledger, done)),
  };
  keep(registerCommands(rooms));
  keep(
    vscode.window.registerUriHandler({
      handleUri: (uri) => import('./ui/integrations/openLink.ts').then(({ openLink }) => openLink(rooms, uri)),
    }),
  );

  keep(settings.onDidChange(() => void loaded.then(async () => (await vault).switchTo(settings.logFolder))));
  keep(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) return;
      today.check();
      void ledger.refresh();
    }),
  );
}

/** What keeps the log is loaded after the start of the window. */
async function openVault(
  feed: BoardFeed,
  { extension }: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): Promise<Vault> {
  await new Promise((resolve) => setImmediate(resolve));
  const { Vault } = await import('./app/logMaintenance.ts');
  const { version } = extension.packageJSON as { version: string };
  const onFailed = (error: unknown): void => output.warn(`could not be kept beside the log: ${String(error)}`);
  return new Vault(feed, version, () => vscode.window.state.focused, onFailed);
}

/** Shows what was shown last if that is still true, and reads the log for the first time. */
async function load(ledger: Ledger, opening: Promise<Vault>, output: vscode.LogOutputChannel): Promise<void> {
  const vault = await opening;
  const { log } = ledger;
  const early = vault.lastSeen();
  if (early !== undefined) vault.feed.showEarly(early);
  try {
    log.prepare();
  } catch (error) {
    // Nothing can be written there now. The view says so once it has tried to read, and each capture tries again.
    output.warn(`the log folder could not be created: ${String(error)}`);
  }
  await ledger.refresh();
  vault.begin();
  output.info(`read ${ledger.register.entryCount} entries from ${log.files.length} files, ${log.bytes} bytes`);
}
