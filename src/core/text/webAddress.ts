/** Whether a link is shown as one, so that the whole address is in sight; anything else is plain text. */
export function isWebAddress(link: string): boolean {
  return /^https?:\/\/[^\s<>\p{C}/?#][^\s<>\p{C}]*$/iu.test(link);
}
