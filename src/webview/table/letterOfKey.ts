/**
 * The Latin letter of a key, in lower case: the letter that the key types, with Caps Lock too, and in a layout without
 * Latin letters the one that stands on the key. Undefined for any other key.
 *
 * A key that types a sign is none, although some Latin layouts have a sign where others have a letter (Dvorak has a comma
 * in the place of W).
 */
export function letterOfKey({ key, code }: { readonly key: string; readonly code: string }): string | undefined {
  const typed = key.normalize('NFKC').toLowerCase();
  if (/^[a-z]$/.test(typed)) return typed;
  const place = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  return isOfOtherScript(key) || (key === "'" && place === 'w') ? place : undefined;
}

/**
 * A letter or a vowel sign of another script, or what an input method takes for itself. The Hebrew layout alone types a
 * sign, the apostrophe, on a key of ours.
 */
function isOfOtherScript(key: string): boolean {
  return (
    key === 'Process' || key === 'Unidentified' || (/^[\p{L}\p{M}]+$/u.test(key) && !/\p{Script=Latin}/u.test(key))
  );
}
