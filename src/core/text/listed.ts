/** The words and phrases of a list that is written with commas, on any number of lines. */
export function listed(text: string): string[] {
  return text.trim().split(/,\s+/);
}
