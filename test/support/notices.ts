import type { EntryStore } from '../../src/app/entryStore.ts';
import { Register } from '../../src/core/register/register.ts';
import { noticesOf } from '../../src/ui/views/waiting/notices.ts';

/** The notices that the view shows above the items when all settings are valid: sentence and command of each. */
export function noticesIn({
  log,
  register = new Register(),
  ahead = [],
}: Pick<EntryStore, 'log'> & Partial<Pick<EntryStore, 'register' | 'ahead'>>): (readonly [
  sentence: string,
  command: string,
])[] {
  const context = { feed: { store: { log, register, ahead } }, settings: { complaints: [] } };
  return noticesOf(context as unknown as Parameters<typeof noticesOf>[0]).map(
    ({ sentence, command }) => [sentence, command] as const,
  );
}
