import type { Log } from '../../src/log/log.ts';
import { noticesOf } from '../../src/ui/views/waiting/notices.ts';

/** The notices that the view shows above the items when all settings are valid: sentence and command of each. */
export function noticesIn(window: { readonly log: Log }): (readonly [sentence: string, command: string])[] {
  const context = { store: window, settings: { complaints: [] } };
  return noticesOf(context as unknown as Parameters<typeof noticesOf>[0]).map(
    ({ sentence, command }) => [sentence, command] as const,
  );
}
