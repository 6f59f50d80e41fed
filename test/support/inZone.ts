import process from 'node:process';

/** Runs something in another time zone. */
export function inZone<T>(zone: string, run: () => T): T {
  const usual = process.env['TZ'];
  try {
    process.env['TZ'] = zone;
    return run();
  } finally {
    if (usual === undefined) delete process.env['TZ'];
    else process.env['TZ'] = usual;
  }
}
