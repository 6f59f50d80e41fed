import * as vscode from 'vscode';
import type { OpenedLog } from '../../app/openedLog.ts';
import { followedRequests, recordRequests } from '../../app/recordRequests.ts';
import { type Agreed, RequestsConnection } from '../../app/requestsConnection.ts';
import { HumanError } from '../../core/humanError.ts';
import { sayTroubleThere, sayUnread } from '../../core/requests/refreshText.ts';
import type { RequestsRead, RequestTrouble } from '../../core/requests/requestsRead.ts';
import {
  isPaused,
  isRefreshDue,
  noRefreshes,
  type Refreshes,
  refreshEveryMs,
  staleAfterMs,
} from '../../core/requests/schedule.ts';
import type { Day } from '../../core/time/day.ts';
import { t } from '../../core/text/translate.ts';
import { readRequests } from '../../requests/gitHub.ts';
import { RequestFailure } from '../../requests/post.ts';
import { serverOf } from '../../requests/server.ts';
import { commandIds, contextKeys } from '../commandIds.ts';
import type { Settings } from '../settings/settings.ts';
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

/** What a refresh did. */
export interface Refreshed {
  /** How many acts were written down. */
  readonly acts: number;
  readonly unread: number;
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
  readonly #abort = new AbortController();
  /** Node ids of what is closed or merged on GitHub, and not asked about again in this window. */
  readonly #ended = new Set<string>();
  #refreshes: Refreshes = noRefreshes;
  #running: Promise<Refreshed | RequestTrouble> | undefined;
  #wasConnected: boolean | undefined;
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
      this.#refreshes = { ...this.#refreshes, failures: 0 };
      void this.check(0);
    });
  }

  /**
   * Where the leader has agreed to; undefined: not connected. Read each time, because another window may have changed it,
   * and shown where it did.
   */
  whereAgreed(): Agreed | undefined {
    const agreed = this.#connection.read();
    const isConnected = agreed !== undefined;
    if (isConnected === this.#wasConnected) return agreed;
    this.#wasConnected = isConnected;
    void vscode.commands.executeCommand('setContext', contextKeys.isConnected, isConnected);
    if (!isConnected) this.show([]);
    return agreed;
  }

  /** When it was read last; undefined: not in this window. */
  get readAt(): Date | undefined {
    const { readAt } = this.#refreshes;
    return readAt === undefined ? undefined : new Date(readAt);
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
  connect(agreed: Agreed): void {
    this.#connection.write(agreed);
    this.#refreshes = noRefreshes;
    this.#ended.clear();
    this.whereAgreed();
  }

  /** Stops reading. What was logged stays. @throws the error of the file system */
  disconnect(): void {
    this.#connection.remove();
    this.whereAgreed();
  }

  /** Refreshes unasked, if the window has the focus and it is time. Never rejects: an error is a bug, and is logged. */
  async check(olderThanMs = staleAfterMs): Promise<void> {
    const agreed = this.whereAgreed();
    if (agreed === undefined || !vscode.window.state.focused) return;
    if (!isRefreshDue(this.#refreshes, this.#now, olderThanMs)) return;
    await this.refresh(agreed).catch((error: unknown) => this.services.output.error('requests', String(error)));
  }

  /** Refreshes now, or waits for the refresh that runs. Whatever goes wrong is in the answer, and in the view. */
  refresh(agreed: Agreed): Promise<Refreshed | RequestTrouble> {
    return (this.#running ??= this.#refresh(agreed).finally(() => (this.#running = undefined)));
  }

  dispose(): void {
    clearInterval(this.#timer);
    this.#signIns.dispose();
    this.#abort.abort();
  }

  get #now(): number {
    return this.services.store.today.clock.now().getTime();
  }

  async #refresh(agreed: Agreed): Promise<Refreshed | RequestTrouble> {
    const { pauseUntil } = this.#refreshes;
    const now = this.#now;
    if (isPaused(pauseUntil, now)) return this.#say({ trouble: 'rateLimited', until: pauseUntil });
    this.#refreshes = { ...this.#refreshes, triedAt: now };
    try {
      return await this.#read(agreed);
    } catch (error) {
      if (error instanceof RequestFailure) {
        this.#isSessionRefused = error.why.trouble === 'signedOut';
        return this.#fail(error.why);
      }
      if (error instanceof HumanError) return this.#fail({ trouble: 'notLogged', reason: error.message });
      if (this.#abort.signal.aborted) return { trouble: 'unreachable' };
      throw error;
    }
  }

  async #read(agreed: Agreed): Promise<Refreshed | RequestTrouble> {
    const { store, loaded, output } = this.services;
    await loaded;
    const session = await signIn(agreed, { silent: true });
    if (session === undefined) return this.#fail({ trouble: 'signedOut' });
    const { host, endpoint } = serverOf(agreed.server);
    const configuration = vscode.workspace.getConfiguration('pacesetter');
    const { withTeams, leftOut, complaints } = readRequestSettings((name) => configuration.get(name));
    const followed = followedRequests(store.register.items.values(), host, store.today.day);
    const read = await readRequests(
      { host, endpoint, token: session.accessToken, login: session.account.label, signal: this.#abort.signal },
      { withTeams, known: followed.filter((id) => !this.#ended.has(id)) },
    );
    // Disconnected meanwhile: nothing more is logged.
    if (this.whereAgreed() === undefined) return { acts: 0, unread: 0 };
    const acts = await recordRequests(store, read, { withTeams, isLeftOut: (name) => isIn(leftOut, name) });
    this.#succeed(read, complaints);
    output.info(
      `requests: ${read.histories.length} read in ${read.calls} calls, ${read.unread} unread, ${acts} acts logged`,
    );
    return { acts, unread: read.unread };
  }

  #succeed({ histories, unread, pauseUntil }: RequestsRead, complaints: readonly string[]): void {
    for (const { id, isOpen } of histories) {
      if (isOpen) this.#ended.delete(id);
      else this.#ended.add(id);
    }
    const now = this.#now;
    this.#isSessionRefused = false;
    this.#refreshes = { readAt: now, triedAt: now, failures: 0, pauseUntil };
    const left = unread === 0 ? [] : [sayUnread(unread, new Date(now), this.#today)];
    this.show([
      ...left.map((sentence) => ({ sentence, command: commandIds.refreshRequests })),
      ...complaints.map((sentence) => ({ sentence, ...settingsCommand })),
    ]);
  }

  #fail(why: RequestTrouble): RequestTrouble {
    const { failures } = this.#refreshes;
    const pauseUntil = why.trouble === 'rateLimited' ? why.until : this.#refreshes.pauseUntil;
    this.#refreshes = { ...this.#refreshes, failures: failures + 1, pauseUntil };
    this.services.output.warn(`requests: ${why.trouble}${'status' in why ? ` ${why.status}` : ''}`);
    return this.#say(why);
  }

  #say(why: RequestTrouble): RequestTrouble {
    const sentence = sayTroubleThere(why, this.readAt, this.#today);
    const command = why.trouble === 'signedOut' ? commandIds.connectGitHub : commandIds.refreshRequests;
    this.show([{ sentence, command }]);
    return why;
  }

  get #today(): Day {
    return this.services.store.today.day;
  }
}

const settingsCommand = { command: 'workbench.action.openSettings', commandArguments: ['pacesetter.github'] };

/** Whether the repository, `acme/shop`, is one of these, of which `acme/*` is all of an owner. */
function isIn(leftOut: readonly string[], repository: string): boolean {
  const name = repository.toLowerCase();
  return leftOut.includes(name) || leftOut.includes(`${name.slice(0, name.indexOf('/'))}/*`);
}
