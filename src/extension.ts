import * as vscode from 'vscode';
import { BoardFeed } from './app/boardFeed.ts';
import { Today, wallClock } from './app/clock.ts';
import type { OpenedLog } from './app/openedLog.ts';
import { HumanError } from './core/humanError.ts';
import { useLanguage } from './core/text/days.ts';
import { t, useTranslator } from './core/text/translate.ts';
import { AssignmentsTree } from './ui/views/assignments/assignmentsTree.ts';
import { PrioritiesTree } from './ui/views/priorities/prioritiesTree.ts';
import { keepContextKeys } from './ui/views/contextKeys.ts';
import { LazyCodeLens } from './ui/views/lens/lazyCodeLens.ts';
import { PanelHost } from './ui/views/panel/panelHost.ts';
import { registerRowKeys } from './ui/views/rowKeys.ts';
import { registerCommands } from './ui/registerCommands.ts';
import { reportFailures } from './ui/reportFailures.ts';
import { LazyRequests } from './ui/requests/lazyRequests.ts';
import { LazyPages } from './ui/views/lazyPages.ts';
import type { Services } from './ui/commandContext.ts';
import { Settings } from './ui/settings/settings.ts';
import { StatusBar } from './ui/views/statusBar.ts';
import { AgeBadges } from './ui/views/waiting/ageBadges.ts';
import { WaitingTree } from './ui/views/waiting/waitingTree.ts';
import { sayError } from './ui/notifications.ts';

/** Builds the objects bottom-up and connects them. Before it returns, nothing is read from disk. */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Pacesetter', { log: true });
  context.subscriptions.push(output);
  try {
    build(context, output);
  } catch (error) {
    logFailedStart(output, error);
    void sayError(t('Pacesetter could not start: {0}', String(error)));
  }
}

function logFailedStart(output: vscode.LogOutputChannel, error: unknown): void {
  output.error('start', error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function build(extension: vscode.ExtensionContext, output: vscode.LogOutputChannel): void {
  const keep = <T extends { dispose(): unknown }>(disposable: T): T => {
    extension.subscriptions.push(disposable);
    return disposable;
  };
  useTranslator((message, ...args) => vscode.l10n.t(message, ...args));
  useLanguage(vscode.env.language);

  const settings = keep(new Settings(extension.globalStorageUri.fsPath));
  const today = keep(new Today(wallClock));
  const feed = keep(new BoardFeed(today, settings.onDidChange, () => settings.policy));

  const requests = keep(new LazyRequests(settings.storage, () => services()));
  const views = { feed, settings, requests };
  const waiting = keep(new WaitingTree(views));
  keep(new PrioritiesTree(views));
  keep(new AssignmentsTree(views));
  keep(registerRowKeys());
  keep(new AgeBadges(feed));
  keep(keepContextKeys(feed));
  keep(new StatusBar(views));
  keep(new LazyCodeLens(views));
  const open = async (): Promise<Services> => {
    const log = await openLog(feed, settings, extension, output);
    extension.subscriptions.push(log.store, log.maintenance);
    return { ...views, ...log, output, memory: extension.globalState, panels };
  };
  let opening: Promise<Services> | undefined;
  /** What is there once the log is open. After a failure, each call tries to open it again. */
  const services = (): Promise<Services> =>
    (opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    }));
  services().then(
    () => requests.check(),
    ({ message }: HumanError) => sayError(message),
  );
  keep(new LazyPages(services));
  const panels = keep(new PanelHost(extension.extensionUri, services, (id) => waiting.focusOn(id)));
  keep(registerCommands(services, waiting, output));
  keep(
    vscode.window.registerUriHandler({
      handleUri: async (uri) => {
        const { openLink } = await import('./ui/integrations/openLink.ts');
        await openLink(await services(), uri);
      },
    }),
  );

  const followFolder = async (): Promise<void> => {
    const { loaded, maintenance } = await services();
    await loaded;
    await maintenance.switchTo(settings.logFolder);
  };
  keep(settings.onDidChange(() => void reportFailures('pacesetter.logFolder', output, followFolder)));
  keep(
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (!focused) return;
      today.check();
      void feed.store?.refresh();
      void requests.check();
    }),
  );
}

/**
 * Opens the log after the start of the window, with all that reads, keeps and backs it up.
 *
 * @throws HumanError if that is not possible
 */
async function openLog(
  feed: BoardFeed,
  settings: Settings,
  { extension }: vscode.ExtensionContext,
  report: vscode.LogOutputChannel,
): Promise<OpenedLog> {
  await new Promise((resolve) => setImmediate(resolve));
  const { version } = extension.packageJSON as { version: string };
  const isFocused = (): boolean => vscode.window.state.focused;
  try {
    const { openLog } = await import('./app/openedLog.ts');
    return openLog(feed, { storage: settings.storage, root: settings.logFolder, version, isFocused, report });
  } catch (error) {
    logFailedStart(report, error);
    throw new HumanError(t('Pacesetter could not open its log. The next command tries again. {0}', String(error)), {
      cause: error,
    });
  }
}
