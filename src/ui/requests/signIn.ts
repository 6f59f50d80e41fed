import * as vscode from 'vscode';
import type { Agreed } from '../../app/requestsConnection.ts';
import { isWebAddress } from '../../core/text/webAddress.ts';

/**
 * What is asked for: to see private repositories, and which teams the leader is in. GitHub has no scope that only reads
 * private repositories.
 */
const scopes = ['repo', 'read:org'];

/**
 * A session of VS Code's own sign-in. Undefined if there is none and nobody may be asked, if the person declined, or if
 * the server of the sign-in is no longer the one that was agreed to.
 */
export async function signIn(
  { provider, server }: Agreed,
  how: vscode.AuthenticationGetSessionOptions,
): Promise<vscode.AuthenticationSession | undefined> {
  if (provider === 'github-enterprise' && enterpriseServer() !== server) return undefined;
  return vscode.authentication.getSession(provider, scopes, how);
}

/** The address of the GitHub Enterprise server that VS Code signs in to; undefined if the person has set none that is one. */
export function enterpriseServer(): string | undefined {
  const uri = enterpriseSetting();
  return uri !== undefined && isWebAddress(uri) && URL.canParse(uri) ? new URL(uri).origin : undefined;
}

/** What the person has set as that address; undefined if nothing. */
export function enterpriseSetting(): string | undefined {
  const uri = vscode.workspace.getConfiguration('github-enterprise').inspect<string>('uri')?.globalValue;
  return typeof uri === 'string' && uri.trim() !== '' ? uri.trim() : undefined;
}
