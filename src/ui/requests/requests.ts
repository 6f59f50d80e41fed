import * as vscode from 'vscode';
import type { OpenedLog } from '../../app/openedLog.ts';
import { followedRequests, recordRequests } from '../../app/recordRequests.ts';
import { type Agreed, type Connected, RequestsConnection } from '../../app/requestsConnection.ts';
import { HumanError } from '../../core/humanError.ts';
import { sayTroubleThere, sayUnread } from '../../core/requests/refreshText.ts';
import type { RequestTrouble } from '../../core/requests/requestsRead.ts';
import { refreshEveryMs, staleAfterMs } from '../../core/requests/schedule.ts';
import { t } from '../../core/text/translate.ts';
import { readRequests } from '../../requests/gitHub.ts';
import { RequestFailure } from '../../requests/post.ts';
import { serverOf } from '../../requests/server.ts';
import { commandIds, contextKeys } from '../commandIds.ts';
import type { Settings } from '../settings/settings.ts';
import { type ReadAndWritten, type Refreshed, RefreshRunner } from './refreshRunner.ts';
import { readRequestSettings } from './requestSettings.ts';
import { signIn } from './signIn.ts';

/** What is needed of the window. */
export interface RequestServices extends Pick<OpenedLog, 'store' | 'loaded'> {
  readonly settings: Settings;
  readonly output: vscode.LogOutputChannel;
}

/** A line in the view about what could not be read, and the command of a click on it. */
export interface RequestsLine {
  readonly sentence: string;
  readonly command: string;
  readonly commandArguments?: readonly unknown[];
}

/** How often it is looked whether it is time. */
const checkEveryMs = 60_000;

/**
 * Reads what waits on the leader on GitHub and writes it down: on connecting, on the focus, every quarter of an hour, and
 * by command. One refresh runs at a time. What fails unasked is a line in the view; the next refresh mends it.
 */
