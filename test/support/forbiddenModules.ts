/** Everything in Node that opens a connection, starts a program or runs text as a program. */
const forbiddenModules = new Set([
  'http',
  'http2',
  'https',
  'net',
  'tls',
  'dgram',
  'dns',
  'dns/promises',
  'inspector',
  'inspector/promises',
  'child_process',
  'cluster',
  'worker_threads',
  'vm',
  'repl',
  'wasi',
  'undici',
]);

/** Whether a module opens a connection, starts a program or runs text as a program. */
export function isForbidden(module: string): boolean {
  return forbiddenModules.has(bareName(module));
}

/** The name of a module of Node without its `node:`. */
export function bareName(module: string): string {
  return module.replace(/^node:/, '');
}
