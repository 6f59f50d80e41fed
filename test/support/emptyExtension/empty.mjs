/** Does nothing. No extension starts faster. */
export function activate() {}
