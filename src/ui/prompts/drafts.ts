/**
 * Texts that were typed into questions and not saved, restored when the same question is asked again. The key is the
 * title, a line break, and the prompt; for `askLine` the initial text instead of the prompt.
 */
export const drafts = new Map<string, string>();

/** Drops the drafts of all questions with this title. */
export function forgetDrafts(title: string): void {
  for (const key of drafts.keys()) if (key.startsWith(`${title}\n`)) drafts.delete(key);
}
