/**
 * People's words as plain text where VS Code would see more in them: `$(trash)` is an icon in a label, and `[x](command:…)`
 * a link in a message or a prompt. A zero-width space in between keeps both the text they are, to the eye and to search.
 */
export function plainLabel(text: string): string {
  return text.replaceAll('$(', '$\u200b(').replaceAll('](', ']\u200b(');
}
