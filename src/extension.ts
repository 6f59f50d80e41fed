import * as vscode from 'vscode';
import { BoardFeed } from './app/boardFeed.ts';
import { Today, wallClock } from './app/clock.ts';
import { uuids } from './app/ids.ts';
import { EntryStore } from './app/entryStore.ts';
import type { LogMaintenance } from './app/logMaintenance.ts';
import { useLanguage } from './core/text/days.ts';
import { t, useTranslator } from './core/text/translate.ts';
import { Device } from './log/device.ts';
import { Log } from './log/log.ts';
import { AssignmentsTree } from './ui/views/assignments/assignmentsTree.ts';
import { PrioritiesTree } from './ui/views/priorities/prioritiesTree.ts';
import { keepContextKeys } from './ui/views/contextKeys.ts';
import { LazyCodeLens } from './ui/views/lens/lazyCodeLens.ts';
import { PanelHost } from './ui/views/panel/panelHost.ts';
import { registerRowKeys } from './ui/views/rowKeys.ts';
import { registerCommands } from './ui/registerCommands.ts';
import { LazyPages } from './ui/views/lazyPages.ts';
import type { CommandContext } from './ui/commandContext.ts';
import { Settings } from './ui/settings/settings.ts';
import { StatusBar } from './ui/views/statusBar.ts';
import { AgeBadges } from './ui/views/waiting/ageBadges.ts';
import { WaitingTree } from './ui/views/waiting/waitingTree.ts';
import { sayError } from './ui/notifications.ts';

/** Builds the objects bottom-up and connects them. Before it returns, only the device's id is read from disk. */
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

function build(extension: vscode.ExtensionContext, output: vscode.LogOutputChannel): void {
  const keep = <T extends { dispose(): unknown }>(disposable: T): T => {
    extension.subscriptions.push(disposable);
    return disposable;
  };
  useTranslator((message, ...args) => vscode.l10n.t(message, ...args));
  useLanguage(vscode.env.language);

  const storage = extension.globalStorageUri.fsPath;
  const settings = keep(new Settings(storage));
  const policy = () => settings.policy;
  const today = keep(new Today(wallClock));
  const log = new Log(settings.logFolder, Device.load(storage));
  const store = keep(new EntryStore(log, uuids, today, policy));
  const feed = keep(new BoardFeed(store, settings.onDidChange, policy));
  const maintenance = openMaintenance(feed, extension, output).then(keep);
  const loaded = load(store, maintenance, output);

  const views = { feed, store, settings, loaded };
  keep(new WaitingTree(views));
  keep(new PrioritiesTree(views));
  keep(new AssignmentsTree(views));
  keep(registerRowKeys());
  keep(new AgeBadges(feed));
  keep(keepContextKeys(feed));
  keep(new StatusBar(views));
  keep(new LazyPages(feed));
  keep(new LazyCodeLens(views));
  const panel = keep(new PanelHost(extension.extensionUri, () => context));
  const context: CommandContext = {
    ...views,
    maintenance,
    output,
    memory: extension.globalState,
    openPanel: () => panel.open(),
    // Loaded with the commands: before one of them nothing is done that could be answered.
    sayDone: (done) => void import('./ui/undoMessages.ts').then(({ answerDone }) => answerDone(store, done)),
  };
  keep(registerCommands(context));
  keep(
    vscode.window.registerUriHandler({
      handleUri: (uri) => import('./ui/integrations/openLink.ts').then(({ openLink }) => openLink(context, uri)),
    }),
  );

  keep(settings.onDidChange(() => void loaded.then(async () => (await maintenance).switchTo(settings.logFolder))));
  keep(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) return;
      today.check();
      void store.refresh();
    }),
  );
}

/** What keeps the log is loaded after the start of the window. */
async function openMaintenance(
  feed: BoardFeed,
  { extension }: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): Promise<LogMaintenance> {
  await new Promise((resolve) => setImmediate(resolve));
  const { LogMaintenance } = await import('./app/logMaintenance.ts');
  const { version } = extension.packageJSON as { version: string };
  const onFailed = (error: unknown): void => output.warn(`could not be kept beside the log: ${String(error)}`);
  return new LogMaintenance(feed, version, () => vscode.window.state.focused, onFailed);
}

/** Shows what was shown last if that is still true, and reads the log for the first time. */
async function load(
  store: EntryStore,
  opening: Promise<LogMaintenance>,
  output: vscode.LogOutputChannel,
): Promise<void> {
  const maintenance = await opening;
  const { log } = store;
  const early = maintenance.readStartupCache();
  if (early !== undefined) maintenance.feed.showCached(early);
  try {
    log.prepare();
  } catch (error) {
    // Nothing can be written there now. The view says so once it has tried to read, and each capture tries again.
    output.warn(`the log folder could not be created: ${String(error)}`);
  }
  try {
    await store.refresh();
  } catch (error) {
    // The commands read again, and say what is wrong. What watches and copies the log is needed more than ever.
    output.error('the log could not be read', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  maintenance.start();
  output.info(`read ${store.register.entryCount} entries from ${log.files.length} files, ${log.bytes} bytes`);
}
