/** Where queries are sent, and what the log calls the server. */
export interface Server {
  readonly host: string;
  readonly endpoint: string;
}

/**
 * The GraphQL endpoint of a GitHub: of github.com, of a tenant of ghe.com, or of an Enterprise server.
 *
 * @param address `https://github.com`. Anything but `https` is accepted on this machine only.
 * @throws TypeError if it is no such address
 */
export function serverOf(address: string): Server {
  const { protocol, host, hostname, origin } = new URL(address);
  const isLocal = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if (protocol !== 'https:' && !(protocol === 'http:' && isLocal)) throw new TypeError('No https address.');
  if (host === 'github.com') return { host, endpoint: 'https://api.github.com/graphql' };
  if (host.endsWith('.ghe.com')) return { host, endpoint: `https://api.${host}/graphql` };
  return { host, endpoint: `${origin}/api/graphql` };
}
