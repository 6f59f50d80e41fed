import { Register } from '../../src/core/register/register.ts';
import type { EntryStore } from '../../src/app/entryStore.ts';
import { noticesOf } from '../../src/ui/views/waiting/notices.ts';

/** What stands above the items of the view for a leader whose settings are in order: sentence and command of each. */
export function said({
  log,
  register = new Register(),
  ahead = [],
}: Pick<EntryStore, 'log'> & Partial<Pick<EntryStore, 'register' | 'ahead'>>): (readonly [
  sentence: string,
  command: string,
])[] {
  const rooms = { store: { log, register, ahead }, settings: { complaints: [] } };
  return noticesOf(rooms as unknown as Parameters<typeof noticesOf>[0]).map(
    ({ sentence, command }) => [sentence, command] as const,
  );
}
