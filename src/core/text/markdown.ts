import { cleanText } from './clean.ts';

/**
 * Escapes people's words for Markdown: every ASCII punctuation mark, as CommonMark allows, so that a title cannot produce
 * a link, image, HTML, table bar or icon. Each run of white space, line breaks included, becomes one space.
 */
export function escapeMarkdown(text: string): string {
  return cleanText(text)
    .replace(/\s+/g, ' ')
    .replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}
