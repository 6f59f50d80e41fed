/** A failure the person can act on. Its message is shown unchanged. */
export class HumanError extends Error {
  override readonly name = 'HumanError';
}
