import { pathToFileURL } from 'node:url';

/**
 * The address that opens a window of a VS Code server.
 * @param {string} authority as the browser shows it: VS Code compares the two
 * @param {{ folder?: string | undefined, developed?: string | undefined, tests?: string }} [window]
 *   developed: the folder of an extension to load as it is (VS Code's server takes one only, the last);
 *   tests: a compiled file that exports `run`; both work only with a server started with `automation`
 */
export function windowAddress(authority, { folder, developed, tests } = {}) {
  /** @param {string} path */
  const remote = (path) => `vscode-remote://${authority}${pathToFileURL(path).pathname}`;
  const payload = [
    ...(developed === undefined ? [] : [['extensionDevelopmentPath', remote(developed)]]),
    ...(tests === undefined ? [] : [['extensionTestsPath', remote(tests)]]),
    ['skipWelcome', 'true'],
  ];
  const address = new URL(`http://${authority}/`);
  if (folder === undefined) address.searchParams.set('ew', 'true');
  // A virtual folder is given as an address; a single letter is a drive and not a scheme.
  else address.searchParams.set('folder', /^\w{2,}:/.test(folder) ? folder : pathToFileURL(folder).pathname);
  address.searchParams.set('payload', JSON.stringify(payload));
  return address.href;
}
