import process from 'node:process';

/** Goes to another time zone. @returns what goes back to the former one */
export function enterTimeZone(zone: string): () => void {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  return () => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  };
}

/** Runs the function in another time zone, then goes back to the former one. */
export function inTimeZone<T>(zone: string, run: () => T): T {
  const leave = enterTimeZone(zone);
  try {
    return run();
  } finally {
    leave();
  }
}

/** {@link inTimeZone} for what takes a while. */
export async function whileInTimeZone(zone: string, run: () => Promise<unknown>): Promise<void> {
  const leave = enterTimeZone(zone);
  await run().finally(leave);
}

/** Zones on both sides of the date line, with and without daylight saving, some with half-hour offsets. */
export const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Honolulu',
];
