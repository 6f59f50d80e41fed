/** The answers of GitHub Enterprise that VS Code's own sign-in asks for. Undefined for every other path. */
export function signInAnswer(path: string, { login, token, scopes, address }: SignIn): object | undefined {
  switch (path) {
    case '/login/device/code':
      return {
        device_code: 'device',
        user_code: 'ABCD-1234',
        verification_uri: `${address}/login/device`,
        expires_in: 900,
        interval: 1,
      };
    case '/login/oauth/access_token':
      return { access_token: token, token_type: 'bearer', scope: scopes.join(',') };
    case '/api/v3/user':
      return { login, id: 1 };
    case '/api/v3':
    case '/api/v3/':
    case '/api/v3/meta':
      return {};
    default:
      return undefined;
  }
}

interface SignIn {
  readonly login: string;
  readonly token: string;
  readonly scopes: readonly string[];
  /** Of the server: `http://127.0.0.1:1234`. */
  readonly address: string;
}
