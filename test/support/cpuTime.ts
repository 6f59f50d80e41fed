import process from 'node:process';

/**
 * How many milliseconds of the processor the work took. Unlike the time on the clock, it is the same on a machine that
 * is busy with something else.
 */
export function cpuTimeInMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
