/**
 * The text as search compares it: without case, accents and other optional marks, compatible forms as one, so that
 * `cafe` finds "Café" and `ｊｏｓé` finds "Jose". Signs that carry the sound (vowels of Indian scripts and of Thai, the voiced
 * kana, Korean syllables) stay.
 */
export function foldText(text: string): string {
  return decomposed(text)
    .replaceAll(optional, '')
    .toLowerCase()
    .replaceAll(undecomposed, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC');
}

/** Accents, Hebrew points, Arabic vowel signs, and characters without width. The kana voicing marks are not optional. */
const optional =
  /(?![\u3099\u309a])(?=[\p{Script=Inherited}\p{Script=Hebrew}\p{Script=Arabic}])\p{Mn}|[\p{Cf}\u0640]/gu;

/** Letters with a stroke and ligatures, which Unicode does not decompose, and forms of one letter. */
const plainLetters: Readonly<Record<string, string>> = {
  ...{ ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ' },
};
const undecomposed = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/**
 * The text decomposed, compatible forms as one, and all that people write for an apostrophe or a hyphen as the one of the
 * keyboard: `O’Brien`, `OʼBrien` and `O＇Brien` as `O'Brien`.
 */
export function decomposed(text: string): string {
  return text.normalize('NFKD').replaceAll(apostrophe, "'").replaceAll('‐', '-');
}

/** Quotation marks, modifier letters, primes, accents typed alone, and those of Armenian and Hebrew. */
const apostrophe = /[‘’‛ʹʻʼʽˈˊˋ′‵`՚׳Ꞌꞌ]| \u0301/gu;
