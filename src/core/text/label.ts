import { cleanText } from './clean.ts';

/**
 * Escapes people's words for VS Code, which turns `$(trash)` in a label into an icon and `[x](command:…)` in a message or
 * a prompt into a link. A zero-width space prevents both; it is invisible, and the words can still be searched.
 */
export function plainLabel(text: string): string {
  return cleanText(text).replaceAll('$(', '$\u200b(').replaceAll('](', ']\u200b(');
}
