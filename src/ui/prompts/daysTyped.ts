/** A number of days with a decimal point or comma; undefined for anything else: "1,000" and "1e3" are not read at all. */
export function daysTyped(text: string): number | undefined {
  const typed = text.normalize('NFKC').trim();
  return /^\d{1,4}(?:[.,]\d{1,2})?$/.test(typed) ? Number(typed.replace(',', '.')) : undefined;
}
