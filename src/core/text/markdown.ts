/**
 * People's words as plain text inside Markdown: every ASCII punctuation mark is escaped, which CommonMark allows for
 * all of them, so no link, image, HTML, table bar or icon can come out of a title. Line breaks become spaces.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}
