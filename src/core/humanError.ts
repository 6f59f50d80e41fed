/** A failure the person can do something about; its message is shown as it is. */
export class HumanError extends Error {
  override readonly name = 'HumanError';
}
