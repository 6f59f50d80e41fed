import type { Log } from '../../src/log/log.ts';
import { noticesOf } from '../../src/ui/views/waiting/notices.ts';

/** What stands above the items of the view for a leader whose settings are in order: sentence and command of each. */
export function said(window: { readonly log: Log }): (readonly [sentence: string, command: string])[] {
  const rooms = { store: window, settings: { complaints: [] } };
  return noticesOf(rooms as unknown as Parameters<typeof noticesOf>[0]).map(
    ({ sentence, command }) => [sentence, command] as const,
  );
}
