import * as vscode from 'vscode';
import { type Agreed, type Connected, gitHubServer, type Provider } from '../../../app/requestsConnection.ts';
import { HumanError } from '../../../core/humanError.ts';
import { sayTroubleThere, sayWaitingThere, waitingThere } from '../../../core/requests/refreshText.ts';
import { t } from '../../../core/text/translate.ts';
import { noArguments, parseArguments } from '../../arguments.ts';
import { commandIds, waitingViewId } from '../../commandIds.ts';
import type { CommandContext } from '../../commandContext.ts';
import { sayInformation } from '../../notifications.ts';
import { isProgramCall } from '../../programCall.ts';
import { pickOne } from '../../prompts/askChoice.ts';
import type { Requests } from '../../requests/requests.ts';
import { enterpriseServer, enterpriseSetting, signIn } from '../../requests/signIn.ts';

/** Asks for consent, signs in, and reads what waits on the leader. Only a person can agree. */
export async function connectGitHub(context: CommandContext): Promise<unknown> {
  const agreed = await askWhere();
  if (agreed === undefined || !(await askConsent(agreed))) return undefined;
  // What speaks to the network is loaded only now.
  const requests = await context.requests.load();
  requests.assertPrivate(agreed);
  if (!(await signInOrSay(agreed, requests.isSessionRefused))) return undefined;
  const refreshed = await refreshAndSay(context, requests, requests.connect(agreed));
  await vscode.commands.executeCommand(`${waitingViewId}.focus`);
  return refreshed;
}

/** Stops reading from GitHub, in every window of this machine. What was logged stays. */
export async function disconnectGitHub(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) parseArguments(commandIds.disconnectGitHub, noArguments, argument);
  (await context.requests.load()).disconnect();
  if (!isProgramCall(argument)) void sayInformation(t('GitHub is disconnected. What was logged stays.'));
  return {};
}

/** Reads what waits on the leader now. */
export async function refreshRequests(context: CommandContext, argument: unknown): Promise<unknown> {
  if (isProgramCall(argument)) parseArguments(commandIds.refreshRequests, noArguments, argument);
  const requests = await context.requests.load();
  const connected = requests.whereAgreed();
  if (connected === undefined) throw new HumanError(t('GitHub is not connected. Run “Connect GitHub” first.'));
  return refreshAndSay(context, requests, connected, isProgramCall(argument));
}

/** @throws HumanError with the sentence that the view shows as well */
async function refreshAndSay(
  { store }: CommandContext,
  requests: Requests,
  connected: Connected,
  isQuiet = false,
): Promise<unknown> {
  const refreshed = await requests.refresh(connected);
  if ('trouble' in refreshed) {
    throw new HumanError(t('{0}.', sayTroubleThere(refreshed, requests.readAt, store.today.day)));
  }
  const waiting = waitingThere(store.register.items.values(), new URL(connected.server).host);
  if (!isQuiet) void sayInformation(sayWaitingThere(waiting, refreshed.unread, store.today.day));
  return { waiting: waiting.count, oldest: waiting.oldest, ...refreshed };
}

/** Asks only where VS Code can sign in to two. @throws HumanError if the address of the one that is picked is none */
async function askWhere(): Promise<Agreed | undefined> {
  const gitHub: Agreed = { provider: 'github', server: gitHubServer };
  const [server, written] = [enterpriseServer(), enterpriseSetting()];
  if (written === undefined) return gitHub;
  const provider = await pickOne<Provider>({
    title: t('Connect GitHub'),
    placeholder: t('Which one?'),
    choices: [
      { label: 'GitHub.com', value: 'github' },
      { label: t('GitHub Enterprise'), description: server ?? written, value: 'github-enterprise' },
    ],
  });
  if (provider === undefined) return undefined;
  if (provider === 'github') return gitHub;
  if (server === undefined) {
    throw new HumanError(
      t('Setting {0}: “{1}” is no web address. Write https://github.example.com.', 'github-enterprise.uri', written),
    );
  }
  return { provider, server };
}

async function askConsent({ server }: Agreed): Promise<boolean> {
  const connect = t('Connect');
  const detail = [
    t(
      'Pacesetter asks {0} which pull requests wait for your review, which you reviewed lately, and what happened to them: titles, links, people, teams and days. It writes what was asked of you to your log.',
      new URL(server).host,
    ),
    t('Only that question is sent, with your sign-in. Nothing in your log is sent, and nothing is changed there.'),
    t(
      'VS Code signs you in and asks for the scopes “repo” and “read:org”. GitHub’s “repo” scope could also write; Pacesetter never does.',
    ),
    t('“Disconnect GitHub” stops this. What was logged stays.'),
  ].join('\n\n');
  const answer = await vscode.window.showInformationMessage(
    t('Let the reviews you are asked for arrive by themselves?'),
    { modal: true, detail },
    connect,
  );
  return answer === connect;
}

/** Whether the person signed in. A sign-in that was left is an error to VS Code, too. */
async function signInOrSay(agreed: Agreed, isRefused: boolean): Promise<boolean> {
  try {
    await signIn(agreed, isRefused ? { forceNewSession: true } : { createIfNone: true });
    return true;
  } catch (error) {
    void sayInformation(t('GitHub is not connected, because you did not sign in ({0}).', (error as Error).message));
    return false;
  }
}
