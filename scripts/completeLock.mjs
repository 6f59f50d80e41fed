/**
 * npm run lock: completes package-lock.json after a dependency changed.
 *
 * npm leaves out the packages of other platforms (the optional dependencies of esbuild, oxlint and their like) when its
 * registry does not offer them, and `npm ci` then refuses the lock file on every machine. Their versions are exact in
 * the package that asks for them, and os and cpu stand in their names, so nothing has to be looked up.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './lib/projectFolder.mjs';

/**
 * @typedef {{ version?: string, dev?: boolean, optionalDependencies?: Record<string, string>, engines?: unknown }} Locked
 */

const file = join(projectFolder, 'package-lock.json');
/** @type {{ packages: Record<string, Locked> }} */
const lock = JSON.parse(readFileSync(file, 'utf8'));

/** @type {Record<string, object>} */
const added = {};
for (const asking of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(asking.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    const platform = platformOf(name);
    if (place in lock.packages || platform === undefined) continue;
    added[place] = { version, ...platform, ...(asking.dev && { dev: true }), optional: true };
  }
}

const packages = Object.entries({ ...lock.packages, ...added }).toSorted(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`Added ${Object.keys(added).length} packages of other platforms to package-lock.json.`);

/**
 * @param {string} name such as @oxlint/binding-linux-x64-musl
 */
function platformOf(name) {
  const [, os, cpu] =
    /\b(aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-([a-z0-9]+)/.exec(name) ?? [];
  if (os === undefined || cpu === undefined) return undefined;
  const libc = /-(musl|gnu)/.exec(name)?.[1];
  return {
    cpu: [cpu],
    ...(os === 'linux' && libc !== undefined && { libc: [libc === 'gnu' ? 'glibc' : 'musl'] }),
    os: [os],
  };
}
