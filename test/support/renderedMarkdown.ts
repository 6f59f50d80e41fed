import { marked } from 'marked';

/** The HTML that a parser with the extensions of GitHub makes of it. */
export function htmlOfMarkdown(markdown: string): string {
  return marked.parse(markdown, { async: false });
}

/** The names of the elements that come of it, each once, in the order of the alphabet. */
export function elementsOfMarkdown(markdown: string): string[] {
  const html = htmlOfMarkdown(markdown);
  return [...new Set([...html.matchAll(/<([a-z]\w*)/gu)].map(([, name = '']) => name))].toSorted();
}
