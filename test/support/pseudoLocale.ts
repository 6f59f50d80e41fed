import { useLanguage } from '../../src/core/text/days.ts';
import { useMessages, useTranslator } from '../../src/core/text/translate.ts';

const accented: Readonly<Record<string, string>> = { a: 'á', e: 'é', i: 'í', o: 'ö', u: 'ü', n: 'ñ', c: 'ç' };

/** Makes every message longer, accented and bracketed. Days are written without Latin letters. */
export function usePseudoLocale(): void {
  useTranslator((message, ...args) => {
    const longer = message.replaceAll(/[a-z]/g, (letter) =>
      (accented[letter] ?? letter).repeat(letter === 'e' ? 2 : 1),
    );
    return `⟦${longer.replaceAll(/\{(\d+)\}/g, (hole, index) => String(args[Number(index)] ?? hole))}⟧`;
  });
  useLanguage('zh');
}

export function useEnglish(): void {
  useMessages({});
  useLanguage('en');
}

/**
 * The lines with Latin letters outside any message: untranslated text, because the people in these tests write none.
 */
export function untranslated(text: string): string {
  let left = text;
  for (let before = ''; before !== left;) {
    before = left;
    left = left.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  }
  return (left.match(/.*\p{Script=Latin}.*/gu) ?? []).join('\n');
}
