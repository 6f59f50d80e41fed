/** Every Node module that opens a connection, starts a program or runs text as a program. */
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

/** Whether the module, with or without `node:`, is one of these. */
export function isForbidden(module: string): boolean {
  return forbiddenModules.has(bareName(module));
}

/** The module name without `node:`. */
export function bareName(module: string): string {
  return module.replace(/^node:/, '');
}
