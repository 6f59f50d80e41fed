/** Names or tags a person typed in one line, with commas, semicolons or @ and # between them. */
export function splitNames(text: string): string[] {
  return text.split(/[,;]|\s(?=[@#])/).filter((name) => name.trim() !== '');
}
