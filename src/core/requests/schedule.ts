/** What is known of the refreshes of this window. Times in milliseconds since 1970. */
export interface Refreshes {
  /** When the last one that worked was done; undefined: none has. */
  readonly readAt: number | undefined;
  readonly triedAt: number | undefined;
  /** How many have failed since. */
  readonly failures: number;
  /** GitHub asked to wait until then. */
  readonly pauseUntil: number | undefined;
}

export const noRefreshes: Refreshes = { readAt: undefined, triedAt: undefined, failures: 0, pauseUntil: undefined };

/** How old what was read must be before the focus on a window reads it again. */
export const staleAfterMs = 10 * 60_000;
/** How often it is read while a window has the focus. */
export const refreshEveryMs = 15 * 60_000;

const firstPauseMs = 60_000;
const longestPauseMs = 60 * 60_000;

/**
 * Whether to refresh unasked now. After each failure in a row twice as long must have passed, up to an hour.
 *
 * @param olderThanMs how old what was read must be
 */
export function isRefreshDue(
  { readAt, triedAt, failures, pauseUntil }: Refreshes,
  now: number,
  olderThanMs: number,
): boolean {
  if (isPaused(pauseUntil, now)) return false;
  // A clock that was set back makes nothing wait for ever.
  const sinceTry = triedAt === undefined || now < triedAt ? Infinity : now - triedAt;
  if (failures > 0) return sinceTry >= Math.min(firstPauseMs * 2 ** (failures - 1), longestPauseMs);
  return readAt === undefined || now < readAt || now - readAt >= olderThanMs;
}

/** Whether GitHub asked to wait, and not for longer than it ever does. */
export function isPaused(pauseUntil: number | undefined, now: number): pauseUntil is number {
  return pauseUntil !== undefined && now < pauseUntil && pauseUntil - now <= longestPauseMs;
}