export class Requests {
  readonly #connection: RequestsConnection;
  readonly #timer: NodeJS.Timeout;
  readonly #signIns: vscode.Disposable;
  readonly #runner = new RefreshRunner({
    now: () => this.services.store.today.clock.now().getTime(),
    read: (connected, signal) => this.#read(connected, signal),
    report: (answer, bug) => this.#report(answer, bug),
  });
  /** Node ids of what is closed or merged on GitHub, and not asked about again in this window. */
  readonly #ended = new Set<string>();
  #connected: Connected | undefined;
  #complaints: readonly string[] = [];
  #isSignedIn = false;
  #isSessionRefused = false;

  constructor(
    readonly services: RequestServices,
    readonly show: (lines: readonly RequestsLine[]) => void,
  ) {
    this.#connection = new RequestsConnection(services.settings.storage);
    this.#timer = setInterval(() => void this.check(refreshEveryMs), checkEveryMs);
    this.#timer.unref();
    this.#signIns = vscode.authentication.onDidChangeSessions(({ provider }) => {
      if (provider.id !== this.#connection.read()?.provider) return;
      // What failed for want of a sign-in may work now.
      this.#runner.forgetFailures();
      void this.check(0);
    });
  }

  /**
   * Where the leader has agreed to; undefined: not connected. Read each time, because another window may have changed it.
   * Where it changed, nothing more is sent to where it was.
   */
  whereAgreed(): Connected | undefined {
    const connected = this.#connection.read();
    const before = this.#connected;
    if (connected?.provider === before?.provider && connected?.server === before?.server) return connected;
    this.#connected = connected;
    this.#startOver();
    const isConnected = connected !== undefined;
    void vscode.commands.executeCommand('setContext', contextKeys.isConnected, isConnected);
    if (!isConnected) this.show([]);
    return connected;
  }

  /** When it was read last; undefined: not in this window. */
  get readAt(): Date | undefined {
    return this.#runner.readAt;
  }

  /** Whether GitHub refused the last sign-in, so that another one is needed. */
  get isSessionRefused(): boolean {
    return this.#isSessionRefused;
  }

  /** @throws HumanError if the token could be heard by others on its way there */
  assertPrivate({ server }: Agreed): void {
    try {
      serverOf(server);
    } catch (error) {
      throw new HumanError(t('{0} is no https address, so no sign-in is sent there.', server), { cause: error });
    }
  }

  /** Notes that the leader has agreed. @throws the error of the file system */
  connect(agreed: Agreed): Connected {
    const connected = this.#connection.write(agreed, this.services.store.today.clock.now());
    this.#startOver();
    this.whereAgreed();
    return connected;
  }

  /** Stops reading, also what is being read. What was logged stays. @throws the error of the file system */
  disconnect(): void {
    this.#connection.remove();
    this.whereAgreed();
  }

  /** Refreshes unasked, if the window has the focus and it is time. */
  async check(olderThanMs = staleAfterMs): Promise<void> {
    const connected = this.whereAgreed();
    if (connected === undefined || !vscode.window.state.focused || !this.#runner.isDue(olderThanMs)) return;
    await this.refresh(connected);
  }

  /** Refreshes now, or waits for the refresh that runs. Never rejects: what goes wrong is in the answer, and in the view. */
  refresh(connected: Connected): Promise<Refreshed | RequestTrouble> {
    return this.#runner.run(connected);
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#signIns.dispose();
    this.#runner.stop();
  }

  #startOver(): void {
    this.#runner.stop();
    this.#ended.clear();
  }

  async #read(connected: Connected, signal: AbortSignal): Promise<ReadAndWritten> {
    const { store, loaded, output } = this.services;
    await loaded;
    const session = await signIn(connected, { silent: true });
    this.#isSignedIn = session !== undefined;
    if (session === undefined) throw new RequestFailure({ trouble: 'signedOut' });
    const { host, endpoint } = serverOf(connected.server);
    const configuration = vscode.workspace.getConfiguration('pacesetter');
    const { withTeams, leftOut, complaints } = readRequestSettings((name) => configuration.get(name));
    this.#complaints = complaints;
    const followed = followedRequests(store.register.items.values(), host, store.today.day);
    const startedAt = store.today.clock.now();
    const reviewedSince = this.#connection.reviewedSince(connected, startedAt);
    const read = await readRequests(
      { host, endpoint, token: session.accessToken, login: session.account.label, signal },
      { withTeams, known: followed.filter((id) => !this.#ended.has(id)), reviewedSince },
    );
    // Another window may have disconnected meanwhile: nothing more is logged then.
    this.whereAgreed();
    signal.throwIfAborted();
    const { connectedAt } = connected;
    const acts = await recordRequests(store, read, {
      withTeams,
      isLeftOut: (name) => isIn(leftOut, name),
      connectedAt,
    });
    signal.throwIfAborted();
    if (read.isReviewedRead) this.#connection.noteRead(connected, startedAt);
    for (const { id, isOpen } of read.histories) {
      if (isOpen) this.#ended.delete(id);
      else this.#ended.add(id);
    }
    output.info(
      `requests: ${read.histories.length} read in ${read.calls} calls, ${read.unread} unread, ${acts} acts logged`,
    );
    return { ...read, acts };
  }

  #report(answer: Refreshed | RequestTrouble, bug: Error | undefined): void {
    const { store, output } = this.services;
    const today = store.today.day;
    const complaints = this.#complaints.map((sentence) => ({ sentence, ...settingsCommand }));
    if ('trouble' in answer) {
      const isSignedOut = answer.trouble === 'signedOut';
      this.#isSessionRefused = isSignedOut && this.#isSignedIn;
      output.warn(`requests: ${answer.trouble}${'status' in answer ? ` ${answer.status}` : ''}`);
      if (bug !== undefined) output.error('requests', bug.stack ?? bug.message);
      const command = isSignedOut ? commandIds.connectGitHub : commandIds.refreshRequests;
      return this.show([{ sentence: sayTroubleThere(answer, this.readAt, today), command }]);
    }
    this.#isSessionRefused = false;
    const left = answer.unread === 0 ? [] : [sayUnread(answer.unread, store.today.clock.now(), today)];
    this.show([...left.map((sentence) => ({ sentence, command: commandIds.refreshRequests })), ...complaints]);
  }
}

const settingsCommand = { command: 'workbench.action.openSettings', commandArguments: ['pacesetter.github'] };

/** Whether the repository, `acme/shop`, is one of these, of which `acme/*` is all of an owner. */
function isIn(leftOut: readonly string[], repository: string): boolean {
  const name = repository.toLowerCase();
  return leftOut.includes(name) || leftOut.includes(`${name.slice(0, name.indexOf('/'))}/*`);
}
