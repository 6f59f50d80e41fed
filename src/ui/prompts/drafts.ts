/**
 * What was typed into a question and not saved, by the title and the prompt of the question on a line each: it is there
 * when the same is asked again.
 */
export const drafts = new Map<string, string>();

/** Forgets what was typed into any step of what has this title. */
export function forgetDrafts(title: string): void {
  for (const asked of drafts.keys()) if (asked.startsWith(`${title}\n`)) drafts.delete(asked);
}
