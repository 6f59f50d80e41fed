import process from 'node:process';

/**
 * Makes Ctrl+C, a request to end, and the death of whoever started us an orderly exit: what is to be removed and ended
 * with this process hangs on its `exit` event, which a plain signal would pass over.
 * @param {number} code the exit code then
 */
export function endOnRequest(code) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(code));
  }
  // npm passes a signal to the shell between us only; the shell dies without a word to us, and we get another parent.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(code);
  }, 1000).unref();
}
